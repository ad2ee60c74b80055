import type { MoneyResult } from "../finance";
import type { CheapFirstAnswer, CheapFirstKnown } from "../experiment";
import { factsOf, lineFromAnswers, type Answers, type OwnLine, type TradeId } from "../interview";
import type { Difference, Estimate, LineKpi } from "../measure";
import { plannedHoursPerYear, type Run, type Scenario } from "../model";
import { plannedLine, planOf } from "./plans";
import { evaluated, type Runs } from "./ownerRuns";
import { unknownsOf, type OwnerUnknown } from "./ownerUnknowns";
import { heldAgainstParts, ownerVerdict, type OwnerReason, type OwnerVerdict } from "./ownerVerdict";
import type { Evaluated, StoreDeps } from "./state";

/** What is asked of an owner's line: everything that decides it, and nothing else. */
export interface OwnerQuestion {
  trade: TradeId;
  template: Scenario;
  answers: Answers;
  isCorrected: boolean;
  factor: number | null;
}

/** Today's line as simulated. */
export interface OwnerCheck {
  /** good parts a working day */
  perDay: Estimate;
  goodPerYear: Estimate;
  /** parts a year that leave and are sold today, faulty ones that nobody noticed among them */
  soldPerYear: number;
  replications: number;
  hours: number;
}

/** A way to go, with everything a card says of it. */
export interface OwnerOption {
  ids: string[];
  differences: Record<LineKpi, Difference>;
  money: MoneyResult;
  heads: number;
  verdict: OwnerVerdict;
  reasons: OwnerReason[];
}

export interface OwnerAdvice {
  line: OwnLine;
  found: CheapFirstAnswer;
  options: OwnerOption[];
  /** the option the sentence speaks of: the cheapest yes; null = none */
  recommended: number | null;
  unknowns: OwnerUnknown[];
  run: Run;
}

export type OwnerPart = CheapFirstKnown["part"] | "options" | "unknowns";

export type WorkDeps = Pick<
  StoreDeps,
  "pool" | "physicsKey" | "summarise" | "compare" | "money" | "way" | "study" | "headcount"
>;

/** Replications of today's line and of an option. */
const counts = { check: 10, option: 12 };

const shortRun = (run: Run): Run => ({
  ...run,
  hours: Math.min(run.hours, 350),
  warmUpHours: Math.min(run.warmUpHours, 50),
  replications: counts.option,
});

export const ownLineOf = ({ trade, template, answers, isCorrected, factor }: OwnerQuestion): OwnLine =>
  lineFromAnswers(trade, template, answers, { factor, isCorrected });

/** What the line makes in a day, for "does this look like last month?". */
export async function checkOf(deps: WorkDeps, question: OwnerQuestion, runs: Runs): Promise<OwnerCheck> {
  const { scenario } = ownLineOf(question);
  const run = shortRun(scenario.run);
  const results = await runs.simulate(scenario.line, run, 0, counts.check);
  const { line } = deps.summarise(results);
  const { daysPerYear } = factsOf(question.trade, question.template);
  const hoursPerYear = plannedHoursPerYear(scenario.line.calendar);
  return {
    perDay: scaled(line.goodPerHour, hoursPerYear / daysPerYear),
    goodPerYear: line.goodPerYear,
    soldPerYear: line.throughputPerHour.mean * hoursPerYear,
    replications: results.length,
    hours: run.hours,
  };
}

const scaled = ({ mean, ci95: [low, high], sd }: Estimate, by: number): Estimate => ({
  mean: mean * by,
  ci95: [low * by, high * by],
  sd: sd * by,
});

/** Options, cheap first, with their money; then what of the owner's answers would change it. */
export async function adviceOf(
  deps: WorkDeps,
  question: OwnerQuestion,
  check: OwnerCheck,
  runs: Runs,
  signal: AbortSignal,
  onStep: (part: OwnerPart, found: CheapFirstKnown["reliefs"]) => void,
): Promise<OwnerAdvice | null> {
  const line = ownLineOf(question);
  const run = shortRun(line.scenario.run);
  const { demand, budget } = line;
  const found = await deps.study(
    "firstStep",
    {
      scenario: line.scenario,
      budget,
      run,
      sellablePerYear: demand.kind === "all" ? null : demand.kind === "upTo" ? demand.perYear : check.soldPerYear,
    },
    { simulate: runs.simulate, signal, onStep: ({ part, reliefs }) => onStep(part, reliefs) },
  );
  if (found === null || signal.aborted) return null;
  const whole: OwnLine = { ...line, scenario: found.scenario };

  onStep("options", found.reliefs);
  const today = await evaluated(deps, runs, whole.scenario.line, run, counts.option);
  const options: OwnerOption[] = [];
  for (const { ids } of found.options) {
    const option = await optionOf(deps, runs, whole, ids, today, run);
    if (option !== null) options.push(option);
    signal.throwIfAborted();
  }
  const first = options.findIndex(({ verdict }) => verdict === "yes");
  const leading = first >= 0 ? first : options.findIndex(({ verdict }) => verdict === "notYet");

  onStep("unknowns", found.reliefs);
  const of = options[leading];
  const unknowns = of === undefined ? [] : await unknownsOf(deps, runs, question, found.scenario, of, run, signal);
  if (of !== undefined) {
    const flips = unknowns.flatMap(({ id, npv, range }) => {
      const at = npv.findIndex(({ mean }) => mean < 0);
      return at < 0 ? [] : [{ id, at: range[at]! }];
    });
    options[leading] = { ...of, ...ownerVerdict({ output: of.differences.goodPerYear, money: of.money, flips }) };
  }
  const judged = heldAgainstParts(options);
  const recommended = judged.findIndex(({ verdict }) => verdict === "yes");
  return { line: whole, found, options: judged, recommended: recommended < 0 ? null : recommended, unknowns, run };
}

async function optionOf(
  deps: WorkDeps,
  runs: Runs,
  { scenario, demand }: OwnLine,
  ids: readonly string[],
  baseline: Evaluated,
  run: Run,
): Promise<OwnerOption | null> {
  const planned = plannedLine(scenario, ids);
  const plan = planOf(scenario, ids);
  if (!planned.ok || plan === null) return null;
  const changed = await evaluated(deps, runs, planned.line, run, counts.option);
  const question = deps.way(scenario, plan);
  const way =
    question === null
      ? null
      : question.answered(
          await Promise.all(question.asks.map((ask) => runs.simulate(ask.line, ask.run, 0, ask.run.replications))),
        );
  const project = { scenario, demand };
  const money = deps.money({ project, choice: ids, chosen: planned.chosen, baseline, plan: changed, way });
  if (money === null) return null;
  const differences = deps.compare(baseline.results, changed.results);
  return {
    ids: [...ids],
    differences,
    money,
    heads: changed.headcount - baseline.headcount,
    ...ownerVerdict({ output: differences.goodPerYear, money, flips: [] }),
  };
}
