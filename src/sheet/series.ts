import { getAt, idOf, isObject, listAt, setAt, type Json, type JsonObject } from "./json";

/** Flows of a line that leaves them out: stations in the order given. */
export function flowsOf(line: JsonObject): readonly Json[] {
  if (line.flows !== undefined) return listAt(line, ["flows"]);
  const ids = listAt(line, ["stations"]).map(idOf);
  return ids.slice(1).map((to, i) => ({ from: ids[i]!, to, capacity: null }));
}

/** The line with its flows written out, so that one of them can be changed. */
export function withFlows(line: JsonObject): JsonObject {
  return line.flows === undefined ? { ...line, flows: flowsOf(line) } : line;
}

const end = (flow: Json, which: "from" | "to"): string => {
  const id = getAt(flow, [which]);
  return typeof id === "string" ? id : "";
};
export const into = (line: JsonObject, id: string): number[] =>
  flowsOf(line).flatMap((flow, i) => (end(flow, "to") === id ? [i] : []));
const outOf = (line: JsonObject, id: string): number[] =>
  flowsOf(line).flatMap((flow, i) => (end(flow, "from") === id ? [i] : []));

/** One station after another in the order of the list, nothing beside. */
export function isSeries(line: JsonObject): boolean {
  const flows = listAt(line, ["flows"]);
  const ids = listAt(line, ["stations"]).map(idOf);
  if (line.flows === undefined) return true;
  return (
    flows.length === ids.length - 1 &&
    flows.every((flow, i) => end(flow, "from") === ids[i] && end(flow, "to") === ids[i + 1])
  );
}

/** The same buffers in front of the same stations, in the order the stations have now. */
export function inSeries(line: JsonObject): JsonObject {
  if (line.flows === undefined) return line;
  const ids = listAt(line, ["stations"]).map(idOf);
  const old = flowsOf(line);
  const flows = ids.slice(1).map((to, i): Json => {
    const known = old.find((flow) => end(flow, "to") === to);
    const ends = { from: ids[i]!, to };
    return isObject(known) ? { ...known, ...ends } : { ...ends, capacity: null };
  });
  return { ...line, flows };
}

/** A new station at `index` joins the flow behind the one before it, or stays apart where that has several ways on. */
export function joined(line: JsonObject, index: number, wasSeries: boolean): JsonObject {
  if (line.flows === undefined) return line;
  if (wasSeries) return inSeries(line);
  const ids = listAt(line, ["stations"]).map(idOf);
  const [id, before] = [ids[index], ids[index - 1]];
  if (id === undefined || before === undefined) return line;
  const on = outOf(line, before);
  const flows = flowsOf(line);
  if (on.length > 1) return line;
  const link: Json = { from: before, to: id, capacity: null };
  const next = on[0] === undefined ? undefined : flows[on[0]];
  if (!isObject(next)) return { ...line, flows: [...flows, link] };
  return { ...line, flows: flows.flatMap((flow) => (flow === next ? [link, { ...next, from: id }] : [flow])) };
}

/** Without a station: the parts go straight from the one before to the one behind, where there is one of each. */
export function bridged(line: JsonObject, id: string): JsonObject {
  if (line.flows === undefined) return line;
  const [before, behind] = [into(line, id), outOf(line, id)];
  const flows = flowsOf(line);
  const first = before.length === 1 ? flows[before[0]!] : undefined;
  const second = behind.length === 1 ? flows[behind[0]!] : undefined;
  const from = first === undefined ? "" : end(first, "from");
  const isNew = isObject(second) && !flows.some((flow) => end(flow, "from") === from && end(flow, "to") === end(second, "to")); // prettier-ignore
  const rest = flows.flatMap((flow) => {
    if (flow === second && first !== undefined && isNew && from !== id) return [{ ...(second as JsonObject), from }];
    return end(flow, "from") === id || end(flow, "to") === id ? [] : [flow];
  });
  return { ...line, flows: rest };
}

/** The place in front of a station with one way in. */
export function bufferBefore(line: JsonObject, id: string): Json | undefined {
  const ways = into(line, id);
  return ways.length === 1 ? (getAt(flowsOf(line)[ways[0]!], ["capacity"]) ?? null) : undefined;
}

/** Null where the station has no way in, or several: those are set in the table of flows. */
export function withBufferBefore(line: JsonObject, id: string, capacity: Json): JsonObject | null {
  const ways = into(line, id);
  if (ways.length !== 1) return null;
  if (bufferBefore(line, id) === capacity) return line;
  return setAt(withFlows(line), ["flows", ways[0]!, "capacity"], capacity);
}
