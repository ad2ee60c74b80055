import { drive, planDoubt } from "../experiment";
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
  const { plan } = lineOfPlan(scenario, id);
  const asked = runOf(scenario, call.options);
  const run = {
    ...asked,
    hours: call.options.hours === undefined ? Math.min(asked.hours, shortHours) : asked.hours,
    warmUpHours: call.options.warmup === undefined ? Math.min(asked.warmUpHours, shortWarmUp) : asked.warmUpHours,
  };
  const pool = call.openPool();
  const started = performance.now();
  try {
    const answer = await drive(
      planDoubt({ scenario, plan, run, lpr, sellablePerYear: scenario.line.demand?.perYear ?? null }),
      (each, by, first, count) => pool.simulate(each, by, { first, count }),
    );
    if (answer === null)
      throw new BadInput([{ path: "--plan", code: "notOneOf", params: { allowed: ">= 1 retrofit", found: id } }]);
    const { chance, bars, flips, information } = answer;
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
