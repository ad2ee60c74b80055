import type { Draft, Follow } from "./draft";
import { getAt, idOf, isList, isObject, listAt, mapDeep, setAt, type Json, type JsonObject, type Path } from "./json";
import { bridged, inSeries, isSeries } from "./series";
import type { TableId } from "./tables";

/** Ids that other parts of the file point at: who points, and what becomes of it when one is renamed or goes. */
type List = "stations" | "operators" | "products" | "transporters" | "shifts";

const keysTo: Readonly<Record<List, readonly string[]>> = {
  stations: ["from", "to", "rework", "stations", "station"],
  operators: ["pool", "alsoServes"],
  products: ["byProduct"],
  transporters: ["transporter"],
  shifts: [],
};
/** Objects whose keys are ids. */
const keyedBy: Readonly<Record<List, readonly string[]>> = {
  stations: [],
  operators: [],
  products: ["timeByProduct", "onProductChange"],
  transporters: [],
  shifts: ["countByShift"],
};

/** Everything inside `value` that points at `from` points at `to`. */
export function renamed<T extends Json>(value: T, list: List, from: string, to: string): T {
  const keys = (object: JsonObject): JsonObject =>
    Object.hasOwn(object, from)
      ? Object.fromEntries(Object.entries(object).map(([key, each]) => [key === from ? to : key, each]))
      : object;
  return mapDeep(value, (each, key) => {
    if (each === from && keysTo[list].includes(key)) return to;
    if (!isObject(each) || !keyedBy[list].includes(key)) return each;
    // a matrix of products has them on both sides
    const outer = keys(each);
    const entries = Object.entries(outer).map(([name, inner]): [string, Json | undefined] => [
      name,
      key === "onProductChange" && isObject(inner) ? keys(inner) : inner,
    ]);
    return entries.every(([name, inner]) => each[name] === inner) ? each : Object.fromEntries(entries);
  }) as T;
}

/** "stations.op10" of an effect, or "line.stations.op10" of an assumption, after a renaming. */
export function renamedTarget(target: string, list: List, from: string, to: string): string {
  const steps = target.split(".");
  const at = steps[0] === "line" ? 1 : 0;
  const root = list === "shifts" ? ["calendar", "shifts"] : [list];
  if (root.every((step, i) => steps[at + i] === step) && steps[at + root.length] === from) {
    steps[at + root.length] = to;
    return steps.join(".");
  }
  if (list === "stations" && steps[at] === "flows")
    steps[at + 1] = (steps[at + 1] ?? "").split(">").map((id) => (id === from ? to : id)).join(">"); // prettier-ignore
  if (steps.at(-2) !== undefined && keyedBy[list].includes(steps.at(-2)!) && steps.at(-1) === from)
    steps[steps.length - 1] = to;
  return steps.join(".");
}

/** Ids of the steps (retrofits) that a row's going would leave without what they change. */
export function stepsOn(retrofits: readonly JsonObject[], list: List | "failures", id: string, of = ""): string[] {
  const marker = "\u0000gone";
  const root = list === "failures" ? `stations.${of}.failures.${id}` : null;
  return retrofits
    .filter((retrofit) =>
      listAt(retrofit, ["effects"]).some((effect) => {
        const target = getAt(effect, ["target"]);
        if (typeof target !== "string") return false;
        if (root !== null) return target === root || target.startsWith(`${root}.`);
        const kind = list as List;
        if (renamedTarget(target, kind, id, marker) !== target) return true;
        const value = getAt(effect, ["value"]);
        return value !== undefined && renamed(value, kind, id, marker) !== value;
      }),
    )
    .map(idOf);
}

/** Who holds a row that is to go: places in the line by the words of their table, and steps by id. */
export interface Holders {
  /** rows of other tables, by the id or name of the row that points here */
  rows: string[];
  steps: string[];
}

