import type { LprTable } from "../model";
import { say } from "./finding";
import { firstDay, lprAt, lprOn, type LprFound } from "./lpr";
import type { PolicyProject, PolicyText } from "./types";

export type Tenor = "oneYear" | "overFiveYears";

export interface LprSeries {
  /** LPR that counts for a month after draw-down, a year's rate 0..1 */
  rate(month: number, tenor: Tenor): number;
  /** lowest and highest of them over the loan */
  range(tenor: Tenor): [number, number];
  assumptions: PolicyText[];
}

/**
 * "Same period LPR" month by month. With a dated draw-down each month takes the LPR in force on its first day (a change on
 * the 20th counts from the next month on), or, read the other way, the one of the draw-down throughout. Without a month
 * one LPR is held: that of the end of the year, or the newest. All of it is an assumption: documents do not say.
 */
export function lprsOf(project: PolicyProject, months: number, table: LprTable): LprSeries {
  const { drawDown, year } = project;
  if (drawDown === undefined) {
    const held = lprAt(table, year);
    return series([held], months, [...dating(held, year), say("policy.assumption.lprNoMonth")]);
  }
  if (project.lprReading === "drawDown") {
    const held = lprOn(table, firstDay(drawDown, 0));
    const told = [say("policy.assumption.lprFixed"), ...doubts([held], table)];
    return series([held], months, told);
  }
  const found = Array.from({ length: months }, (_, i) => lprOn(table, firstDay(drawDown, i)));
  return series(found, months, [say("policy.assumption.lprAccrual"), ...doubts(found, table)]);
}

function series(found: readonly LprFound[], months: number, assumptions: PolicyText[]): LprSeries {
  const rate = (month: number, tenor: Tenor): number => found[Math.min(month, found.length - 1)]?.[tenor] ?? 0;
  return {
    rate,
    range: (tenor) => {
      const all = Array.from({ length: Math.max(1, months) }, (_, i) => rate(i, tenor));
      return [Math.min(...all), Math.max(...all)];
    },
    assumptions,
  };
}

function doubts(found: readonly LprFound[], table: LprTable): PolicyText[] {
  const list: PolicyText[] = [];
  if (found.some((f) => f.from === null)) list.push(say("policy.assumption.lprBeforeTable"));
  const unsure = [...new Set(found.flatMap((f) => (f.from !== null && !f.dateConfirmed ? [f.from] : [])))];
  for (const from of unsure) list.push(say("policy.assumption.lprDateFromMemory", { from }));
  if (found.some((f) => f.afterTable)) list.push(say("policy.assumption.lprAfterDate", { from: table.confirmedUntil }));
  return list;
}

function dating(lpr: LprFound, year: number | undefined): PolicyText[] {
  if (lpr.from === null) return [say("policy.assumption.lprBeforeTable")];
  const { from } = lpr;
  const list = [
    year === undefined
      ? say("policy.assumption.lprNewest", { from })
      : say("policy.assumption.lprDate", { year, from }),
  ];
  if (!lpr.dateConfirmed) list.push(say("policy.assumption.lprDateFromMemory", { from }));
  if (lpr.afterTable && year !== undefined) list.push(say("policy.assumption.lprAfterTable", { year }));
  return list;
}
