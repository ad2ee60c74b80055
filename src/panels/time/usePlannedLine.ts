import { useMemo } from "react";
import type { Line } from "../../model";
import { plannedLine, useApp } from "../../store";

/** The line as the chosen plan makes it; null without a plan. */
export function usePlannedLine(): Line | null {
  const scenario = useApp((state) => state.history.present.scenario);
  const choice = useApp((state) => state.choice);
  return useMemo(() => {
    if (choice.length === 0) return null;
    const planned = plannedLine(scenario, choice);
    return planned.ok ? planned.line : null;
  }, [scenario, choice]);
}
