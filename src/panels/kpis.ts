import type { LineKpi } from "../measure";
import type { TextKey } from "../text";

type Unit = Exclude<TextKey & `unit.${string}`, "unit.priceSpread">;

/** How a KPI of the line is shown. `better` says which direction is a gain; null = neither by itself. */
export interface KpiRow {
  kpi: LineKpi;
  label: TextKey & `kpi.${string}`;
  term: TextKey & `kpiTerm.${string}`;
  unit: Unit;
  scale?: number;
  better: "more" | "less" | null;
}

/** In the order in which an owner asks. */
export const kpiRows: readonly KpiRow[] = [
  {
    kpi: "goodPerYear",
    label: "kpi.goodPerYear",
    term: "kpiTerm.goodPerYear",
    unit: "unit.partsPerYear",
    better: "more",
  },
  {
    kpi: "goodPerHour",
    label: "kpi.goodPerHour",
    term: "kpiTerm.goodPerHour",
    unit: "unit.partsPerHour",
    better: "more",
  },
  {
    kpi: "labourHoursPerGoodPart",
    label: "kpi.labour",
    term: "kpiTerm.labour",
    unit: "unit.minutesPerPart",
    scale: 60,
    better: "less",
  },
  { kpi: "scrapShare", label: "kpi.scrap", term: "kpiTerm.scrap", unit: "unit.percent", scale: 100, better: "less" },
  { kpi: "escapedShare", label: "kpi.escaped", term: "kpiTerm.escaped", unit: "unit.ppm", scale: 1e6, better: "less" },
  {
    kpi: "firstPassYield",
    label: "kpi.firstPass",
    term: "kpiTerm.firstPass",
    unit: "unit.percent",
    scale: 100,
    better: "more",
  },
  { kpi: "wip", label: "kpi.wip", term: "kpiTerm.wip", unit: "unit.parts", better: "less" },
  {
    kpi: "flowTimeSeconds",
    label: "kpi.leadTime",
    term: "kpiTerm.leadTime",
    unit: "unit.hours",
    scale: 1 / 3600,
    better: "less",
  },
  { kpi: "energyKwhPerGoodPart", label: "kpi.energy", term: "kpiTerm.energy", unit: "unit.kwhPerPart", better: "less" },
];