/** Everything that would be left pointing at nothing; what simply goes along (flows, turns of shifts) is not named. */
export function holdersOf(draft: Draft, retrofits: readonly JsonObject[], table: TableId, at: Path): Holders {
  const row = getAt(draft.line, at);
  const id = idOf(row);
  if (table === "failures")
    return { rows: [], steps: stepsOn(retrofits, "failures", id, idOf(getAt(draft.line, at.slice(0, 2)))) };
  if (table !== "stations" && table !== "operators" && table !== "products" && table !== "transporters")
    return { rows: [], steps: [] };
  const marker = "\u0000gone";
  const points = (each: Json): boolean => each !== row && renamed(each, table, id, marker) !== each;
  const stations = listAt(draft.line, ["stations"]);
  const lists: Readonly<Record<typeof table, readonly (readonly Json[])[]>> = {
    stations: [stations, listAt(draft.line, ["kanban"])],
    operators: [stations],
    products: [stations, listAt(draft.line, ["flows"])],
    transporters: [listAt(draft.line, ["flows"])],
  };
  const named = (each: Json): string => idOf(each) || `${String(getAt(each, ["from"]))}>${String(getAt(each, ["to"]))}`;
  return { rows: lists[table].flat().filter(points).map(named), steps: stepsOn(retrofits, table, id) };
}

/** The row is gone, and with it everything that points at it. */
export function withoutRow(draft: Draft, retrofits: readonly JsonObject[], table: TableId, at: Path): Draft {
  const { line } = draft;
  const id = idOf(getAt(line, at));
  const { steps } = holdersOf(draft, retrofits, table, at);
  const follow: readonly Follow[] =
    steps.length === 0 ? draft.follow : [...draft.follow, { is: "dropped", retrofits: steps }];
  if (table === "stations") {
    const wasSeries = isSeries(line);
    const removed = setAt(line, at, undefined);
    const linked = wasSeries ? inSeries(removed) : bridged(removed, id);
    return { line: unpointed(linked, "stations", id), follow };
  }
  const removed = setAt(line, at, undefined);
  if (table === "operators" || table === "products" || table === "transporters" || table === "shifts")
    return { line: unpointed(removed, table, id), follow };
  return { line: removed, follow };
}

/** Takes out what points at an id: a need without its pool, a loop without its end, a rework without its target. */
function unpointed(line: JsonObject, list: List, id: string): JsonObject {
  const keys = keysTo[list];
  // a way without its vehicle is still a way
  const isWhole = list !== "transporters";
  const hangs = (each: Json): boolean =>
    isWhole && isObject(each) && (keys.some((key) => each[key] === id) || isEmptyList(each, "stations"));
  const clean = (value: Json, key: string): Json => {
    if (isList(value)) {
      const own = keys.includes(key) ? value.filter((each) => each !== id) : value;
      const kept = own.map((each) => clean(each, key)).filter((each) => !hangs(each));
      return kept.length === value.length && kept.every((each, i) => each === value[i]) ? value : kept;
    }
    if (!isObject(value)) return value;
    const isKeyed = keyedBy[list].includes(key);
    const entries = Object.entries(value).flatMap(([name, each]): [string, Json][] => {
      if (each === undefined || (isKeyed && name === id)) return [];
      if (!isWhole && keys.includes(name) && each === id) return [];
      const cleaned = clean(each, key === "onProductChange" ? key : name);
      if (hangs(cleaned)) return name === "onReject" ? [[name, "scrap"]] : [];
      if (name === "assembly" && isEmptyList(cleaned, "inputs")) return [];
      return name === "byProduct" && isList(cleaned) && cleaned.length === 0 ? [] : [[name, cleaned]];
    });
    const isSame =
      entries.length === Object.values(value).filter((each) => each !== undefined).length &&
      entries.every(([name, each]) => value[name] === each);
    return isSame ? value : Object.fromEntries(entries);
  };
  return clean(line, "") as JsonObject;
}

function isEmptyList(value: Json, key: string): boolean {
  const list = getAt(value, [key]);
  return isList(list) && list.length === 0;
}
