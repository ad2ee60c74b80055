import type { Name } from "../../model";
import { readRecord, type ProjectRecord } from "./record";

/** One line of the list of projects; a damaged one has no name, but what is left of it can still be taken out. */
export type ListedProject =
  { id: string; isDamaged: false; name: Name; savedAt: number } | { id: string; isDamaged: true };

/** Where projects are kept. Every method may fail: browsers withhold, lose and fill up their storage. */
export interface ProjectShelf {
  /** newest first */
  list(): Promise<ListedProject[]>;
  /** as found, unchecked; undefined = there is none */
  get(id: string): Promise<unknown>;
  /** Saves unless the kept revision is another than `over` (0 = there must be none): then somebody else has saved. */
  put(record: ProjectRecord, over: number): Promise<"saved" | "conflict">;
  /** As it is, whatever is there. */
  replace(id: string, found: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}

export function listed(id: string, found: unknown): ListedProject {
  const record = readRecord(found);
  return record === null
    ? { id, isDamaged: true }
    : { id, isDamaged: false, name: record.name, savedAt: record.savedAt };
}

export function newestFirst(list: readonly ListedProject[]): ListedProject[] {
  const age = (each: ListedProject): number => (each.isDamaged ? -1 : each.savedAt);
  return [...list].sort((a, b) => age(b) - age(a));
}

export const revisionOf = (found: unknown): number => readRecord(found)?.revision ?? 0;

/** As long as the page lives: for browsers that keep nothing, and for the command of tests. */
export function memoryShelf(kept = new Map<string, unknown>()): ProjectShelf {
  return {
    list: () => Promise.resolve(newestFirst([...kept].map(([id, found]) => listed(id, found)))),
    get: (id) => Promise.resolve(kept.get(id)),
    put: (record, over) => {
      if (revisionOf(kept.get(record.id)) !== over) return Promise.resolve("conflict");
      kept.set(record.id, structuredClone(record));
      return Promise.resolve("saved");
    },
    replace: (id, found) => {
      kept.set(id, structuredClone(found));
      return Promise.resolve();
    },
    remove: (id) => {
      kept.delete(id);
      return Promise.resolve();
    },
  };
}
