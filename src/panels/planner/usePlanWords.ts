import { useMemo } from "react";
import { useApp, withPlannerProposals } from "../../store";
import { useWords } from "../context";
import type { PlanWords } from "./planWords";

/** Words, language and names of the scenario on screen, with the planner's proposals in it. */
export function usePlanWords(): PlanWords {
  const { say, language } = useWords();
  const present = useApp((state) => state.history.present.scenario);
  const answer = useApp((state) => state.planner.answer);
  const known = useApp((state) => state.planner.known);
  return useMemo(
    () => ({ say, language, scenario: withPlannerProposals(present, { answer, known }) }),
    [say, language, present, answer, known],
  );
}
