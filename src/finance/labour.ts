import {
  paidHoursPerPerson,
  shiftHoursPerWeek,
  type Calendar,
  type Economics,
  type Line,
  type OperatorPool,
} from "../model";
import { grown } from "./market";

export interface Labour {
  /** yuan a year at first-year wages, by pool or indirect id */
  byId: Map<string, number>;
  /** people paid, by the same id */
  headsById: Map<string, number>;
  total: number;
  /** people paid, full-time equivalents */
  headcount: number;
  /** of the yearly cost, what overtime shifts (wage factor above 1) cost, yuan, and their share of the hours */
  overtimeCost: number;
  overtimeShare: number;
  /** pools whose headcount was worked out from the people on duty */
  derived: string[];
}

/**
 * Yearly wage bill: Σ pools and indirect `headcount · wage · (1 + on-cost)`, yuan. Robots have no wage. Where a pool gives
 * no headcount, its posts are paid for the length of every shift: `posts · attended hours a year / paid hours a person`
 * (the rule `measure` uses for labour hours). A shift's wage factor counts by the hours attended in it.
 */
export function labourOf(line: Line): Labour {
  const byId = new Map<string, number>();
  const headsById = new Map<string, number>();
  const derived: string[] = [];
  let overtimeCost = 0;
  const put = (id: string, heads: number, cost: number): void => {
    byId.set(id, (byId.get(id) ?? 0) + cost);
    headsById.set(id, (headsById.get(id) ?? 0) + heads);
  };
  for (const pool of line.operators) {
    if (pool.kind === "robot") continue;
    const { people, factor, overtime } = duty(pool, line.calendar);
    const heads = pool.headcount ?? people;
    if (pool.headcount === undefined) derived.push(pool.id);
    const cost = heads * pool.wagePerYear * (1 + pool.onCostRate) * factor;
    overtimeCost += cost * overtime;
    put(pool.id, heads, cost);
  }
  for (const group of line.indirect)
    put(group.id, group.headcount, group.headcount * group.wagePerYear * (1 + group.onCostRate));
  const sum = (map: Map<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0);
  return {
    byId,
    headsById,
    total: sum(byId),
    headcount: sum(headsById),
    overtimeCost,
    overtimeShare: overtimeShare(line.calendar),
    derived,
  };
}

/** People a pool's posts need, the mean wage factor, and the share of its cost that falls into overtime shifts. */
function duty(pool: OperatorPool, calendar: Calendar): { people: number; factor: number; overtime: number } {
  if ("continuous" in calendar)
    return { people: (pool.count * 8760) / paidHoursPerPerson(calendar), factor: 1, overtime: 0 };
  const days = new Set(calendar.shifts.flatMap((s) => s.days)).size;
  const weeks = (calendar.daysPerYear ?? (days * 365) / 7) / days;
  let hours = 0;
  let weighted = 0;
  let overtime = 0;
  calendar.shifts.forEach((shift, i) => {
    const attended = (pool.countByShift?.[shift.id] ?? pool.count) * shiftHoursPerWeek(calendar, i) * weeks;
    hours += attended;
    weighted += attended * shift.wageFactor;
    if (shift.wageFactor > 1) overtime += attended * shift.wageFactor;
  });
  return {
    people: hours / paidHoursPerPerson(calendar),
    factor: hours > 0 ? weighted / hours : 1,
    overtime: weighted > 0 ? overtime / weighted : 0,
  };
}

/** Share of the planned hours that lie in shifts paid above the normal wage. */
function overtimeShare(calendar: Calendar): number {
  if ("continuous" in calendar) return 0;
  const hours = calendar.shifts.map((shift, i) => ({ hours: shiftHoursPerWeek(calendar, i), wage: shift.wageFactor }));
  const all = hours.reduce((sum, s) => sum + s.hours, 0);
  return all > 0 ? hours.reduce((sum, s) => sum + (s.wage > 1 ? s.hours : 0), 0) / all : 0;
}

/**
 * Overtime that need not be worked when the demand is met: of the idle share of the time, overtime hours go first,
 * `min(idle, overtime share) / overtime share · overtime cost`, yuan a year.
 */
