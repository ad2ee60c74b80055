import { readFileSync } from "node:fs";
import { unsupported } from "../engine";
import { type Line, type Plan, type Problem, parseScenario, type Retrofit, Run, type Scenario } from "../model";
import { applyPlan } from "../retrofit";
import { library } from "./library";

/** Bad input: the faults are printed one a line and the exit code is 2. */
export class BadInput extends Error {
  override readonly name = "BadInput";
  constructor(readonly problems: Problem[]) {
    super("bad input");
  }
}

export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    throw new BadInput([{ path: file, code: "unreadable", params: { reason } }]);
  }
}

export function readScenario(file: string): Scenario {
  const parsed = parseScenario(readText(file), library);
  if (!parsed.ok) throw new BadInput(parsed.problems);
  const refused = unsupported(parsed.value.line);
  if (refused.length > 0) throw new BadInput(refused);
  return parsed.value;
}

export interface PlannedLine {
  plan: Plan;
  line: Line;
  chosen: Retrofit[];
}

/** The line after a plan; "baseline" is the empty plan even where the file does not list it. */
export function lineOfPlan(scenario: Scenario, id: string): PlannedLine {
  const plan =
    scenario.plans.find((p) => p.id === id) ??
    (id === "baseline" ? { id, retrofits: [], financing: { kind: "ownFunds" as const } } : undefined);
  if (plan === undefined) {
    const allowed = ["baseline", ...scenario.plans.map((p) => p.id)].join(", ");
    throw new BadInput([{ path: "plans", code: "unknownReference", params: { kind: "plans", id, allowed } }]);
  }
  const applied = applyPlan(scenario, plan);
  if (!applied.ok) throw new BadInput(applied.problems);
  const refused = unsupported(applied.line);
  if (refused.length > 0) throw new BadInput(refused);
  return { plan, line: applied.line, chosen: applied.chosen };
}

/** The run of the file with what the command line says instead, checked like the file itself. */
export function runOf(scenario: Scenario, options: Record<string, string | undefined>): Run {
  const given = { hours: "hours", warmUpHours: "warmup", replications: "replications", seed: "seed" } as const;
  const run: Record<string, number> = { ...scenario.run };
  const problems: Problem[] = [];
  for (const [key, option] of Object.entries(given)) {
    const text = options[option];
    if (text === undefined) continue;
    const value = text.trim() === "" ? NaN : Number(text);
    const checked = Run.shape[key as keyof typeof given].safeParse(value);
    if (checked.success) run[key] = value;
    else {
      const bounds = {
        hours: "0.001 … 1000000",
        warmUpHours: "0 … 1000000",
        replications: "1 … 100000",
        seed: "0 … 4294967295",
      };
      problems.push({
        path: `--${option}`,
        code: "notOneOf",
        params: { allowed: bounds[key as keyof typeof given], found: text },
      });
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return run as Run;
}
