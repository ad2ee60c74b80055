/** A line while somebody types in it: the shape of the file, not yet checked. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
export type Path = readonly (string | number)[];

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** What lies at a path; undefined where nothing does. */
export function getAt(root: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => {
    if (isList(value)) return typeof step === "number" ? value[step] : undefined;
    return isObject(value) && Object.hasOwn(value, step) ? value[String(step)] : undefined;
  }, root);
}

/**
 * The same tree with another value at a path; what is not on the way stays the same object. `undefined` takes the key
 * out, and changes nothing where it is not there: clearing an empty cell must not leave an empty object behind.
 */
export function setAt<T extends Json>(root: T, path: Path, value: Json | undefined): T {
  if (getAt(root, path) === value) return root;
  return put(root, path, value) as T;
}

function put(node: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = isList(node) ? [...node] : [];
    const next = put(list[step], rest, value);
    if (next === undefined) list.splice(step, 1);
    else list[step] = next;
    return list;
  }
  // a text that could not be read stood where an object belongs: the new value replaces it
  const { [step]: old, ...others } = isObject(node) ? node : {};
  const next = put(old, rest, value);
  if (next === undefined) return others;
  // an old key keeps its place, so that a file saved twice differs only where it was changed
  return isObject(node) && Object.hasOwn(node, step) ? { ...node, [step]: next } : { ...others, [step]: next };
}

/** The list at a path, empty where there is none. */
export function listAt(root: Json, path: Path): readonly Json[] {
  const found = getAt(root, path);
  return isList(found) ? found : [];
}

export const idOf = (row: Json | undefined): string => {
  const id = getAt(row, ["id"]);
  return typeof id === "string" ? id : "";
};

/** Every value in a tree, with the keys that lead to it; the tree is rebuilt from what `change` answers. */
export function mapDeep(value: Json, change: (value: Json, key: string) => Json, key = ""): Json {
  if (isList(value)) {
    const list = value.map((each) => mapDeep(each, change, key));
    return list.every((each, i) => each === value[i]) ? value : list;
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(([name, each]): [string, Json | undefined] => [
      name,
      each === undefined ? undefined : mapDeep(each, change, name),
    ]);
    const rebuilt = entries.every(([name, each]) => each === value[name]) ? value : Object.fromEntries(entries);
    return change(rebuilt, key);
  }
  return change(value, key);
}
