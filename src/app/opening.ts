import type { Problem, Scenario } from "../model";
import {
  isLink,
  lastOpen,
  readLink,
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
  readyLines: readonly { id: string; readonly scenario: Scenario }[];
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
  const ready = (id: string): Start => {
    const line = readyLines.find((each) => each.id === id) ?? first;
    return { scenario: line.scenario, readyLine: line.id, fileName: null, record: null };
  };
  const opened = (text: string, kept: Kept, fileName: string | null): Opening | { problems: Problem[] } => {
    const parsed = parse(text);
    return parsed.ok ? { scenario: parsed.scenario, readyLine: null, fileName, kept } : { problems: parsed.problems };
  };

  const last = lastOpen(storage);
  let start = ready(last?.kind === "ready" ? last.id : first.id);
  if (last?.kind === "project") {
    const record = readRecord(await shelf?.get(last.id).catch(() => undefined));
    const found = record === null ? { problems: [] } : opened(record.text, record, record.fileName);
    if ("problems" in found)
      start = { ...start, failure: { fileName: null, problems: found.problems, source: "project" } };
    else start = { ...found, record };
  }
  if (!isLink(hash)) return start;
  const link = readLink(hash, readyLines);
  const found = link.ok ? opened(link.text, link.kept, null) : link;
  if ("problems" in found) return { ...start, failure: { fileName: null, problems: found.problems, source: "link" } };
  return { ...found, record: null };
}
