import {
  answersTo,
  asksOf,
  breakEvenOfPlan,
  drive,
  planWay,
  tornado,
  uncertainty,
  valueOfInformation,
  wayFlows,
  wayOf,
  type SimulateBatch,
  type UncertainQuestion,
} from "../experiment";
import { BadInput, lineOfPlan, readScenario, runOf } from "./input";
import { lpr } from "./library";
import type { Call } from "./main";
import { doubtText } from "./printDoubt";
import { onlyFile, provenance } from "./simulate";

/** Draws need many short runs, not few long ones. */
const shortHours = 600;
const shortWarmUp = 50;

/** `doubt FILE --plan ID`: how sure the money is, what drives it, what to measure next, when the answer flips. */
export async function doubt(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const id = call.options.plan;
  if (id === undefined)
    throw new BadInput([
      { path: "--plan", code: "missing", params: { expected: scenario.plans.map((p) => p.id).join(", ") } },
    ]);
  const { line, plan } = lineOfPlan(scenario, id);
  const asked = runOf(scenario, call.options);
  const run = {
    ...asked,
    hours: call.options.hours === undefined ? Math.min(asked.hours, shortHours) : asked.hours,
    warmUpHours: call.options.warmup === undefined ? Math.min(asked.warmUpHours, shortWarmUp) : asked.warmUpHours,
  };
  const pool = call.openPool();
  const started = performance.now();
  const simulate: SimulateBatch = (each, by, first, count) => pool.simulate(each, by, { first, count });
  try {
    const bare: UncertainQuestion = {
      scenario,
      plan,
      run,
      lpr,
      sellablePerYear: scenario.line.demand?.perYear ?? null,
    };
    const way = planWay(scenario, plan);
    const [baseline, changed] = await Promise.all([
      pool.simulate(scenario.line, run, { first: 0, count: 8 }),
      pool.simulate(line, run, { first: 0, count: 8 }),
    ]);
    const question: UncertainQuestion =
      way === null
        ? bare
        : {
            ...bare,
            wayFlows: wayFlows(
              bare,
              baseline,
              changed,
              wayOf(way, await answersTo(asksOf(way), (each, by) => pool.simulate(each, by))),
            ),
          };
    const chance = await drive(uncertainty(question), simulate);
    const bars = await drive(tornado(question), simulate);
    const flips = await drive(breakEvenOfPlan(question), simulate);
    if (chance === null || bars === null || flips === null)
      throw new BadInput([{ path: "--plan", code: "notOneOf", params: { allowed: ">= 1 retrofit", found: id } }]);
    const information = valueOfInformation(chance.inputs, chance.table);
    if (!call.asJson) return doubtText(call.language, scenario, { chance, bars, flips, information });
    const { table: _, ...told } = chance;
    return {
      ...provenance(run),
      plan: id,
      uncertainty: told,
      tornado: bars,
      breakEven: flips,
      information,
      computation: { wallSeconds: (performance.now() - started) / 1000, workers: pool.size },
    };
  } finally {
    pool.dispose();
  }
}
