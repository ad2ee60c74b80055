import type { LineElements, StationElements } from "./isoElements";

/**
 * Key performance indicators of ISO 22400-2:2014 (Amd 1:2017), as far as the line model has their data.
 *
 * Where the formulas come from: the standard's text is not free and was **not read** for this table, only open descriptions:
 * the ontology IndustrialStandard-ODP-ISO22400-2 (Helmut Schmidt University, from a draft), the help of PTC ThingWorx, and
 * software after Kang, Zhao, Li and Horst (IJPR 2016, doi 10.1080/00207543.2015.1136082). Not verified: clauses (5, 6 or 8
 * by draft, so left out), `number`, the place among the 34 KPIs, from 23 on, and whether 31–33 divide by FE or FE + 1.
 *
 * Left out, and why:
 *  2, 13 for a station: an order's time is that of the whole line. 15–18 for a station: it counts bad parts of any fate,
 *     not first passes or scrap alone. 3 for a station: that is `processed`. 6, 7, 9, 30–33 for the line: the standard
 *     defines them for a work unit, and a line has no one run time per item; `lineOee` of a station stands for it.
 *  14 actual to planned scrap: a plan for scrap is not in the model. 19–22 capability (Cm, Cmk, Cp, Cpk): parts are good or
 *     bad, no characteristic is measured. 25–29 finished goods, integrated goods, loss ratios: for process industry, per
 *     consumed material; the model neither stores goods nor loses parts on the way. 34 corrective maintenance ratio:
 *     failures of the model do not say which repair was preventive.
 */
export interface IsoKpi {
  /** place among the 34 KPIs of the standard */
  number: number;
  words: string;
  /** in the symbols of the standard, see StationElements and LineElements */
  formula: string;
  /** 1 = share 0..1 */
  unit: "1" | "s" | "1/h" | "1/year" | "kWh/part";
  /** "standard": formula as described. "reading": the formula holds, an element of it is our reading, said in `note` */
  basis: "standard" | "reading";
  note?: string;
  /** null = not defined in this replication (nothing to divide by), never 0 in its place */
  station: ((e: StationElements) => number | null) | null;
  line: ((e: LineElements) => number | null) | null;
}

const ratio = (a: number, b: number): number | null => (b > 0 ? a / b : null);

const availability = (e: StationElements) => ratio(e.apt, e.pbt);
const effectiveness = (e: StationElements) => ratio(e.pri * e.pq, e.apt);
const qualityRatio = (e: StationElements) => ratio(e.gq, e.pq);
const allocation = (e: StationElements) => ratio(e.aubt, e.pbt);
const utilisation = (e: StationElements) => ratio(e.apt, e.aubt);
const setup = (e: StationElements) => ratio(e.aust, e.aupt);
const technical = (e: StationElements) => ratio(e.apt, e.apt + e.adet);

const overMachines = "line: sums over all machines, the standard speaks of one work unit";
const partAsOrder =
  "the order is one part; null with batches, assembly or ovens, where a machine-second serves several";

