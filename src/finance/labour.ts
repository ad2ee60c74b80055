import { shiftHoursPerWeek, type Calendar, type Economics, type Line, type OperatorPool } from "../model";

/** What the calendar's `paidHoursPerPersonYear` defaults to; a continuous calendar has no such field. */
const paidHours = 2250;

export interface Labour {
  /** yuan a year at first-year wages, by pool or indirect id */
  byId: Map<string, number>;
  total: number;
  /** people paid, full-time equivalents */
  headcount: number;
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
  const derived: string[] = [];
  let headcount = 0;
  for (const pool of line.operators) {
    if (pool.kind === "robot") continue;
    const { people, factor } = duty(pool, line.calendar);
    const heads = pool.headcount ?? people;
    if (pool.headcount === undefined) derived.push(pool.id);
    headcount += heads;
    byId.set(pool.id, heads * pool.wagePerYear * (1 + pool.onCostRate) * factor);
  }
  for (const group of line.indirect) {
    headcount += group.headcount;
    byId.set(group.id, (byId.get(group.id) ?? 0) + group.headcount * group.wagePerYear * (1 + group.onCostRate));
  }
  return { byId, total: [...byId.values()].reduce((a, b) => a + b, 0), headcount, derived };
}

function duty(pool: OperatorPool, calendar: Calendar): { people: number; factor: number } {
  if ("continuous" in calendar) return { people: (pool.count * 8760) / paidHours, factor: 1 };
  const days = new Set(calendar.shifts.flatMap((s) => s.days)).size;
  const weeks = (calendar.daysPerYear ?? (days * 365) / 7) / days;
  let hours = 0;
  let weighted = 0;
  calendar.shifts.forEach((shift, i) => {
    const attended = (pool.countByShift?.[shift.id] ?? pool.count) * shiftHoursPerWeek(calendar, i) * weeks;
    hours += attended;
    weighted += attended * shift.wageFactor;
  });
  return { people: hours / calendar.paidHoursPerPersonYear, factor: hours > 0 ? weighted / hours : 1 };
}

/**
 * Yearly change of the wage bill, yuan (positive = more wages). With `labourSaving: "none"` freed people stay paid, so
 * only pools that grow count.
 */
export function labourChange(before: Labour, after: Labour, saving: Economics["labourSaving"]): number {
  const ids = new Set([...before.byId.keys(), ...after.byId.keys()]);
  let change = 0;
  for (const id of ids) {
    const difference = (after.byId.get(id) ?? 0) - (before.byId.get(id) ?? 0);
    change += saving === "none" ? Math.max(0, difference) : difference;
  }
  return change;
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
