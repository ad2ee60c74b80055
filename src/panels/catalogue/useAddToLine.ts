import type { Retrofit } from "../../model";
import { retrofitsOf, useActions, useAppStore, withRetrofitPlan } from "../../store";
import { problemSentence } from "../../text";
import { useWords } from "../context";

/** Puts retrofits on the line as a plan, one step of undo, and compares it with today; null = done, else why not. */
export function useAddToLine(): (
  retrofits: readonly Retrofit[],
  mark: string,
  reuse?: readonly string[],
) => string | null {
  const { language } = useWords();
  const { attempt, choose } = useActions();
  const store = useAppStore();
  return (retrofits, mark, reuse = []) => {
    const { planId } = withRetrofitPlan(store.getState().history.present, retrofits, mark, reuse);
    const problems = attempt((project) => withRetrofitPlan(project, retrofits, mark, reuse).project, planId);
    if (problems.length > 0) return problems.map((problem) => problemSentence(language, problem)).join(" ");
    const plan = store.getState().history.present.scenario.plans.find(({ id }) => id === planId);
    if (plan !== undefined) choose(retrofitsOf(plan));
    return null;
  };
}
