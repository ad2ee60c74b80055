import { Line, nearest, holdsArray, holdsObject, keysAt, placeOf, type SchemaPlace, stepInto } from "../model";
import { isRecord } from "./plain";

/**
 * Paths of effects, relative to `line`, with elements of arrays named by what identifies them: stations, operators,
 * products, shifts, failures … by `id`; a flow by `from>to` ("flows.op20>op30.capacity"); an assembly input by `from`;
 * anything else by its index.
 */
export type Container = Record<string, unknown> | unknown[];

export interface Located {
  parent: Container;
  key: string | number;
  exists: boolean;
  value: unknown;
}

export type Lookup = { ok: true; at: Located } | { ok: false; nearest: string };

/** The name of an array's element in a path. */
export function nameOf(element: unknown, index: number): string {
  if (!isRecord(element)) return String(index);
  if (typeof element.id === "string") return element.id;
  if (typeof element.from === "string")
    return typeof element.to === "string" ? `${element.from}>${element.to}` : element.from;
  return String(index);
}

function indexIn(array: readonly unknown[], segment: string): number {
  const byName = array.findIndex((element, index) => nameOf(element, index) === segment);
  if (byName >= 0) return byName;
  return /^\d+$/.test(segment) && Number(segment) < array.length ? Number(segment) : -1;
}

/**
 * Finds the place a path names. With `create`, keys the schema knows may be absent: missing objects on the way are
 * made ("stations.saw.quality.defectRate" on a saw without `quality`), and the last key need not exist.
 * On failure gives the nearest path that does exist (or that the schema knows).
 */
export function locate(root: Record<string, unknown>, path: string, create: boolean): Lookup {
  const segments = path.split(".");
  let container: Container = root;
  let place: SchemaPlace = placeOf(Line);
  const made: { parent: Record<string, unknown>; key: string; value: Record<string, unknown> }[] = [];
  for (const [depth, segment] of segments.entries()) {
    const isLast = depth === segments.length - 1;
    const suggest = (candidates: readonly string[]): Lookup => {
      const better = nearest(segment, candidates);
      return {
        ok: false,
        nearest: better && [...segments.slice(0, depth), better, ...segments.slice(depth + 1)].join("."),
      };
    };
    if (Array.isArray(container)) {
      const array: unknown[] = container;
      const index = indexIn(array, segment);
      if (index < 0) return suggest(array.map(nameOf));
      place = stepInto(place, segment);
      const value = array[index];
      if (isLast) return { ok: true, at: { parent: array, key: index, exists: true, value } };
      if (!isRecord(value) && !Array.isArray(value))
        return { ok: false, nearest: segments.slice(0, depth + 1).join(".") };
      container = value;
      continue;
    }
    const record: Record<string, unknown> = container;
    const value = Object.hasOwn(record, segment) ? record[segment] : undefined;
    const next = stepInto(place, segment);
    if (value === undefined && (!create || next.length === 0)) {
      return suggest(create ? [...Object.keys(record), ...keysAt(place)] : Object.keys(record));
    }
    if (isLast) {
      for (const { parent, key, value: fresh } of made) parent[key] = fresh;
      return { ok: true, at: { parent: record, key: segment, exists: value !== undefined, value } };
    }
    if (isRecord(value) || Array.isArray(value)) {
      container = value;
    } else if ((value === undefined || value === null) && create && holdsObject(next) && !holdsArray(next)) {
      const fresh: Record<string, unknown> = {};
      made.push({ parent: record, key: segment, value: fresh });
      container = fresh;
    } else {
      return { ok: false, nearest: segments.slice(0, depth + 1).join(".") };
    }
    place = next;
  }
  return { ok: false, nearest: "" };
}

/** A path with indices, as the schema reports it, in the words of effect paths: ["stations", 3, "load"] → "stations.op30.load". */
export function namedPath(root: unknown, keys: readonly PropertyKey[]): string {
  let value: unknown = root;
  const names: string[] = [];
  for (const key of keys) {
    if (Array.isArray(value) && typeof key === "number") {
      value = value[key];
      names.push(nameOf(value, key));
    } else {
      value = isRecord(value) ? value[String(key)] : undefined;
      names.push(String(key));
    }
  }
  return names.join(".");
}
