import { Economics, problemsOf, type Problem } from "../../model";
import { useActions, useApp, withEconomics } from "../../store";
import { problemSentence } from "../../text";
import { useWords } from "../context";

/**
 * Takes over a change of the economics if the schema allows it, one step of undo; says in words why not. `scale` = what
 * the user sees of one stored unit (100 where shares are shown in percent), so that the fault speaks of what was typed.
 */
export function useEconomicsEdit(): (change: (economics: Economics) => Economics, scale?: number) => string | null {
  const { language } = useWords();
  const { edit } = useActions();
  const economics = useApp((state) => state.history.present.scenario.economics);
  return (change, scale = 1) => {
    const checked = Economics.safeParse(change(economics), { reportInput: true });
    if (!checked.success)
      return problemsOf(checked.error.issues)
        .map((problem) => problemSentence(language, scaled(problem, scale)))
        .join(" ");
    edit((project) => withEconomics(project, () => checked.data));
    return null;
  };
}

/** "≤ 1" and "2.5" as "≤ 100" and "250". */
function scaled(problem: Problem, scale: number): Problem {
  const inView = (value: string | number): string =>
    String(value).replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/, (digits) =>
      String(Number((Number(digits) * scale).toPrecision(12))),
    );
  const params = Object.fromEntries(
    Object.entries(problem.params).map(([name, value]) => [
      name,
      name === "minimum" || name === "maximum" || name === "found" ? inView(value) : value,
    ]),
  );
  return { ...problem, params };
}
