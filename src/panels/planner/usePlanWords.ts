import { useMemo } from "react";
import { useApp } from "../../store";
import { useWords } from "../context";
import type { PlanWords } from "./planWords";

/** Words, language and names of the scenario on screen. */
export function usePlanWords(): PlanWords {
  const { say, language } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  return useMemo(() => ({ say, language, scenario }), [say, language, scenario]);
}
