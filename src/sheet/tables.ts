import { stationKinds } from "../model";
import { idOf, isObject, listAt, type Json, type JsonObject, type Path } from "./json";
import type { Kind, UnitId } from "./cells";
import type { TimeUnit } from "./numbers";
import type { Words } from "./words";

export const tableIds = ["stations", "flows", "kanban", "transporters", "operators", "indirect", "calendar", "shifts", "failures", "products", "supply"] as const; // prettier-ignore
export type TableId = (typeof tableIds)[number];

/** One column: where its value lies in a row, and what it is. Words: `editor.col.ID`. */
export interface Column {
  id: string;
  path: Path;
  kind: Kind;
  /** the path is not simply below the row: rows.ts knows the way */
  isDerived?: true;
  /** cleared, it takes this out too where none of `keys` is left in it: a loading without a time is no loading */
  husk?: { path: Path; keys: readonly string[] };
  /** the head's own words, where they come from the line (a shift's name) */
  of?: Json;
}

const column = (id: string, path: string, kind: Kind, more: Partial<Column> = {}): Column => ({
  id,
  path: path.split("."),
  kind,
  ...more,
});
const plainKind = (is: "id" | "name" | "share" | "form" | "yes" | "clock" | "days" | "breaks" | "capacity" | "reject"): Kind => ({ is }); // prettier-ignore
const count = (unit?: UnitId): Kind => (unit === undefined ? { is: "number" } : { is: "number", unit });
const time = (unit: TimeUnit): Kind => ({ is: "time", unit });
const choice = (words: Words, of: readonly string[]): Kind => ({ is: "choice", words, of });
const id = column("id", "id", plainKind("id"));
const name = column("name", "name", plainKind("name"));
const share = plainKind("share");
const form = plainKind("form");
const pool: Kind = { is: "ref", to: "operators" };
const station: Kind = { is: "ref", to: "stations" };
const whole = (path: string, ...keys: string[]): Partial<Column> => ({ husk: { path: path.split("."), keys } });

const stations: readonly Column[] = [
  name,
  id,
  column("type", "kind", choice("type", stationKinds)),
  column("machines", "machines", count("machines")),
  column("cycle", "process.time", time("s")),
  column("cycleForm", "process.time", form),
  column("crew", "process.operators.pool", pool, whole("process.operators")),
  column("crewCount", "process.operators.count", count("people"), whole("process.operators", "pool")),
  column("load", "load.time", time("s"), whole("load")),
  column("loadForm", "load.time", form),
  column("loader", "load.operators.pool", pool, whole("load.operators")),
  column("loaderCount", "load.operators.count", count("people"), whole("load.operators", "pool")),
  column("before", "before", plainKind("capacity"), { isDerived: true }),
  column("setup", "setup.time", time("min"), whole("setup")),
  column("setupForm", "setup.time", form),
  column("setupEvery", "setup.everyParts", count("parts"), whole("setup", "time", "onProductChange")),
  column("setupChange", "setup.onProductChange", plainKind("yes"), whole("setup", "time", "everyParts")),
  column("setter", "setup.operators.pool", pool, whole("setup.operators")),
  column("defects", "quality.defectRate", share),
  column("detection", "quality.inspection.detection", share, whole("quality.inspection")),
  column("falseReject", "quality.inspection.falseReject", share, whole("quality.inspection", "detection")),
  column("reject", "quality.onReject", plainKind("reject")),
  column("batch", "batch.size", count("parts"), whole("batch")),
  column("unattended", "unattended", plainKind("yes")),
  column("power", "power.working", count("kW")),
  column("asset", "assetValue", count("yuan")),
];

const failures: readonly Column[] = [
  column("at", "at", station, { isDerived: true }),
  name,
  id,
  column("clock", "clock", choice("clock", ["operating", "planned", "calendar"])),
  column("toFailure", "timeToFailure", time("h")),
  column("toFailureForm", "timeToFailure", form),
  column("everyParts", "everyParts", count("parts")),
  column("toRepair", "timeToRepair", time("min")),
  column("toRepairForm", "timeToRepair", form),
  column("response", "response", time("min")),
  column("repairer", "repairers.pool", pool, whole("repairers")),
  column("repairerCount", "repairers.count", count("people"), whole("repairers", "pool")),
  column("meanwhile", "operators", choice("meanwhile", ["release", "keep"])),
  column("interrupted", "interrupted", choice("interrupted", ["resume", "restart", "scrap"])),
];

