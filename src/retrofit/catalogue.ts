import { z } from "zod";
import { Retrofit, stationKinds, type Effect, type Line, type Problem, type Range, type Station } from "../model";
import { locate } from "./path";
import { copyOf, isRecord } from "./plain";
import { isCounted, isRange } from "./value";

const Cost = Retrofit.shape.cost;
const Words = Retrofit.shape.name;

/**
 * A retrofit as the catalogue lists it, not yet at a place. In targets, values and exclusions `{station}` stands for the
 * station and `{pool}` for the people who load it. `scope` line: it works on every station that has what it changes.
 * `per`: what the cost counts; `platform` is paid once on top. `kinds`: stations it is made for (none named: any; a
 * generic station takes all). `needs`: what a station must have, e.g. "load.operators" for a loading robot.
 * `scope` transport: it works on every flow whose parts are carried; `{flow}` stands for each of them.
 * `prerequisites` and `whenNot` are for people: what must be there first, and when the money is better kept.
 */
export const CatalogueEntry = z.strictObject({
  scope: z.enum(["line", "station", "transport"]),
  per: z.enum(["line", "station", "machine"]),
  platform: Cost.optional(),
  kinds: z.array(z.enum(stationKinds)).default([]),
  needs: z.array(z.string().max(100)).default([]),
  prerequisites: z.array(Words).max(10).default([]),
  whenNot: z.array(Words).min(1).max(10),
  retrofit: Retrofit,
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

export const Catalogue = z.strictObject({ schemaVersion: z.literal(1), entries: z.array(CatalogueEntry) });
export type Catalogue = z.infer<typeof Catalogue>;

/** `leftOut`: what the entry could change elsewhere but this line does not have (no set-up there, no such failure). */
export type Placed = { ok: true; retrofit: Retrofit; leftOut: string[] } | { ok: false; problems: Problem[] };

function filled<T>(value: T, words: Readonly<Record<string, string>>): T {
  if (typeof value === "string") return value.replaceAll(/\{(\w+)\}/g, (all, word: string) => words[word] ?? all) as T;
  if (Array.isArray(value)) return value.map((inner: unknown) => filled(inner, words)) as T;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, words)])) as T;
}

function loaderOf(station: Station): string | undefined {
  return station.load?.operators?.pool;
}

function suits({ kinds, needs }: CatalogueEntry, line: Line, station: Station): boolean {
  if (kinds.length > 0 && station.kind !== "generic" && !kinds.includes(station.kind)) return false;
  const root = line as unknown as Record<string, unknown>;
  return needs.every((need) => locate(root, `stations.${station.id}.${need}`, false).ok);
}

function placeExists(line: Line, { target, op }: Effect): boolean {
  const found = locate(line as unknown as Record<string, unknown>, target, false);
  if (!found.ok) return false;
  const { value } = found.at;
  if (op === "add") return typeof value === "number";
  return op !== "scale" || typeof value === "number" || (isRecord(value) && typeof value.dist === "string");
}

function times(range: Range, units: number): Range {
  if (typeof range === "number") return range * units;
  return { low: range.low * units, likely: range.likely * units, high: range.high * units };
}

function plus(a: Range, b: Range): Range {
  if (typeof a === "number" && typeof b === "number") return a + b;
  const ends = (r: Range): { low: number; likely: number; high: number } =>
    typeof r === "number" ? { low: r, likely: r, high: r } : r;
  const [x, y] = [ends(a), ends(b)];
  return { low: x.low + y.low, likely: x.likely + y.likely, high: x.high + y.high };
}

function costOf(entry: CatalogueEntry, units: number): Retrofit["cost"] {
  const { cost } = entry.retrofit;
  const part = (key: keyof Retrofit["cost"]): Range => plus(times(cost[key], units), entry.platform?.[key] ?? 0);
  return {
    equipment: part("equipment"),
    software: part("software"),
    integration: part("integration"),
    training: part("training"),
  };
}

/** The part of the name of a flow in effect paths. */
const flowName = ({ from, to }: { from: string; to: string }): string => `${from}>${to}`;

/** Parts are counted: a scaled lot becomes the nearest whole number of them, at least one. */
function inWholeParts(effect: Effect, line: Line): Effect {
  const found = locate(line as unknown as Record<string, unknown>, effect.target, false);
  if (effect.op !== "scale" || !found.ok || typeof found.at.value !== "number" || !isCounted(effect.target))
    return effect;
  const before = found.at.value;
  const rounded = (factor: unknown): unknown =>
    typeof factor === "number" ? Math.max(1, Math.round(before * factor)) : factor;
  const { value } = effect;
  const whole = isRange(value)
    ? { low: rounded(value.low), likely: rounded(value.likely), high: rounded(value.high) }
    : rounded(value);
  return { ...effect, op: "set", value: whole };
}

