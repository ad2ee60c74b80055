import { type Calendar, type Distribution, type Effect, type Line, scaleDistribution, type Station } from "../model";
import { isOvertime } from "./facts";

/** Hours a day of a person in a shift of eight with half an hour of break. */
const shiftHours = 7.5;
const clockTimes = [
  [{ id: "day", start: "08:00", end: "16:00", pause: ["12:00", "12:30"], zh: "白班", en: "Day shift" }],
  [
    { id: "early", start: "06:00", end: "14:00", pause: ["10:00", "10:30"], zh: "早班", en: "Early shift" },
    { id: "late", start: "14:00", end: "22:00", pause: ["18:00", "18:30"], zh: "中班", en: "Late shift" },
  ],
  [
    { id: "early", start: "06:00", end: "14:00", pause: ["10:00", "10:30"], zh: "早班", en: "Early shift" },
    { id: "late", start: "14:00", end: "22:00", pause: ["18:00", "18:30"], zh: "中班", en: "Late shift" },
    { id: "night", start: "22:00", end: "06:00", pause: ["02:00", "02:30"], zh: "夜班", en: "Night shift" },
  ],
] as const;

/** So many usual shifts of eight hours, on the days of the calendar; overtime goes, because the shifts take its place. */
export function withShifts(calendar: Calendar, count: 1 | 2 | 3): Calendar {
  if ("continuous" in calendar) return calendar;
  const hadOvertime = calendar.shifts.some(isOvertime);
  const days = [...new Set(calendar.shifts.flatMap((shift) => shift.days))].sort((a, b) => a - b);
  const daysPerYear = calendar.daysPerYear ?? (days.length * 365) / 7;
  return {
    ...calendar,
    shifts: clockTimes[count - 1]!.map(({ id, start, end, pause: [from, to], zh, en }) => ({
      id,
      name: { zh, en },
      days,
      start,
      end,
      breaks: [{ start: from, end: to }],
      wageFactor: 1,
    })),
    paidHoursPerPersonYear: hadOvertime ? Math.round(daysPerYear * shiftHours) : calendar.paidHoursPerPersonYear,
  };
}

/** People on duty and on the pay-roll, in proportion; nobody is left out, and no station asks for more than there are. */
export function withPeople(line: Line, posts: number, heads: number): Line {
  const needed = (id: string): number =>
    Math.max(
      1,
      ...line.stations.flatMap(({ load, process, setup, failures }) =>
        [load?.operators, process.operators, setup?.operators, ...failures.map((failure) => failure.repairers)].map(
          (need) => (need?.pool === id ? need.count : 1),
        ),
      ),
    );
  const round = (count: number): number => Math.round(count * 10) / 10;
  return {
    ...line,
    operators: line.operators.map((pool) => {
      if (pool.kind !== "person") return pool;
      const { countByShift: _dropped, ...rest } = pool;
      return {
        ...rest,
        count: Math.max(needed(pool.id), Math.round(pool.count * posts)),
        ...(pool.headcount === undefined ? {} : { headcount: round(pool.headcount * heads) }),
      };
    }),
    indirect: line.indirect.map((group) => ({ ...group, headcount: round(group.headcount * heads) })),
  };
}

/** Set-ups of all stations, longer or shorter by a factor. */
export const withChangeovers = (stations: readonly Station[], factor: number): Station[] =>
  stations.map((station) =>
    station.setup === undefined
      ? station
      : { ...station, setup: { ...station.setup, time: scaleDistribution(station.setup.time, factor) } },
  );

/** The most that a station may spoil: the schema allows 1, but a line of nothing but rejects is no line. */
const mostDefects = 0.9;

export const withDefects = (stations: readonly Station[], factor: number): Station[] =>
  stations.map((station) =>
    station.quality === undefined
      ? station
      : {
          ...station,
          quality: { ...station.quality, defectRate: Math.min(mostDefects, station.quality.defectRate * factor) },
        },
  );

