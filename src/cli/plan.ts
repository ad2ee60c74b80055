import { adviceWithReasons, drive, type FullAdvice } from "../experiment";
import { BadInput, readScenario, runOf } from "./input";
import { lpr } from "./library";
import type { Call } from "./main";
import { adviceText } from "./printPlan";
import { onlyFile, provenance } from "./simulate";

/** Yuan, years or heads from an option; absent = no limit. */
function limitOf(call: Call, name: "budget" | "payback" | "people" | "cash", least: number): number | null {
  const text = call.options[name];
  if (text === undefined) return null;
  const value = text.trim() === "" ? NaN : Number(text);
  if (Number.isFinite(value) && value >= least) return value;
  throw new BadInput([{ path: `--${name}`, code: "notOneOf", params: { allowed: `≥ ${least}`, found: text } }]);
}

/** Search and selection look at many lines: shorter runs, more of them. */
const shortHours = 350;
const shortWarmUp = 50;

/** `plan FILE --budget YUAN`: the best set of retrofits under the limits, and the order of its steps. */
export async function plan(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const asked = runOf(scenario, call.options);
  const run = {
    ...asked,
    hours: call.options.hours === undefined ? Math.min(asked.hours, shortHours) : asked.hours,
    warmUpHours: call.options.warmup === undefined ? Math.min(asked.warmUpHours, shortWarmUp) : asked.warmUpHours,
  };
  const limits = {
    budget: limitOf(call, "budget", 0) ?? Infinity,
    paybackYears: limitOf(call, "payback", 0),
    heads: limitOf(call, "people", -10_000),
  };
  const pool = call.openPool();
  const started = performance.now();
  try {
    let firstAnswer: number | null = null;
    const advice = await drive(
      adviceWithReasons({
        scenario,
        limits,
        cashLimit: limitOf(call, "cash", 0),
        run,
        sellablePerYear: scenario.line.demand?.perYear ?? null,
        lpr,
      }),
      (line, each, first, count) => pool.simulate(line, each, { first, count }),
      {
        onStep: (known) => {
          if (firstAnswer === null && known.best !== null) firstAnswer = (performance.now() - started) / 1000;
        },
      },
    );
    // never cancelled: nobody asks
    const answer = advice!;
    if (!call.asJson) return adviceText(call.language, answer, limits);
    const wallSeconds = (performance.now() - started) / 1000;
    return {
      ...provenance(run),
      limits: printable(limits),
      ...forJson(answer),
      computation: { wallSeconds, firstAnswerSeconds: firstAnswer, workers: pool.size },
    };
  } finally {
    pool.dispose();
  }
}

const printable = (limits: { budget: number; paybackYears: number | null; heads: number | null }) => ({
  ...limits,
  budget: Number.isFinite(limits.budget) ? limits.budget : null,
});

/** The scenario is the caller's own; cumulative cash by month of every order would be most of the answer: only the best order's is kept. */
function forJson({ scenario: _, ...advice }: FullAdvice) {
  const bare = <T extends { cumulative: number[] }>({ cumulative: __, ...rest }: T) => rest;
  const { order } = advice;
  return {
    ...advice,
    order:
      order === null
        ? null
        : { ...order, best: order.best, atOnce: bare(order.atOnce), others: order.others.map(bare) },
  };
}