export const iso22400 = {
  workerEfficiency: {
    number: 1,
    words: "actual personnel work time / actual personnel attendance time",
    formula: "APWT / APAT",
    unit: "1",
    basis: "reading",
    note: "attendance = on duty in planned time: breaks and indirect staff are left out",
    station: null,
    line: (e) => ratio(e.apwt, e.apat),
  },
  allocationRatio: {
    number: 2,
    words: "actual unit busy times of all work units / actual order execution time",
    formula: "Σ AUBT / AOET",
    unit: "1",
    basis: "reading",
    note: partAsOrder,
    station: null,
    line: (e) => (e.isPartByPart ? ratio(e.all.aubt, e.aoet) : null),
  },
  throughputRate: {
    number: 3,
    words: "produced quantity / order execution time",
    formula: "PQ / AOET",
    unit: "1/h",
    basis: "reading",
    note: "the order is the run: parts that left, scrap included, per planned hour",
    station: null,
    line: (e) => ratio(e.pq, e.plannedHours),
  },
  allocationEfficiency: {
    number: 4,
    words: "actual unit busy time / planned busy time",
    formula: "AUBT / PBT",
    unit: "1",
    basis: "standard",
    note: overMachines,
    station: allocation,
    line: (e) => allocation(e.all),
  },
  utilisationEfficiency: {
    number: 5,
    words: "actual production time / actual unit busy time",
    formula: "APT / AUBT",
    unit: "1",
    basis: "reading",
    note: `loading is production time; ${overMachines}`,
    station: utilisation,
    line: (e) => utilisation(e.all),
  },
  oee: {
    number: 6,
    words: "availability × effectiveness × quality ratio (overall equipment effectiveness index)",
    formula: "APT/PBT · PRI·PQ/APT · GQ/PQ = PRI·GQ / PBT",
    unit: "1",
    basis: "standard",
    note: "written without the factors that cancel: 0, not undefined, where nothing was made",
    station: (e) => ratio(e.pri * e.gq, e.pbt),
    line: null,
  },
  nee: {
    number: 7,
    words:
      "actual unit processing time / planned busy time × effectiveness × quality ratio (net equipment effectiveness)",
    formula: "AUPT/PBT · PRI·PQ/APT · GQ/PQ",
    unit: "1",
    basis: "standard",
    note: "set-up is no loss here",
    station: (e) => {
      const factors = [ratio(e.aupt, e.pbt), effectiveness(e), qualityRatio(e)];
      return factors.reduce((product, f) => (product === null || f === null ? null : product * f), 1);
    },
    line: null,
  },
  availability: {
    number: 8,
    words: "actual production time / planned busy time",
    formula: "APT / PBT",
    unit: "1",
    basis: "reading",
    note: `loading is production time, set-up and waiting are losses; ${overMachines}`,
    station: availability,
    line: (e) => availability(e.all),
  },
  effectiveness: {
    number: 9,
    words: "planned run time per item × produced quantity / actual production time",
    formula: "PRI · PQ / APT",
    unit: "1",
    basis: "reading",
    note: "APT with loading, as idealTime has it; above 1 where unattended work outside planned time makes parts",
    station: effectiveness,
    line: null,
  },
  qualityRatio: {
    number: 10,
    words: "good quantity / produced quantity",
    formula: "GQ / PQ",
    unit: "1",
    basis: "standard",
    note: "station: good = neither made defective nor rejected nor scrapped here, hidden defects count as bad",
    station: qualityRatio,
    line: (e) => ratio(e.gq, e.pq),
  },
  setupRatio: {
    number: 11,
    words: "actual unit set-up time / actual unit processing time",
    formula: "AUST / AUPT",
    unit: "1",
    basis: "standard",
    note: `waiting for the setter is delay, not set-up; ${overMachines}`,
    station: setup,
    line: (e) => setup(e.all),
  },
  technicalEfficiency: {
    number: 12,
    words: "actual production time / (actual production time + actual unit delay time)",
    formula: "APT / (APT + ADET)",
    unit: "1",
    basis: "reading",
    note: `delay = down, blocked, waiting for people or a setter; review of parts is none; ${overMachines}`,
    station: technical,
    line: (e) => technical(e.all),
  },
  productionProcessRatio: {
    number: 13,
    words: "actual production times of all work units / actual order execution time",
    formula: "Σ APT / AOET",
    unit: "1",
    basis: "reading",
    note: partAsOrder,
    station: null,
    line: (e) => (e.isPartByPart ? ratio(e.all.apt, e.aoet) : null),
  },
  firstPassYield: {
    number: 15,
    words: "good parts of the first run / inspected parts",
    formula: "GP / IP",
    unit: "1",
    basis: "reading",
    note: "inspected = every part that left the line, good, escaped or scrapped",
    station: null,
    line: (e) => ratio(e.gp, e.pq),
  },
  scrapRatio: {
    number: 16,
    words: "scrap quantity / produced quantity",
    formula: "SQ / PQ",
    unit: "1",
    basis: "standard",
    station: null,
    line: (e) => ratio(e.sq, e.pq),
  },
  reworkRatio: {
    number: 17,
    words: "rework quantity / produced quantity",
    formula: "RQ / PQ",
    unit: "1",
    basis: "reading",
    note: "a part counts every time it is sent back; repair on the spot is not counted",
    station: null,
    line: (e) => ratio(e.rq, e.pq),
  },
  fallOffRatio: {
    number: 18,
    words: "scrap quantity / produced quantity of the first operation",
    formula: "SQ / PQ(first operation)",
    unit: "1",
    basis: "standard",
    note: "null where several stations begin the line",
    station: null,
    line: (e) => (e.pqFirst === null ? null : ratio(e.sq, e.pqFirst)),
  },
  comprehensiveEnergyConsumption: {
    number: 23,
    words: "energy consumed / produced quantity",
    formula: "E / PQ",
    unit: "kWh/part",
    basis: "reading",
    note: "electricity of the machines, off-shift standby added; null where no station says its power",
    station: null,
    line: (e) => (e.energyKwh === null ? null : ratio(e.energyKwh, e.pq)),
  },
  inventoryTurns: {
    number: 24,
    words: "throughput / average inventory",
    formula: "TH / average inventory",
    unit: "1/year",
    basis: "reading",
    note: "delivered parts a year over the parts in the line: stores of raw and finished goods are not modelled",
    station: null,
    line: (e) => ratio((e.delivered / e.plannedHours) * e.plannedHoursPerYear, e.wip),
  },
  equipmentLoadRatio: {
    number: 30,
    words: "produced quantity / equipment production capacity",
    formula: "PQ / EPC, EPC = PBT / PRI",
    unit: "1",
    basis: "reading",
    note: "capacity = what the planned time holds at the planned run time per item",
    station: (e) => (e.pri > 0 ? ratio(e.pri * e.pq, e.pbt) : null),
    line: null,
  },
  mtbf: {
    number: 31,
    words: "operating time between failures (production and set-up, no delays) / failure events",
    formula: "Σ TBF / FE, TBF = AUPT",
    unit: "s",
    basis: "reading",
    note: "pieces cut off by the measured hours are counted in; at unattended stations work outside planned time is not",
    station: (e) => ratio(e.aupt, e.fe),
    line: null,
  },
  mttf: {
    number: 32,
    words: "time able to produce between a restoration and the next failure / failure events",
    formula: "Σ TTF / FE, TTF = PBT − TTR",
    unit: "s",
    basis: "reading",
    note: "up time as in Kang et al.; the standard calls it equal to MTBF for what is repaired",
    station: (e) => ratio(Math.max(0, e.pbt - e.ttr), e.fe),
    line: null,
  },
  mttr: {
    number: 33,
    words: "time to restoration / failure events",
    formula: "Σ TTR / FE",
    unit: "s",
    basis: "standard",
    note: "in planned time; response and waiting for a repairer included",
    station: (e) => ratio(e.ttr, e.fe),
    line: null,
  },
} satisfies Record<string, IsoKpi>;

type Table = typeof iso22400;
export type StationIsoKpi = { [K in keyof Table]: Table[K]["station"] extends null ? never : K }[keyof Table];
export type LineIsoKpi = { [K in keyof Table]: Table[K]["line"] extends null ? never : K }[keyof Table];

const entries = Object.entries(iso22400) as [keyof Table, IsoKpi][];
const valuesOf = (of: (kpi: IsoKpi) => number | null | undefined) =>
  Object.fromEntries(entries.map(([id, kpi]) => [id, of(kpi)] as const).filter(([, value]) => value !== undefined));

export const stationIso = (e: StationElements) =>
  valuesOf((kpi) => kpi.station?.(e)) as Record<StationIsoKpi, number | null>;
export const lineIso = (e: LineElements) => valuesOf((kpi) => kpi.line?.(e)) as Record<LineIsoKpi, number | null>;