export function overtimeSaved(labour: Labour, running: number, economics: Economics): number {
  if (economics.staffing.idleTime === "paid" || labour.overtimeShare <= 0) return 0;
  return (Math.min(1 - running, labour.overtimeShare) / labour.overtimeShare) * labour.overtimeCost;
}

/** More and fewer people than today, yuan a year at first-year wages, and heads. */
export interface Staffing {
  added: number;
  freed: number;
  freedHeads: number;
  /** a month's gross wages of those freed, without on-cost: the unit of severance pay */
  freedWageMonth: number;
}

export function staffingOf(before: Line, after: Line): Staffing {
  const [old, now] = [labourOf(before), labourOf(after)];
  const staffing: Staffing = { added: 0, freed: 0, freedHeads: 0, freedWageMonth: 0 };
  const onCost = new Map([...before.operators, ...before.indirect].map((pool) => [pool.id, pool.onCostRate]));
  for (const id of new Set([...old.byId.keys(), ...now.byId.keys()])) {
    const change = (now.byId.get(id) ?? 0) - (old.byId.get(id) ?? 0);
    if (change >= 0) staffing.added += change;
    else {
      staffing.freed -= change;
      staffing.freedHeads += Math.max(0, (old.headsById.get(id) ?? 0) - (now.headsById.get(id) ?? 0));
      staffing.freedWageMonth -= change / (1 + (onCost.get(id) ?? 0)) / 12;
    }
  }
  return staffing;
}

/** Full effect on the wage bill once everybody freed has gone where they go, yuan a year (positive = more wages). */
export function settledWages(staffing: Staffing, economics: Economics): number {
  const { labourSaving } = economics;
  const kept = labourSaving === "none" ? 0 : labourSaving === "redeploy" ? economics.staffing.redeployedWorth : 1;
  return staffing.added - staffing.freed * kept;
}

/**
 * Wages and severance by month, yuan, inflow positive. New people are paid from go-live on. Freed people: `redeploy`
 * saves the share of their wage the firm would else pay a new one; `attrition` saves as people of the line leave
 * (`leavers a year · headcount`, none replaced until all freed are gone); `dismiss` saves at once and costs one month's
 * wage for each year of service (Labour Contract Law Art. 47); `none` saves nothing.
 */
export function wagesByMonth(
  states: readonly { month: number; staffing: Staffing }[],
  headcount: number,
  economics: Economics,
  months: number,
): { labour: Float64Array; severance: Float64Array } {
  const labour = new Float64Array(months + 1);
  const severance = new Float64Array(months + 1);
  const { leaversPerYear, redeployedWorth, serviceYears } = economics.staffing;
  const saving = economics.labourSaving;
  let left = 0;
  let dismissed = 0;
  for (let m = 1; m <= months; m++) {
    const now = states.findLast((state) => state.month <= m - 0.5)?.staffing;
    if (now === undefined) continue;
    const wages = grown(economics.wageGrowth, m) / 12;
    if (now.freedHeads > 0) left = Math.min(now.freedHeads, left + (headcount * leaversPerYear) / 12);
    const gone = now.freedHeads > 0 ? left / now.freedHeads : 1;
    const share = saving === "none" ? 0 : saving === "redeploy" ? redeployedWorth : saving === "attrition" ? gone : 1;
    labour[m] = (now.freed * share - now.added) * wages;
    if (saving !== "dismiss") continue;
    const owed = now.freedWageMonth * serviceYears;
    severance[m] = -Math.max(0, owed - dismissed) * grown(economics.wageGrowth, m);
    dismissed = Math.max(dismissed, owed);
  }
  return { labour, severance };
}

/** Pools with more or fewer posts on duty whose paid headcount stayed the same: a change that would cost nothing. */
export function unpaidChanges(before: Line, after: Line): string[] {
  const old = new Map(before.operators.map((pool) => [pool.id, pool]));
  return after.operators
    .filter((pool) => {
      const was = old.get(pool.id);
      return (
        pool.kind === "person" &&
        was !== undefined &&
        pool.headcount !== undefined &&
        was.headcount === pool.headcount &&
        posts(pool) !== posts(was)
      );
    })
    .map((pool) => pool.id);
}

const posts = (pool: OperatorPool): string => JSON.stringify([pool.count, pool.countByShift ?? null]);