/** Every time of a station, in proportion: the line does the same, slower or faster. */
export function withTimes(station: Station, factor: number): Station {
  const scaled = (time: Distribution): Distribution => scaleDistribution(time, factor);
  const { process, load, setup, quality } = station;
  const review = quality?.inspection?.reviewTime;
  const reject = quality?.onReject;
  return {
    ...station,
    ...(station.idealTime === undefined ? {} : { idealTime: station.idealTime * factor }),
    process: {
      ...process,
      time: scaled(process.time),
      ...(process.transit === undefined ? {} : { transit: scaled(process.transit) }),
    },
    ...(load === undefined ? {} : { load: { ...load, time: scaled(load.time) } }),
    ...(setup === undefined ? {} : { setup: { ...setup, time: scaled(setup.time) } }),
    failures: station.failures.map((failure) => ({
      ...failure,
      timeToRepair: scaled(failure.timeToRepair),
      ...(failure.timeToFailure === undefined ? {} : { timeToFailure: scaled(failure.timeToFailure) }),
      ...(failure.response === undefined ? {} : { response: scaled(failure.response) }),
    })),
    ...(quality === undefined
      ? {}
      : {
          quality: {
            ...quality,
            ...(quality.inspection === undefined || review === undefined
              ? {}
              : { inspection: { ...quality.inspection, reviewTime: scaled(review) } }),
            ...(typeof reject === "object" && "repair" in reject
              ? { onReject: { ...reject, repair: { time: scaled(reject.repair.time) } } }
              : {}),
          },
        }),
  };
}

export interface EffectFactors {
  times: number;
  changeovers: number;
  defects: number;
  heads: number;
}

/**
 * What a retrofit does to the owner's line. What it sets outright (22 s of loading, 70 minutes of set-up) was meant for the
 * template's times, so it is scaled as they are; effects in proportion stay as they are. It frees no more people than there
 * are: one of a group stays, as in the templates, and the pay-roll shrinks with the posts.
 */
export function scaledEffects(effects: readonly Effect[], line: Line, by: EffectFactors): Effect[] {
  return effects.map((effect) => {
    const [, pool, what] = /^operators\.([^.]+)\.(count|headcount)$/.exec(effect.target) ?? [];
    const people = effect.op === "add" ? line.operators.find(({ id }) => id === pool) : undefined;
    if (people === undefined) return scaledTimes(effect, by);
    const { count, headcount = 0 } = people;
    if (what === "count") return { ...effect, value: eachCase(effect.value, (n) => atLeast(n, 1 - count)) };
    const posts = effects.find(({ op, target }) => op === "add" && target === `operators.${pool}.count`)?.value;
    const freed = typeof posts === "number" && posts < 0 ? Number(atLeast(posts, 1 - count)) / posts : 1;
    return { ...effect, value: eachCase(effect.value, (n) => atLeast(times(n, by.heads * freed), -headcount)) };
  });
}

const atLeast = (n: unknown, least: number): unknown => (typeof n === "number" ? Math.max(n, Math.min(0, least)) : n);

function scaledTimes(effect: Effect, by: EffectFactors): Effect {
  const { op, target, value } = effect;
  if (op !== "set") return effect;
  if (target.endsWith(".quality.defectRate"))
    return { ...effect, value: eachCase(value, (n) => Math.min(mostDefects, Number(times(n, by.defects)))) };
  const factor = target.includes(".setup") ? by.times * by.changeovers : by.times;
  if (factor === 1) return effect;
  if (/\.(time|timeToFailure|timeToRepair|response|reviewTime|transit)$/.test(target))
    return { ...effect, value: eachCase(value, (time) => scaleDistribution(time as Distribution, factor)) };
  if (/\.(load|setup)$/.test(target))
    return { ...effect, value: eachCase(value, (of) => withTime(of as { time: Distribution }, factor)) };
  return effect;
}

const times = (n: unknown, factor: number): unknown => (typeof n === "number" ? Math.round(n * factor * 1e6) / 1e6 : n);
const withTime = <T extends { time: Distribution }>(of: T, factor: number): T => ({
  ...of,
  time: scaleDistribution(of.time, factor),
});

/** A value, or its low, likely and high case, each changed. */
function eachCase(value: unknown, change: (one: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null || !("likely" in value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([which, one]) => [which, change(one)]));
}
