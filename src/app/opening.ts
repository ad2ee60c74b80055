import type { Problem, Scenario } from "../model";
import {
  isLink,
  lastOpen,
  loadLinks,
  readRecord,
  type Kept,
  type KeyValue,
  type Opening,
  type Parsed,
  type ProjectRecord,
  type ProjectShelf,
} from "../store";

interface Given {
  hash: string;
  storage: KeyValue | null;
  shelf: ProjectShelf | null;
  readyLines: readonly { id: string; load(): Promise<Scenario> }[];
  parse(text: string): Parsed;
}

/** What the page opens with, and the record it belongs to where that is kept already. */
export type Start = Opening & { record: ProjectRecord | null };

/**
 * A link before what was open last before the first line that ships. What cannot be opened is told, never lost: a
 * broken project stays on the shelf, a broken link leaves the last project open.
 */
export async function opening({ hash, storage, shelf, readyLines, parse }: Given): Promise<Start> {
  const [first] = readyLines;
  if (first === undefined) throw new Error("no ready line");
  const ready = async (id: string): Promise<Start> => {
    const line = readyLines.find((each) => each.id === id) ?? first;
    return { scenario: await line.load(), readyLine: line.id, fileName: null, record: null };
  };
  const opened = (text: string, kept: Kept, fileName: string | null): Opening | { problems: Problem[] } => {
    const parsed = parse(text);
    return parsed.ok ? { scenario: parsed.scenario, readyLine: null, fileName, kept } : { problems: parsed.problems };
  };

  const last = lastOpen(storage);
  const lastStart = async (): Promise<Start> => {
    if (last?.kind !== "project") return ready(last?.kind === "ready" ? last.id : first.id);
    const record = readRecord(await shelf?.get(last.id).catch(() => undefined));
    const found = record === null ? { problems: [] } : opened(record.text, record, record.fileName);
    if (!("problems" in found)) return { ...found, record };
    return { ...(await ready(first.id)), failure: { fileName: null, problems: found.problems, source: "project" } };
  };
  if (!isLink(hash)) return lastStart();
  const found = await linked(hash, readyLines).then(
    (link) => (link.ok ? opened(link.text, link.kept, null) : link),
    (): { problems: Problem[] } => ({ problems: [{ path: "", code: "notFetched", params: {} }] }),
  );
  if (!("problems" in found)) return { ...found, record: null };
  return { ...(await lastStart()), failure: { fileName: null, problems: found.problems, source: "link" } };
}

/** What a link holds, with the one shipped line it changes. */
async function linked(hash: string, readyLines: Given["readyLines"]) {
  const { baseOf, readLink } = await loadLinks();
  const id = baseOf(hash);
  const base = readyLines.find((line) => line.id === id);
  return readLink(hash, base === undefined ? [] : [{ id: base.id, scenario: await base.load() }]);
}
