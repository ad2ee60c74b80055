import type { Line, StationKind } from "../../model";
import { flowsOf } from "./needs";

/** How a part looks on its way, and the crate in which many of them wait. */
export const partForms = [
  "bar",
  "blank",
  "hub",
  "milled",
  "drilled",
  "hot",
  "forging",
  "gear",
  "cloth",
  "shirt",
  "folded",
  "bareBoard",
  "board",
  "housed",
  "cell",
  "module",
  "pack",
  "granules",
  "moulded",
  "carton",
  "piece",
  "crate",
] as const;
export type PartForm = (typeof partForms)[number];

/** What a kind of station makes of what comes in; anything else goes out as it came. */
const shaping: Partial<Record<StationKind, Partial<Record<PartForm, PartForm>>>> = {
  bandSaw: { bar: "blank" },
  shear: { bar: "blank" },
  lathe: { bar: "hub", blank: "hub" },
  heater: { bar: "hot", blank: "hot" },
  forgingPress: { blank: "forging", hot: "forging" },
  trimPress: { forging: "gear" },
  vmc: { blank: "milled", hub: "milled" },
  drillTap: { blank: "drilled", hub: "drilled", milled: "drilled" },
  ironing: { cloth: "folded", shirt: "folded" },
  printer: { bareBoard: "bareBoard" },
  placer: { bareBoard: "board" },
  tht: { bareBoard: "board" },
  assembly: { board: "housed", bareBoard: "housed", module: "pack" },
  stacking: { cell: "module" },
  injection: { granules: "moulded", piece: "moulded" },
};

/** What a line starts from, told by its machines. */
const startsAs: readonly (readonly [PartForm, readonly StationKind[]])[] = [
  ["cloth", ["sewing"]],
  ["bareBoard", ["printer", "placer"]],
  ["cell", ["sorting", "stacking"]],
  ["granules", ["injection"]],
];
/** so far along a row of seats the pieces have become a shirt */
const sewnTogether = 0.55;

export interface FormTable {
  /** station → form (index) of a part that comes in, that goes out */
  before: Uint8Array;
  after: Uint8Array;
  /** station → how far along the route, 0..1, before and after */
  toneBefore: Float32Array;
  toneAfter: Float32Array;
}

/** Forms along the route: each station changes what its feeding station gave it. */
export function formsOf(line: Line): FormTable {
  const flows = flowsOf(line);
  const n = line.stations.length;
  const metal = line.stations.some((station) =>
    ["lathe", "vmc", "drillTap", "bandSaw", "shear"].includes(station.kind),
  );
  const plain: PartForm =
    startsAs.find(([, kinds]) => line.stations.some((station) => kinds.includes(station.kind)))?.[0] ?? "piece";
  const table: FormTable = {
    before: new Uint8Array(n),
    after: new Uint8Array(n),
    toneBefore: new Float32Array(n),
    toneAfter: new Float32Array(n),
  };
  line.stations.forEach((station, s) => {
    const feeding = flows.find((flow) => flow.to === station.id);
    const from = feeding ? line.stations.findIndex((other) => other.id === feeding.from) : -1;
    const saws = station.kind === "bandSaw" || station.kind === "shear";
    const raw: PartForm = saws ? "bar" : metal ? "blank" : plain;
    const before = from >= 0 && from < s ? (partForms[table.after[from] ?? 0] ?? raw) : raw;
    const made = shaping[station.kind]?.[before] ?? before;
    const sewn = made === "cloth" && station.kind === "sewing" && (s + 1) / n > sewnTogether ? "shirt" : made;
    const after = station.kind === "packing" ? "carton" : sewn;
    table.before[s] = partForms.indexOf(before);
    table.after[s] = partForms.indexOf(after);
    table.toneBefore[s] = n < 2 ? 0 : s / n;
    table.toneAfter[s] = n < 2 ? 1 : (s + 1) / n;
  });
  return table;
}
