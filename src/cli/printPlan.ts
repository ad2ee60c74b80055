import type { Beginning, FullAdvice, Limits, Portfolio, ReliefGain, RoadMap, StepReasons } from "../experiment";
import {
  type Language,
  money,
  nameOf,
  payback,
  percent,
  placeName,
  type PlaceKind,
  quantity,
  reasonText,
  t,
} from "../text";
import { table } from "./print";

type Place = (id: string, kind?: PlaceKind) => string;

const amount = (language: Language, p: Portfolio): string =>
  `${money(language, p.npv.mean)} ± ${money(language, (p.npv.ci95[1] - p.npv.ci95[0]) / 2)}`;

/** Effect on output in words: a difference that is not proven is not one. */
function outputOf(language: Language, p: Portfolio): string {
  if (!p.output.proven || p.output.percent === null) return t(language, "cli.noDifference");
  return quantity(language, p.output.percent, { unit: "unit.percent", signed: true });
}

export function adviceText(language: Language, advice: FullAdvice, limits: Limits): string {
  const { scenario } = advice;
  const name = (id: string): string => nameOf(language, scenario.retrofits.find((r) => r.id === id)?.name, id);
  const names = (ids: readonly string[]): string => ids.map((id) => `${id} ${name(id)}`).join(" + ");
  const horizon = scenario.economics.horizonYears;
  const row = (p: Portfolio): string[] => [
    p.ids.join("+"),
    money(language, p.investment),
    amount(language, p),
    payback(language, p.paybackYears, horizon, p.investment),
    outputOf(language, p),
    String(p.heads),
  ];
  const head = [
    "",
    t(language, "money.investment"),
    t(language, "cli.npv"),
    t(language, "cli.payback"),
    t(language, "cli.output"),
    t(language, "cli.heads"),
  ];
  const place: Place = (id, kind) => placeName(language, scenario.line, id, kind, scenario.retrofits);
  const parts: string[] = [];
  const { best, selection, order } = advice;
  if (advice.beginning !== null) parts.push(beginText(language, advice, advice.beginning, name, place), "");
  parts.push(
    best === null
      ? t(language, "cli.planNothing")
      : t(language, "cli.planBest", { names: names(best.ids), investment: money(language, best.investment) }),
  );
  if (selection !== null && best !== null)
    parts.push(
      t(language, selection.state === "proven" ? "cli.planProven" : "cli.planCap", {
        pcs: percent(language, selection.pcs, { figures: 2 }),
        delta: money(language, selection.delta),
        chance: percent(language, selection.chanceWithinDelta, { figures: 3 }),
        replications: Math.max(...selection.candidates.map((c) => c.replications)),
      }),
    );
  if (advice.retained.length > 0) parts.push("", table([head, ...advice.retained.map(row)]));
  const singles = [...advice.steps].sort((a, b) => b.alone.npv.mean - a.alone.npv.mean);
  if (singles.length > 0)
    parts.push("", t(language, "cli.planSingles"), table([head, ...singles.map((s) => row(s.alone))]));
  const against = singles.filter((s) => s.verdict !== null);
  if (against.length > 0)
    parts.push("", t(language, "cli.planAgainst"), ...against.map((s) => reasonsText(language, s, name, place)));
  const gains = advice.relief.ranked.filter((gain) => gain.verdict === "gain").slice(0, 6);
  if (gains.length > 0)
    parts.push("", t(language, "cli.planRelief"), ...gains.map((gain) => reliefText(language, gain, place)));
  if (order?.best != null) parts.push("", roadMapText(language, order.best, name));
  if (order !== null && order.best === null)
    parts.push("", t(language, "cli.planNoOrder", { peak: money(language, order.atOnce.peakCash) }));
  const budget = Number.isFinite(limits.budget) ? money(language, limits.budget) : "—";
  parts.push(
    "",
    t(language, "cli.planRule", { looked: advice.list.length, dear: advice.tooDear, pruned: advice.pruned, budget }),
  );
  return parts.join("\n");
}

function reasonsText(
  language: Language,
  { id, verdict, reasons }: StepReasons,
  name: (id: string) => string,
  place: Place,
): string {
  const why = reasons.map(({ key, params }) => {
    const named =
      typeof params.id === "string"
        ? { ...params, id: place(params.id, key === "bottleneckPool" ? "pool" : undefined) }
        : params;
    return reasonText(language, { key: `advice.why.${key}`, params: named });
  });
  const verdictText = verdict === null ? "" : t(language, `advice.verdict.${verdict}`);
  return `  ${id} ${name(id)}: ${verdictText} ${why.join(" ")}`;
}

function reliefText(language: Language, { kind, of, id, output }: ReliefGain, place: Place): string {
  const gain =
    output.percent === null ? "" : quantity(language, output.percent, { unit: "unit.percent", signed: true });
  return `  ${place(id, of)}: ${t(language, `relief.kind.${kind}`)}  ${gain}`;
}

/** Where to begin, the step that does just that, and whether the best set has it. */
function beginText(
  language: Language,
  { steps, best, scenario }: FullAdvice,
  { relief, step }: Beginning,
  name: (id: string) => string,
  place: Place,
): string {
  const sentences = [
    t(language, "planner.begin", {
      place: place(relief.id, relief.of),
      relief: t(language, `relief.kind.${relief.kind}`),
      gain:
        relief.output.percent === null
          ? ""
          : quantity(language, relief.output.percent, { unit: "unit.percent", signed: true }),
    }),
  ];
  const alone = steps.find(({ id }) => id === step)?.alone;
  if (step !== null && alone !== undefined) {
    sentences.push(
      t(language, "planner.beginStep", {
        step: `${step} ${name(step)}`,
        investment: money(language, alone.investment),
        years: scenario.economics.horizonYears,
        npv: amount(language, alone),
      }),
    );
    if (best !== null && !best.ids.includes(step)) sentences.push(t(language, "planner.beginOther"));
  }
  return sentences.join(language === "zh" ? "" : " ");
}

function roadMapText(language: Language, map: RoadMap, name: (id: string) => string): string {
  const head = [
    t(language, "cli.roadStep"),
    t(language, "cli.roadOrder"),
    t(language, "cli.roadLive"),
    t(language, "cli.roadOutput"),
    t(language, "cli.roadCash"),
  ];
  const month = (value: number): string => t(language, "money.inMonth", { month: Math.round(value * 10) / 10 });
  const steps = map.steps.map((s) => [
    `${s.id} ${name(s.id)}`,
    month(s.order),
    month(s.goLive),
    `${s.goodPerHour.toFixed(1)} ${t(language, "unit.partsPerHour")}`,
    money(language, s.cashOut),
  ]);
  return `${t(language, "cli.roadTitle", { npv: money(language, map.npv), peak: money(language, map.peakCash) })}\n${table([head, ...steps])}`;
}
