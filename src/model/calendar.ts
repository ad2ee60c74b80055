import type { Calendar } from "./line";

/** Hours paid to one person a year where the calendar does not say. */
export const defaultPaidHours = 2250;

/**
 * Planned time: shift time less breaks, repeated week by week from Monday 00:00 = 0. All times in microseconds.
 */
const MINUTE = 60e6;
const DAY = 1440 * MINUTE;
const WEEK = 7 * DAY;

export interface PlannedTime {
  continuous: boolean;
  /** sorted, disjoint [start, end) within the week; an interval may end after WEEK when a shift passes Sunday midnight */
  starts: number[];
  ends: number[];
  /** shift index of each interval */
  shift: number[];
  plannedPerWeek: number;
}

/** A calendar that cannot be simulated says why instead of guessing. */
export interface CalendarFault {
  shift: string;
  reason: "overlap" | "empty" | "breakOutside";
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

export function plannedTimeOf(calendar: Calendar): { planned: PlannedTime; faults: CalendarFault[] } {
  if ("continuous" in calendar) {
    return {
      planned: { continuous: true, starts: [0], ends: [Infinity], shift: [0], plannedPerWeek: WEEK },
      faults: [],
    };
  }
  const faults: CalendarFault[] = [];
  const pieces: { start: number; end: number; shift: number }[] = [];
  calendar.shifts.forEach((s, index) => {
    const start = minutes(s.start);
    const end = minutes(s.end) > start ? minutes(s.end) : minutes(s.end) + 1440;
    const breaks = s.breaks
      .map((b) => {
        const from = minutes(b.start) >= start ? minutes(b.start) : minutes(b.start) + 1440;
        const length = (minutes(b.end) - minutes(b.start) + 1440) % 1440;
        return { from, to: from + length };
      })
      .sort((a, b) => a.from - b.from);
    if (breaks.some((b) => b.to > end)) faults.push({ shift: s.id, reason: "breakOutside" });
    for (const day of new Set(s.days)) {
      let at = start;
      for (const b of breaks) {
        if (b.from > at) pieces.push(piece(day, at, b.from, index));
        at = Math.max(at, b.to);
      }
      if (end > at) pieces.push(piece(day, at, end, index));
    }
  });
  pieces.sort((a, b) => a.start - b.start);
  for (let i = 0; i < pieces.length; i++) {
    const next = i + 1 < pieces.length ? pieces[i + 1]!.start : pieces[0]!.start + WEEK;
    if (pieces[i]!.end > next) faults.push({ shift: calendar.shifts[pieces[i]!.shift]!.id, reason: "overlap" });
  }
  if (pieces.length === 0) faults.push({ shift: calendar.shifts[0]!.id, reason: "empty" });
  return {
    planned: {
      continuous: false,
      starts: pieces.map((p) => p.start),
      ends: pieces.map((p) => p.end),
      shift: pieces.map((p) => p.shift),
      plannedPerWeek: pieces.reduce((a, p) => a + p.end - p.start, 0),
    },
    faults,
  };
}

function piece(day: number, from: number, to: number, shift: number) {
  const base = (day - 1) * DAY;
  return { start: base + from * MINUTE, end: base + to * MINUTE, shift };
}

/** Calendar µs at which `plannedMicroseconds` of planned time have passed since 0 (the end of that planned time, not the next start). */
export function calendarTimeAt(p: PlannedTime, plannedMicroseconds: number): number {
  if (p.continuous) return plannedMicroseconds;
  if (plannedMicroseconds <= 0) return p.starts[0]!;
  let weeks = Math.floor(plannedMicroseconds / p.plannedPerWeek);
  let rest = plannedMicroseconds - weeks * p.plannedPerWeek;
  if (rest === 0) {
    weeks -= 1;
    rest = p.plannedPerWeek;
  }
  for (let i = 0; i < p.starts.length; i++) {
    const length = p.ends[i]! - p.starts[i]!;
    if (rest <= length) return weeks * WEEK + p.starts[i]! + rest;
    rest -= length;
  }
  return (weeks + 1) * WEEK;
}

/** Planned hours a year: mean planned hours of a working day × working days a year (line model, `daysPerYear`). */
export function plannedHoursPerYear(calendar: Calendar): number {
  if ("continuous" in calendar) return 8760;
  const { planned } = plannedTimeOf(calendar);
  const days = new Set(calendar.shifts.flatMap((s) => s.days)).size;
  const perDay = planned.plannedPerWeek / days / 3600e6;
  return perDay * (calendar.daysPerYear ?? (days * 365) / 7);
}

/** Attended (paid) hours of one post in shift `index` a week, breaks included. */
export function shiftHoursPerWeek(calendar: Calendar, index: number): number {
  if ("continuous" in calendar) return 168;
  const s = calendar.shifts[index]!;
  const length = (minutes(s.end) - minutes(s.start) + 1440) % 1440 || 1440;
  return (length / 60) * new Set(s.days).size;
}

/** Hours paid to one person a year: the calendar's own, or the default where it runs without shifts. */
export function paidHoursPerPerson(calendar: Calendar): number {
  return "shifts" in calendar ? calendar.paidHoursPerPersonYear : defaultPaidHours;
}
