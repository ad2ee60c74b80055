import { drive, gainIfRelieved, type ReliefAnswer } from "../experiment";
import { type BottleneckTurn, heldBack, type PeriodBottlenecks } from "../measure";
import type { Line } from "../model";
import { dayTime, type Language, percent, placeName, type PlaceKind, quantity, t } from "../text";
import { watchedWeeks } from "../trace";
import { BadInput, lineOfPlan, readScenario, runOf } from "./input";
import type { Call } from "./main";
import { table } from "./print";
import { onlyFile, provenance } from "./simulate";

/** Calendar hours that each run is watched for. */
const lastHour = watchedWeeks.fillHours + watchedWeeks.hours;

/** `--at HOUR` of the first run, calendar hours from Monday 00:00; absent = none. */
function momentOf(call: Call): number | null {
  const text = call.options.at;
  if (text === undefined) return null;
  const hour = text.trim() === "" ? NaN : Number(text);
  if (hour >= watchedWeeks.fillHours && hour < lastHour) return hour;
  const allowed = `${watchedWeeks.fillHours} … ${lastHour}`;
  throw new BadInput([{ path: "--at", code: "notOneOf", params: { allowed, found: text } }]);
}

/** `bottleneck FILE`: who holds a line back at a moment and over weeks, and what it brings to relieve each place. */
export async function bottleneck(call: Call): Promise<unknown> {
  const scenario = readScenario(onlyFile(call));
  const moment = momentOf(call);
  const run = runOf(scenario, call.options);
  const plan = call.options.plan ?? "baseline";
  const { line } = lineOfPlan(scenario, plan);
  const pool = call.openPool();
  try {
    const watched = Array.from({ length: watchedWeeks.runs }, (_, replication) =>
      pool.watch({ line, run, replication, calendarHours: lastHour }),
    );
    const period = heldBack(line, await Promise.all(watched), watchedWeeks.fillHours);
    // never cancelled: nobody asks
    const relief = (await drive(gainIfRelieved(line, run), (each, by, first, count) =>
      pool.simulate(each, by, { first, count }),
    ))!;
    const now = moment === null ? null : turnAt(period, moment);
    if (!call.asJson)
      return bottleneckText(call.language, line, period, relief, moment === null ? null : { now, moment });
    const { turns, ...shares } = period;
    return {
      ...provenance(run),
      plan,
      period: shares,
      ...(call.withSeries ? { turns } : {}),
      ...(moment === null ? {} : { at: moment, now }),
      relief,
    };
  } finally {
    pool.dispose();
  }
}

/** Whose turn it was at a calendar hour; null outside planned time, or while everybody waited. */
function turnAt({ turns }: PeriodBottlenecks, hour: number): BottleneckTurn | null {
  return turns.find(({ from, to }) => from <= hour * 3600e6 && hour * 3600e6 < to) ?? null;
}

/** Below half a percent of the time it has been nobody's bottleneck. */
const leastShare = 0.005;
const mostGains = 8;

function bottleneckText(
  language: Language,
  line: Line,
  period: PeriodBottlenecks,
  relief: ReliefAnswer,
  at: { now: BottleneckTurn | null; moment: number } | null,
): string {
  const place: Place = ({ id, kind }) => placeName(language, line, id, kind);
  const shares = period.shares.filter(({ all }) => all.mean >= leastShare);
  const [most] = shares;
  const parts: string[] = [];
  if (most !== undefined)
    parts.push(t(language, "bottleneck.holds", { name: place(most), share: percent(language, most.all) }));
  if (at !== null) parts.push(momentText(language, at, place));
  const head = [t(language, "bottleneck.place"), t(language, "bottleneck.all"), t(language, "bottleneck.sole")];
  const rows = shares.map((share) => [place(share), percent(language, share.all), percent(language, share.sole)]);
  parts.push("", t(language, "bottleneck.shares"), table([head, ...rows]));
  const gains = relief.ranked
    .slice(0, mostGains)
    .map(({ kind, of, id, output, verdict }) => [
      place({ id, kind: of }),
      t(language, `relief.kind.${kind}`),
      output.percent === null ? "" : quantity(language, output.percent, { unit: "unit.percent", signed: true }),
      t(language, `bottleneck.verdict.${verdict}`),
    ]);
  const gainHead = [t(language, "bottleneck.place"), t(language, "bottleneck.how"), t(language, "bottleneck.gain"), ""];
  parts.push("", t(language, "bottleneck.gains"), table([gainHead, ...gains]));
  parts.push("", t(language, "bottleneck.basis"));
  return parts.join("\n");
}

type Place = (place: { id: string; kind: PlaceKind }) => string;

function momentText(
  language: Language,
  { now, moment }: { now: BottleneckTurn | null; moment: number },
  place: Place,
): string {
  const hour = String(moment);
  if (now === null) return t(language, "cli.bottleneckNone", { hour });
  const during = { hour, name: place(now), from: dayTime(language, now.from), to: dayTime(language, now.to) };
  return now.with === null
    ? t(language, "cli.bottleneckAt", during)
    : t(language, "cli.bottleneckShifting", { ...during, other: place(now.with) });
}
