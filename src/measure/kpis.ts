import { distributionMean, type Line, paidHoursPerPerson, plannedHoursPerYear, shiftHoursPerWeek } from "../model";
import type { RunCounters, StationCounters, TransporterCounters } from "./counters";
import { lineIso, stationIso } from "./iso22400";
import { lineElements, stationElements } from "./isoElements";
import type { ReplicationResult, StationNumbers, TransporterNumbers } from "./result";

const HOUR = 3600;

/** Years are 8760 h; hours a year outside planned time, per planned hour. Continuous: 0. */
function offShiftHoursPerPlannedHour(line: Line): number {
  const planned = plannedHoursPerYear(line.calendar);
  return Math.max(0, 8760 - planned) / planned;
}

/**
 * Paid hours per planned hour. A pool with `headcount` is paid headcount × paidHoursPerPersonYear a year; without, its
 * posts are paid for the length of every shift, breaks included. Indirect staff like pools with headcount. Robots: none.
 */
export function paidHoursPerPlannedHour(line: Line): number {
  const plannedYear = plannedHoursPerYear(line.calendar);
  const shifts = "shifts" in line.calendar ? line.calendar.shifts : null;
  const paidPerPerson = paidHoursPerPerson(line.calendar);
  const paidWeek = shifts === null ? 168 : shifts.reduce((a, _, i) => a + shiftHoursPerWeek(line.calendar, i), 0);
  const plannedWeek = shifts === null ? 168 : plannedWeekHours(line);
  let paid = 0;
  for (const pool of line.operators) {
    if (pool.kind === "robot") continue;
    if (pool.headcount !== undefined) paid += (pool.headcount * paidPerPerson) / plannedYear;
    else if (shifts === null || pool.countByShift === undefined) paid += (pool.count * paidWeek) / plannedWeek;
    else
      shifts.forEach((s, i) => {
        paid += ((pool.countByShift![s.id] ?? pool.count) * shiftHoursPerWeek(line.calendar, i)) / plannedWeek;
      });
  }
  for (const i of line.indirect) paid += (i.headcount * paidPerPerson) / plannedYear;
  return paid;
}

function plannedWeekHours(line: Line): number {
  if (!("shifts" in line.calendar)) return 168;
  const days = new Set(line.calendar.shifts.flatMap((s) => s.days)).size;
  const perYear = plannedHoursPerYear(line.calendar);
  return (perYear / (line.calendar.daysPerYear ?? (days * 365) / 7)) * days;
}

/** Mean power per planned hour, kW: machines by state (ISO 22400-2 energy per part), off-shift standby over the year added. */
function energyPerPlannedHour(line: Line, c: RunCounters): { all: number; offShift: number } {
  const off = offShiftHoursPerPlannedHour(line);
  let kw = 0;
  let sleeping = 0;
  line.stations.forEach((station, i) => {
    if (station.power === undefined) return;
    const counters = c.stations[i]!;
    const working = counters.working / c.plannedSeconds;
    kw += station.power.working * working + station.power.idle * (station.machines - working);
    // unattended work goes on while the plant sleeps: it draws working power instead of standby
    const asleep = counters.offShiftWorking / c.plannedSeconds;
    sleeping += station.power.working * asleep + station.power.offShift * Math.max(0, station.machines * off - asleep);
  });
  return { all: kw + sleeping, offShift: sleeping };
}

/** KPIs of one replication from its counters; units and definitions as in ReplicationResult. */
export function kpis(line: Line, c: RunCounters): ReplicationResult {
  const hours = c.plannedSeconds / HOUR;
  const delivered = c.good + c.escaped;
  const left = delivered + c.scrapped;
  const goodPerHour = c.good / hours;
  const { all: powerKw, offShift: offShiftPowerKw } = energyPerPlannedHour(line, c);
  const ratio = (a: number, b: number) => (b > 0 ? a / b : 0);
  const stations: Record<string, StationNumbers> = {};
  line.stations.forEach((station, i) => {
    stations[station.id] = stationNumbers(line, station, c.stations[i]!, c);
  });
  const elements = line.stations.map((station, i) =>
    stationElements(c.stations[i]!, c.plannedSeconds, idealSeconds(station, line.products)),
  );
  return {
    replication: c.replication,
    events: c.events,
    stalled: c.stalled,
    line: {
      throughputPerHour: delivered / hours,
      goodPerHour,
      goodPerYear: goodPerHour * plannedHoursPerYear(line.calendar),
      entered: c.entered / hours,
      wip: c.wipArea / c.plannedSeconds,
      flowTimeSeconds: ratio(c.flowTimeSum, c.flowCount),
      scrapShare: ratio(c.scrapped, left),
      escapedShare: ratio(c.escaped, delivered),
      firstPassYield: ratio(c.firstPass, left),
      labourHoursPerGoodPart: ratio(paidHoursPerPlannedHour(line), goodPerHour),
      energyKwhPerGoodPart: ratio(powerKw, goodPerHour),
      lostArrivalsPerHour: c.lost / hours,
      escapedPerHour: c.escaped / hours,
      scrappedPerHour: c.scrapped / hours,
      powerKw,
      offShiftPowerKw,
    },
    stations,
    operators: Object.fromEntries(
      c.pools.map((p) => [
        p.id,
        { busy: ratio(p.busyArea, p.capacityArea), waitingMean: p.waitingArea / c.plannedSeconds },
      ]),
    ),
    iso22400: {
      line: lineIso(lineElements(line, c, elements, powerKw)),
      stations: Object.fromEntries(line.stations.map((station, i) => [station.id, stationIso(elements[i]!)])),
    },
    // a hand-over without places is always "full": that says nothing
    queueFull: Object.fromEntries(
      c.stations.map((s) => [
        s.id,
        s.queueFull === null || placesInFront(line, s.id) === 0 ? null : s.queueFull / c.plannedSeconds,
      ]),
    ),
    transporters: Object.fromEntries(c.transporters.map((v) => [v.id, transporterNumbers(v, c.plannedSeconds)])),
    stuck: c.stuck,
    flowTimes: c.flowTimes,
    series: c.series,
  };
}

