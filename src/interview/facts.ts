import { distributionMean, plannedHoursPerYear, type Calendar, type Scenario, type Station } from "../model";
import { trades, type TradeId } from "./trades";

/** What a template says about itself, in the units of the questions. */
export interface Facts {
  /** regular shifts a working day; overtime is no shift of its own */
  shifts: number;
  /** people paid, reliefs and leaders included */
  people: number;
  /** machines or places at the step that sets the pace */
  machines: number;
  /** minutes at the step that sets the pace */
  changeover: number;
  /** good parts a working day */
  perDay: number;
  /** scrapped parts of 100 */
  scrap: number;
  /** yuan a good part, without VAT */
  price: number;
  /** yuan a month of the largest group of people, before the firm's social insurance */
  wage: number;
  pace: Station;
  hoursPerDay: number;
  daysPerYear: number;
}

/** Extra pay marks hours beyond the regular shifts. */
export const isOvertime = (shift: { wageFactor: number }): boolean => shift.wageFactor > 1;

export const regularShifts = (calendar: Calendar): number =>
  "continuous" in calendar ? 3 : calendar.shifts.filter((shift) => !isOvertime(shift)).length;

export function workingDays(calendar: Calendar): number {
  if ("continuous" in calendar) return 365;
  const perWeek = new Set(calendar.shifts.flatMap((shift) => shift.days)).size;
  return calendar.daysPerYear ?? (perWeek * 365) / 7;
}

export function factsOf(trade: TradeId, { line }: Scenario): Facts {
  const { pace: paceId, goodPerHour, scrapShare } = trades[trade];
  const pace = line.stations.find((station) => station.id === paceId);
  if (pace === undefined) throw new Error(`the template ${trade} has no station ${paceId}`);
  const people = [...line.operators.filter((pool) => pool.kind === "person"), ...line.indirect];
  const heads = people.reduce((sum, pool) => sum + (pool.headcount ?? 0), 0);
  const largest = [...line.operators].sort((a, b) => (b.headcount ?? 0) - (a.headcount ?? 0))[0];
  const daysPerYear = workingDays(line.calendar);
  const hoursPerDay = plannedHoursPerYear(line.calendar) / daysPerYear;
  return {
    shifts: regularShifts(line.calendar),
    people: heads,
    machines: pace.machines,
    changeover: pace.setup === undefined ? 0 : distributionMean(pace.setup.time) / 60,
    perDay: Math.round(goodPerHour * hoursPerDay),
    scrap: Math.round(scrapShare * 1000) / 10,
    price: line.products[0]?.price ?? 0,
    wage: Math.round((largest?.wagePerYear ?? 0) / 12 / 100) * 100,
    pace,
    hoursPerDay,
    daysPerYear,
  };
}
