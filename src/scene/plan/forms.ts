import type { Line, StationKind } from "../../model";
import { flowsOf } from "./needs";

/**
 * How a part looks on its way: raw bar, sawn blank, turned hub, milled hub, drilled hub, folded cloth, printed board,
 * carton, or a plain piece; and the crate in which many of them wait.
 */
export const partForms = [
  "bar",
  "blank",
  "hub",
  "milled",
  "drilled",
  "cloth",
  "board",
  "carton",
  "piece",
  "crate",
] as const;
export type PartForm = (typeof partForms)[number];

const shaping: Partial<Record<StationKind, Partial<Record<PartForm, PartForm>>>> = {
  bandSaw: { bar: "blank" },
  shear: { bar: "blank" },
  lathe: { bar: "hub", blank: "hub" },
  forgingPress: { blank: "hub" },
  vmc: { blank: "milled", hub: "milled" },
  drillTap: { blank: "drilled", hub: "drilled", milled: "drilled" },
};

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
  const has = (...kinds: StationKind[]): boolean => line.stations.some((station) => kinds.includes(station.kind));
  const plain: PartForm = has("sewing") ? "cloth" : has("printer", "placer") ? "board" : "piece";
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
    const after = station.kind === "packing" ? "carton" : (shaping[station.kind]?.[before] ?? before);
    table.before[s] = partForms.indexOf(before);
    table.after[s] = partForms.indexOf(after);
    table.toneBefore[s] = n < 2 ? 0 : s / n;
    table.toneAfter[s] = n < 2 ? 1 : (s + 1) / n;
  });
  return table;
}