const carried = whole("transport", "time", "distance", "transporter");
const belt = whole("conveyor", "length", "speed", "spacing");
const flows: readonly Column[] = [
  column("from", "from", station),
  column("to", "to", station),
  column("capacity", "capacity", plainKind("capacity")),
  column("flowShare", "share", share),
  column("flowProducts", "byProduct", { is: "refs", to: "products" }),
  column("way", "transport.time", time("s"), carried),
  column("distance", "transport.distance", count("m"), carried),
  column("transporter", "transport.transporter", { is: "ref", to: "transporters" }, carried),
  column("carryLot", "transport.lot", count("parts"), carried),
  column("beltLength", "conveyor.length", count("m"), belt),
  column("beltSpeed", "conveyor.speed", count("mps"), belt),
  column("beltSpacing", "conveyor.spacing", count("m"), belt),
  column("shelfLife", "shelfLife", { is: "duration", unit: "h" }),
];

const people: readonly Column[] = [
  column("headcount", "headcount", count("people")),
  column("wage", "wagePerYear", count("yuanPerYear")),
  column("onCost", "onCostRate", share),
];

const operators = (line: JsonObject): readonly Column[] => [
  name,
  id,
  column("poolKind", "kind", choice("pool", ["person", "robot"])),
  column("onDuty", "count", count("people")),
  ...listAt(line, ["calendar", "shifts"]).map((shift): Column => ({
    id: `onDuty:${idOf(shift)}`,
    path: ["countByShift", idOf(shift)],
    kind: count("people"),
    husk: { path: ["countByShift"], keys: listAt(line, ["calendar", "shifts"]).map(idOf) },
    of: shift,
  })),
  ...people,
  column("rule", "rule", choice("rule", ["fifo", "downstreamFirst", "upstreamFirst", "random"])),
  column("skills", "alsoServes", { is: "refs", to: "operators" }),
];

const fixed: Record<Exclude<TableId, "operators">, readonly Column[]> = {
  stations,
  flows,
  failures,
  indirect: [name, id, ...people],
  kanban: [id, column("from", "from", station), column("to", "to", station), column("cards", "cards", count("parts"))],
  transporters: [
    name,
    id,
    column("vehicle", "kind", choice("vehicle", ["person", "forklift", "agv", "crane"])),
    column("vehicles", "count", count("machines")),
    column("speed", "speed", count("mps")),
    column("carryLoad", "loadTime", time("s")),
    column("carryLoadForm", "loadTime", form),
  ],
  products: [
    name,
    id,
    column("share", "share", share),
    column("price", "price", count("yuan")),
    column("material", "materialCost", count("yuan")),
    column("consumable", "consumableCost", count("yuan")),
  ],
  shifts: [
    name,
    id,
    column("days", "days", plainKind("days")),
    column("start", "start", plainKind("clock")),
    column("end", "end", plainKind("clock")),
    column("breaks", "breaks", plainKind("breaks")),
    column("wageFactor", "wageFactor", count()),
  ],
  calendar: [
    column("continuous", "continuous", plainKind("yes"), { isDerived: true }),
    column("daysPerYear", "daysPerYear", count("days")),
    column("paidHours", "paidHoursPerPersonYear", count("hours")),
  ],
  supply: [
    column("supplyKind", "supply.kind", choice("supply", ["unlimited", "arrivals", "conwip"]), {
      isDerived: true,
    }),
    column("interarrival", "supply.interarrival", time("s"), { isDerived: true }),
    column("interarrivalForm", "supply.interarrival", form, { isDerived: true }),
    column("queue", "supply.queueCapacity", plainKind("capacity"), { isDerived: true }),
    column("level", "supply.level", count("parts"), { isDerived: true }),
    column("demand", "demand.perYear", count("perYear"), { isDerived: true }),
    column("sequence", "sequence.kind", choice("sequence", ["lots", "random"]), whole("sequence")),
    column("lot", "sequence.lot", count("parts")),
  ],
};

/** The columns of a table; those of people have one more for each shift of the line. */
export function columnsOf(table: TableId, line: JsonObject): readonly Column[] {
  return table === "operators" ? operators(line) : fixed[table];
}

/** Tables of one row that is always there. */
export const isSingle = (table: TableId): boolean => table === "calendar" || table === "supply";

/** Where each row of a table lies in the line. */
export function rowsAt(table: TableId, line: JsonObject): Path[] {
  const each = (path: Path): Path[] => listAt(line, path).map((_, i) => [...path, i]);
  switch (table) {
    case "calendar":
      return [["calendar"]];
    case "supply":
      return [[]];
    case "shifts":
      return each(["calendar", "shifts"]);
    case "failures":
      return each(["stations"]).flatMap((path) => each([...path, "failures"]));
    default:
      return each([table]);
  }
}

/** The list a new row of a table goes into. */
export const listOf = (table: Exclude<TableId, "failures" | "calendar" | "supply">): Path =>
  table === "shifts" ? ["calendar", "shifts"] : [table];

/** A pattern of shifts, not round the clock. */
export const hasShifts = (line: JsonObject): boolean => isObject(line.calendar) && "shifts" in line.calendar;
