import type { Scenario } from "../model";
import type { AppState, StoreDeps } from "./state";

/**
 * The scenario as it was opened first. One that was kept is text: it is read when somebody asks for the first time, and
 * where it cannot be read any more the project as it is stands for it.
 */
export function fileScenarioOf({ parse }: Pick<StoreDeps, "parse">, get: () => AppState): () => Scenario {
  let known: { text: string; scenario: Scenario } | null = null;
  return () => {
    const { origin, history } = get();
    if (typeof origin !== "string") return origin;
    if (known?.text !== origin) {
      const parsed = parse(origin);
      known = { text: origin, scenario: parsed.ok ? parsed.scenario : history.present.scenario };
    }
    return known.scenario;
  };
}
