import { answersTo, asksOf, planMoney, planWay, wayOf } from "../experiment";
import { solveFinanceCase } from "../finance";
import { plannedHoursPerYear } from "../model";
import { BadInput, lineOfPlan, readScenario, readText, runOf } from "./input";
import { lpr } from "./library";
import type { Call } from "./main";
import { moneyTable } from "./printMoney";
import { onlyFile, provenance } from "./simulate";

/** `finance FILE --plan ID`: what the plan costs and brings, from paired replications, with and without subsidy. */
export async function finance(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const id = call.options.plan;
  if (id === undefined)
    throw new BadInput([
      { path: "--plan", code: "missing", params: { expected: scenario.plans.map((p) => p.id).join(", ") } },
    ]);
  const run = runOf(scenario, call.options);
  const before = lineOfPlan(scenario, "baseline");
  const after = lineOfPlan(scenario, id);
  const pool = call.openPool();
  try {
    const [baseline, changed] = await Promise.all([pool.simulate(before.line, run), pool.simulate(after.line, run)]);
    const way = planWay(scenario, after.plan);
    const simulated =
      way === null ? null : wayOf(way, await answersTo(asksOf(way), (line, short) => pool.simulate(line, short)));
    const money = planMoney({
      scenario,
      ...(simulated === null ? {} : { way: simulated }),
      plan: after.plan,
      chosen: after.chosen,
      baseline: { line: before.line, results: baseline },
      changed: { line: after.line, results: changed },
      sellablePerYear: scenario.line.demand?.perYear ?? null,
      lpr,
    });
    if (!call.asJson) return moneyTable(call.language, id, money);
    return { ...provenance(run), plan: id, plannedHoursPerYear: plannedHoursPerYear(after.line.calendar), ...money };
  } finally {
    pool.dispose();
  }
}

/** `finance --cases FILE`: solves cases given by their inputs; the same keys as the reference answers. */
export function financeCases(call: Call): Promise<unknown> {
  const file = call.options.cases!;
  let json: unknown;
  try {
    json = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput([{ path: file, code: "notJson", params: {} }]);
  }
  const cases = Array.isArray(json) ? json : ((json as { cases?: unknown } | null)?.cases ?? null);
  if (!Array.isArray(cases)) throw new BadInput([{ path: "cases", code: "missing", params: { expected: "array" } }]);
  const problems: BadInput["problems"] = [];
  const solved = cases.map((entry: unknown, i) => {
    const { id, inputs } = (typeof entry === "object" && entry !== null ? entry : {}) as {
      id?: unknown;
      inputs?: unknown;
    };
    const result = solveFinanceCase(inputs);
    if (result.ok) return { id, answers: result.answers };
    problems.push(
      ...result.problems.map((p) => ({ ...p, path: `cases[${i}].inputs${p.path === "" ? "" : `.${p.path}`}` })),
    );
    return { id };
  });
  if (problems.length > 0) throw new BadInput(problems);
  return Promise.resolve(call.asJson ? { cases: solved } : JSON.stringify({ cases: solved }, null, 1));
}
