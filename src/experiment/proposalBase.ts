import { type Effect, type Line, type Name, type OperatorPool, Retrofit, type Station } from "../model";

/** A change that needs no asset, and what the baseline says for it. */
export interface Proposal {
  retrofit: Retrofit;
  reason: ProposalReason;
  /**
   * First-order estimate of the gain of output, 0.1 = 10 %, for the order of the list only: never shown, never believed.
   * Simulation decides.
   */
  promise: number;
}

/** Why it is proposed: text keys `advice.because.*`. `share` is of planned time, 0..1; `id` of a station or pool. */
export interface ProposalReason {
  key:
    | "waitForPool"
    | "shortAndIdle"
    | "setup"
    | "shortStops"
    | "lots"
    | "starvedOrBlocked"
    | "lateScrap"
    | "idle"
    | "transportLot";
  params: Record<string, string | number>;
}

/** Everything about one proposal that differs from the others; the rest is common to changes without an asset. */
export interface Draft {
  id: string;
  name: Name;
  description: Name;
  effects: Omit<Effect, "needsAction">[];
  training?: Range3;
  integration?: Range3;
  opexPerYear?: Retrofit["opexPerYear"];
  leadTimeWeeks?: Range3;
  tauWeeks?: number;
  failureProbability?: number;
  skills?: Name[];
  evidence: Retrofit["evidence"];
}
export type Range3 = { low: number; likely: number; high: number };

/** Cost of a workshop with training, yuan: 1, 3, 8 × 10⁴ (catalogue R16, an estimate). */
export const workshop: Range3 = { low: 10_000, likely: 30_000, high: 80_000 };

/** A claim that rests on nothing but judgement. */
export function assumed(zh: string, en: string): Draft["evidence"][number] {
  return { claim: { zh, en }, source: "assumption", grade: "A" };
}

/** The draft as a retrofit (catalogue R16: no asset). Parsing it fills the defaults; a draft that is none is a bug. */
export function retrofitOf(draft: Draft): Retrofit {
  const { id, name, description, effects, evidence, skills = [] } = draft;
  return Retrofit.parse({
    id,
    name,
    description,
    kind: "organisation",
    catalogue: ["R16"],
    cost: { training: draft.training ?? 0, integration: draft.integration ?? 0 },
    opexPerYear: draft.opexPerYear ?? [],
    lifeYears: 5,
    leadTimeWeeks: draft.leadTimeWeeks ?? { low: 2, likely: 5, high: 8 },
    rampUp: { tauWeeks: draft.tauWeeks ?? 6 },
    failureProbability: draft.failureProbability ?? 0,
    skills,
    effects,
    evidence,
  });
}

/** A name in both languages, short enough to stand in another one. */
export function named(of: { id: string; name?: Name | undefined }): Name {
  const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
  return { zh: short(of.name?.zh ?? of.id), en: short(of.name?.en ?? of.id) };
}

/** Effects that put `by` people more on duty in every shift, and on the pay-roll (where it is told) as many as that takes. */
export function peopleEffects(line: Line, pool: OperatorPool, by: number): Draft["effects"] {
  const add = (target: string, value: number): Draft["effects"][number] => ({ target, op: "add", value });
  const path = `operators.${pool.id}`;
  const shifts = Object.entries(pool.countByShift ?? {}).filter(([, count]) => count > 0);
  return [
    add(`${path}.count`, by),
    ...shifts.map(([id]) => add(`${path}.countByShift.${id}`, by)),
    ...(pool.headcount === undefined ? [] : [add(`${path}.headcount`, headsFor(line, pool, by))]),
  ];
}

/**
 * People paid for `by` more posts in every shift. As many a post as are paid today; where more than 1.5 or fewer than a
 * quarter are paid a post (they also do what the model does not know), one for each shift. Example: one post in two
 * shifts filled by two people: +1 post in each shift = +2 people. Day shift and overtime by the same people: +1.
 */
export function headsFor(line: Line, pool: OperatorPool, by: number): number {
  const posts = postsOf(line, pool);
  const all = posts.reduce((a, b) => a + b, 0);
  const perPost = all > 0 ? (pool.headcount ?? 0) / all : 0;
  const heads = posts.length * (perPost >= 0.25 && perPost <= 1.5 ? perPost : 1);
  return by * (Math.round(heads * 10) / 10);
}

/** People on duty in each shift in which the pool works; round the clock counts as four shifts (8760 h over about 2250). */
export function postsOf({ calendar }: Line, pool: OperatorPool): number[] {
  if ("continuous" in calendar) return [pool.count, pool.count, pool.count, pool.count];
  return calendar.shifts.map((shift) => pool.countByShift?.[shift.id] ?? pool.count).filter((count) => count > 0);
}

/** Pools whose people a station asks for, by what for. */
export function askedBy(station: Station): { operator: string[]; setter: string[]; repairer: string[] } {
  const ids = (...needs: ({ pool: string } | undefined)[]): string[] => [
    ...new Set(needs.flatMap((need) => (need === undefined ? [] : [need.pool]))),
  ];
  return {
    operator: ids(station.load?.operators, station.process.operators),
    setter: ids(station.setup?.operators),
    repairer: ids(...station.failures.map((failure) => failure.repairers)),
  };
}

/** An id that is free: effect paths allow no dots, spaces or brackets in it, and at most 64 characters. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted.replaceAll(/[\s.[\]]/g, "-").slice(0, 60);
  if (!taken.has(clean)) return clean;
  for (let n = 2; ; n++) if (!taken.has(`${clean}-${n}`)) return `${clean}-${n}`;
}
