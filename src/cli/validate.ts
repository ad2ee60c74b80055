import type { Problem } from "../model";
import { t } from "../text";
import { BadInput, lineOfPlan, readScenario } from "./input";
import type { Call } from "./main";
import { onlyFile } from "./simulate";

/** `validate FILE`: the file, and every plan in it, or each fault with its place. */
export function validate(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const problems: Problem[] = [];
  for (const plan of scenario.plans) {
    try {
      lineOfPlan(scenario, plan.id);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      problems.push(...error.problems.map((p) => ({ ...p, path: `plans.${plan.id}: ${p.path}` })));
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  const { stations, operators } = scenario.line;
  const counts = {
    stations: stations.length,
    pools: operators.length,
    retrofits: scenario.retrofits.length,
    plans: scenario.plans.length,
  };
  return Promise.resolve(call.asJson ? { valid: true, ...counts } : t(call.language, "cli.valid", counts));
}