/** Repairs make the leg they fall into longer: they are taken out of it, in proportion. */
function transporterNumbers(v: TransporterCounters, plannedSeconds: number): TransporterNumbers {
  const all = v.vehicles * plannedSeconds;
  const driving = v.empty + v.loaded;
  const share = (x: number) => (driving > 0 ? (x * (1 - Math.min(1, v.down / driving))) / all : 0);
  return {
    loaded: share(v.loaded),
    empty: share(v.empty),
    charging: v.charging / all,
    down: v.down / all,
    idle: Math.max(0, 1 - (driving + v.charging) / all),
    trips: (v.trips / plannedSeconds) * HOUR,
  };
}

function stationNumbers(
  line: Line,
  station: Line["stations"][number],
  s: StationCounters,
  c: RunCounters,
): StationNumbers {
  const machineTime = s.machines * c.plannedSeconds;
  const part = (x: number) => x / machineTime;
  const planned = plannedHoursPerYear(line.calendar);
  const ideal = idealSeconds(station, line.products);
  // ISO 22400-2: availability (set-up counts as a loss) × effectiveness × quality ratio = ideal time of the good parts / planned time
  const goodHere = Math.max(0, s.processed - s.bad);
  return {
    working: part(s.working),
    loading: part(s.loading),
    setup: part(s.setup),
    blocked: part(s.blocked),
    starved: part(s.starved),
    waitingOperator: part(s.waitingOperator),
    down: part(s.down),
    offShift: "continuous" in line.calendar ? 0 : Math.max(0, 1 - planned / 8760),
    waitingRepairer: part(s.waitingRepairer),
    waitingResponse: part(s.waitingResponse),
    waitingSetter: part(s.waitingSetter),
    processed: (s.processed / c.plannedSeconds) * HOUR,
    queueMean: s.queueArea / c.plannedSeconds,
    queueMost: s.queueMost,
    reworked: (s.reworked / c.plannedSeconds) * HOUR,
    failuresPer100Hours: (s.failures / c.plannedSeconds) * HOUR * 100,
    oee: (goodHere * ideal) / machineTime,
    lineOee: (c.good * ideal) / machineTime,
  };
}

/** Places in the buffers in front of a station; null = unlimited, as where the file leaves `flows` out. */
function placesInFront(line: Line, id: string): number | null {
  const capacities = (line.flows ?? []).filter((f) => f.to === id).map((f) => f.capacity);
  if (capacities.length === 0 || capacities.includes(null)) return null;
  return capacities.reduce((sum: number, capacity) => sum + capacity!, 0);
}

/** What one replication comes to in a year: parts and kWh (of these outside the shifts) at the calendar's planned hours. */
export function yearlyNumbers(line: Line, result: ReplicationResult) {
  const hours = plannedHoursPerYear(line.calendar);
  return {
    goodPerYear: result.line.goodPerHour * hours,
    escapedPerYear: result.line.escapedPerHour * hours,
    scrappedPerYear: result.line.scrappedPerHour * hours,
    enteredPerYear: result.line.entered * hours,
    energyKwhPerYear: result.line.powerKw * hours,
    standbyKwhPerYear: result.line.offShiftPowerKw * hours,
  };
}

/**
 * People paid: headcounts as given, else the posts of every shift (round the clock: 8760 h over 2250 paid hours each).
 * Robots are not people; indirect staff are.
 */
export function headcount(line: Line): number {
  const shifts = "shifts" in line.calendar ? line.calendar.shifts : null;
  const direct = line.operators.map((pool) => {
    if (pool.kind === "robot") return 0;
    if (pool.headcount !== undefined) return pool.headcount;
    if (shifts === null) return (pool.count * 8760) / 2250;
    return shifts.reduce((sum, shift) => sum + (pool.countByShift?.[shift.id] ?? pool.count), 0);
  });
  return [...direct, ...line.indirect.map((group) => group.headcount)].reduce((a, b) => a + b, 0);
}

/** `idealTime`, or the mean process time of a part over the product mix where none is given. Seconds. */
export function idealSeconds(station: Line["stations"][number], products: Line["products"]): number {
  if (station.idealTime !== undefined) return station.idealTime;
  const times = station.process.timeByProduct ?? {};
  const mix = products.length > 0 ? products : [{ id: "", share: 1 }];
  const mean = mix.reduce((sum, p) => sum + p.share * distributionMean(times[p.id] ?? station.process.time), 0);
  return mean / (station.batch?.size ?? 1);
}