/**
 * Vehicles take over every flow whose parts are carried. Problems: notSupported `noTransport` (nothing is carried on this
 * line), duplicateId (such vehicles run here already).
 */
function placeOnFlows({ retrofit }: CatalogueEntry, line: Line): Placed {
  const path = `retrofits.${retrofit.id}`;
  const carried = (line.flows ?? []).filter((flow) => flow.transport !== undefined);
  if (carried.length === 0)
    return { ok: false, problems: [{ path, code: "notSupported", params: { what: "noTransport" } }] };
  const effects: Effect[] = [];
  const leftOut: string[] = [];
  for (const effect of retrofit.effects) {
    const perFlow = JSON.stringify(effect).includes("{flow}");
    for (const flow of perFlow ? carried : carried.slice(0, 1)) {
      const placed = inWholeParts(filled(copyOf(effect), { flow: flowName(flow) }), line);
      const vehicle = isRecord(placed.value) ? placed.value.id : undefined;
      const clash = line.transporters.find(({ id }) => placed.target === "transporters" && id === vehicle);
      if (clash !== undefined)
        return { ok: false, problems: [{ path, code: "duplicateId", params: { id: clash.id } }] };
      if (placeExists(line, placed)) effects.push(placed);
      else leftOut.push(placed.target);
    }
  }
  return { ok: true, retrofit: { ...copyOf(retrofit), effects }, leftOut };
}

/** Stations of the line at which an entry has something to change; with scope line or transport, none need be named. */
export function placesOf(entry: CatalogueEntry, line: Line): string[] {
  if (entry.scope !== "station") return [];
  return line.stations.filter(({ id }) => placeRetrofit(entry, line, id).ok).map(({ id }) => id);
}

/**
 * Puts a catalogue entry at a station (scope station) or over the line, as a retrofit a plan can choose: placeholders
 * filled, cost counted, effects on things this line lacks left out and listed. The id is the entry's, with the
 * station's for scope station ("R04-op30"), so that exclusions work place by place.
 * Problems: unknownReference (station), notSupported `nothingToChange` (it does not suit the place, or the place has
 * nothing of what it works on). An entry that uses `{pool}` must need "load.operators".
 */
export function placeRetrofit(entry: CatalogueEntry, line: Line, stationId?: string): Placed {
  if (entry.scope === "transport") return placeOnFlows(entry, line);
  const { retrofit, scope, per } = entry;
  const asked = line.stations.filter((station) => scope === "line" || station.id === stationId);
  const path = `retrofits.${retrofit.id}`;
  if (asked.length === 0) {
    const params = { kind: "stations", id: stationId ?? "", allowed: line.stations.map((s) => s.id).join(", ") };
    return { ok: false, problems: [{ path, code: "unknownReference", params }] };
  }
  const at = asked.filter((station) => suits(entry, line, station));
  const effects: Effect[] = [];
  const leftOut: string[] = [];
  const changed = new Set<Station>();
  for (const effect of retrofit.effects) {
    for (const station of JSON.stringify(effect).includes("{station}") ? at : at.slice(0, 1)) {
      const pool = loaderOf(station);
      const placed = filled(copyOf(effect), { station: station.id, ...(pool === undefined ? {} : { pool }) });
      if (!placeExists(line, placed)) {
        leftOut.push(placed.target);
        continue;
      }
      effects.push(placed);
      changed.add(station);
    }
  }
  if (effects.length === 0 && (retrofit.effects.length > 0 || at.length === 0)) {
    return { ok: false, problems: [{ path, code: "notSupported", params: { what: "nothingToChange" } }] };
  }
  const machines = [...changed].reduce((sum, station) => sum + station.machines, 0);
  const units = per === "line" ? 1 : per === "station" ? changed.size : machines;
  const words = { station: stationId ?? "" };
  const id = scope === "line" ? retrofit.id : `${retrofit.id}-${stationId ?? ""}`;
  const placed: Retrofit = {
    ...copyOf(retrofit),
    id,
    effects,
    cost: costOf(entry, units),
    excludes: filled(retrofit.excludes, words),
  };
  return { ok: true, retrofit: placed, leftOut };
}
