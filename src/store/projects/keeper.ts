import { createStore, type StoreApi } from "zustand/vanilla";
import type { Name } from "../../model";
import type { AppStore } from "../createAppStore";
import type { KeyValue } from "../preferences";
import type { AppState } from "../state";
import { rememberProject, rememberReadyLine } from "./lastOpen";
import { readRecord, recordOf, type ProjectRecord } from "./record";
import type { ListedProject, ProjectShelf } from "./shelf";

/**
 * untouched: a shipped line as it is, nothing to keep · unkept: this browser keeps nothing, or its database does not
 * open · conflict: another tab has saved this project since.
 */
export type KeeperStatus = "untouched" | "saving" | "saved" | "failed" | "conflict" | "unkept";

export interface KeeperState {
  status: KeeperStatus;
  projectId: string | null;
  /** milliseconds since 1970 */
  savedAt: number | null;
  projects: ListedProject[];
  /** the same project is open in another tab */
  isElsewhere: boolean;
  /** what was taken out last, to be put back */
  removed: { id: string; found: unknown } | null;
  /** how many a file has just brought back; null: none was opened */
  takenIn: number | null;
}

/** Other tabs of the same browser; a `BroadcastChannel` fits. */
export interface Neighbours {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  close(): void;
}

export interface KeeperDeps {
  app: AppStore;
  /** null: nothing can be kept */
  shelf: ProjectShelf | null;
  storage: KeyValue | null;
  neighbours: Neighbours | null;
  now(): number;
  newId(): string;
  /** the record of what is open when the keeper begins; null: it has none yet */
  first: ProjectRecord | null;
}

export interface Keeper {
  state: StoreApi<KeeperState>;
  /** False when it is damaged or not there; what was open stays open. */
  open(id: string): Promise<boolean>;
  duplicate(id: string, name: (of: Name) => Name): Promise<void>;
  rename(id: string, name: Name): Promise<void>;
  remove(id: string): Promise<void>;
  putBack(): Promise<void>;
  /** What is found under an id, whatever its state, for taking it out as a file. */
  found(id: string): Promise<unknown>;
  /** Puts projects of a file on the shelf under new ids. */
  takeIn(found: readonly unknown[]): Promise<void>;
  /** After a conflict: mine becomes a project of its own. */
  keepMine(): Promise<void>;
  /** After a conflict: what the other tab saved is opened. */
  takeTheirs(): Promise<void>;
  /** Saves at once what waits to be saved. */
  flush(): Promise<void>;
  dispose(): void;
}

/** A burst of changes (a slider) is saved once; a second after a change at the latest it is kept. */
const quietMs = 300;
const latestMs = 800;

/** Keeps the project that is open: every change, without being asked. Nothing here computes. */
export function createKeeper({ app, shelf, storage, neighbours, now, newId, first }: KeeperDeps): Keeper {
  const tab = newId();
  let revision = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince: number | null = null;
  let saving: Promise<void> = Promise.resolve();
  const state = createStore<KeeperState>()(() => ({
    status: shelf === null ? "unkept" : "untouched",
    projectId: null,
    savedAt: null,
    projects: [],
    isElsewhere: false,
    removed: null,
    takenIn: null,
  }));

  const tell = (kind: "open" | "here" | "closed" | "saved", id = state.getState().projectId): void => {
    if (id !== null) neighbours?.postMessage({ kind, id, tab });
  };

  const refresh = async (): Promise<void> => {
    if (shelf === null) return;
    const projects = await shelf.list().catch(() => null);
    if (projects !== null) state.setState({ projects });
  };

  const become = (projectId: string | null, at: { revision: number; savedAt: number | null }): void => {
    if (projectId !== state.getState().projectId) {
      tell("closed");
      state.setState({ projectId, isElsewhere: false });
      tell("open");
    }
    revision = at.revision;
    const status = shelf === null ? "unkept" : projectId === null ? "untouched" : "saved";
    state.setState({ status, savedAt: at.savedAt });
    if (projectId !== null) rememberProject(storage, projectId);
    else rememberReadyLine(storage, app.getState().readyLine);
  };

  const save = async (): Promise<void> => {
    if (shelf === null || state.getState().status === "conflict") return;
    const id = state.getState().projectId ?? newId();
    const record = recordOf(app.getState(), id, now(), revision + 1);
    state.setState({ status: "saving" });
    try {
      const outcome = await shelf.put(record, revision);
      if (outcome === "conflict") {
        state.setState({ status: "conflict", projectId: id });
        return;
      }
      become(id, record);
      tell("saved");
    } catch {
      state.setState({ status: "failed", projectId: id });
    }
    await refresh();
  };

  /** One saving at a time, in order. */
  const queue = (): Promise<void> => {
    waitingSince = null;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    saving = saving.then(save);
    return saving;
  };

  const soon = (): void => {
    waitingSince ??= now();
    if (timer !== null) clearTimeout(timer);
    const left = Math.max(0, latestMs - (now() - waitingSince));
    timer = setTimeout(() => void queue(), Math.min(quietMs, left));
  };

  const flush = (): Promise<void> => (timer === null ? saving : queue());

  const isTouched = (now: AppState): boolean =>
    now.history.past.length > 0 || now.history.future.length > 0 || now.choice.length > 0 || now.readyLine === null;

  const stopWatching = app.subscribe((after, before) => {
    if (after.opened !== before.opened) {
      // what was open is kept under its own id before another takes its place
      if (timer !== null) {
        clearTimeout(timer);
        timer = null;
        waitingSince = null;
        const id = state.getState().projectId;
        if (shelf !== null && id !== null && state.getState().status !== "conflict") {
          const over = revision;
          const record = recordOf(before, id, now(), over + 1);
          saving = saving.then(() => shelf.put(record, over).then(refresh, () => undefined));
        }
      }
      become(null, { revision: 0, savedAt: null });
      if (isTouched(after)) soon();
      return;
    }
    const isChanged =
      after.history.present !== before.history.present ||
      after.choice !== before.choice ||
      after.detail !== before.detail ||
      after.selected !== before.selected;
    if (isChanged && shelf !== null && (state.getState().projectId !== null || isTouched(after))) soon();
  });

  const hear = ({ data }: { data: unknown }): void => {
    const { kind, id, tab: from } = (data ?? {}) as { kind?: string; id?: string; tab?: string };
    if (from === tab) return;
    if (kind === "saved") void refresh();
    if (id === undefined || id !== state.getState().projectId) return;
    if (kind === "open") tell("here");
    if (kind === "open" || kind === "here" || kind === "saved") state.setState({ isElsewhere: true });
    if (kind === "closed") state.setState({ isElsewhere: false });
  };
  neighbours?.addEventListener("message", hear);

  const open = async (id: string): Promise<boolean> => {
    await flush();
    const record = readRecord(await shelf?.get(id).catch(() => undefined));
    if (record === null) return false;
    const { text, fileName } = record;
    if (!app.getState().actions.openText(text, fileName, record)) return false;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    become(id, record);
    return true;
  };

  const change = async (id: string, of: (record: NonNullable<ReturnType<typeof readRecord>>) => unknown) => {
    if (shelf === null) return;
    await flush();
    const record = readRecord(await shelf.get(id));
    if (record !== null) await Promise.resolve(of(record)).catch(() => state.setState({ status: "failed" }));
    await refresh();
  };

  if (first !== null) become(first.id, first);
  else {
    become(null, { revision: 0, savedAt: null });
    // a link, or a file that was never kept
    if (isTouched(app.getState())) soon();
  }
  void refresh();
  return {
    state,
    open,
    duplicate: (id, name) =>
      change(id, (record) => {
        const copy = newId();
        const named = withName(record, name(record.name));
        return shelf?.put({ ...named, id: copy, revision: 1, savedAt: now() }, 0);
      }),
    rename: async (id, name) => {
      if (id === state.getState().projectId) {
        app.getState().actions.edit((project) => ({
          ...project,
          scenario: { ...project.scenario, meta: { ...project.scenario.meta, name } },
        }));
        await flush();
        return;
      }
      await change(id, (record) =>
        shelf?.put({ ...withName(record, name), revision: record.revision + 1 }, record.revision),
      );
    },
    remove: async (id) => {
      if (shelf === null) return;
      await flush();
      const found = await shelf.get(id);
      await shelf.remove(id);
      state.setState({ removed: { id, found } });
      if (id === state.getState().projectId) become(null, { revision: 0, savedAt: null });
      await refresh();
    },
    putBack: async () => {
      const { removed } = state.getState();
      if (removed === null || shelf === null) return;
      await shelf.replace(removed.id, removed.found);
      state.setState({ removed: null });
      await refresh();
    },
    found: async (id) => shelf?.get(id),
    takeIn: async (all) => {
      if (shelf === null) return;
      const records = all.map(readRecord).filter((record) => record !== null);
      for (const record of records) await shelf.put({ ...record, id: newId(), revision: 1 }, 0);
      await refresh();
      state.setState({ takenIn: records.length });
    },
    keepMine: async () => {
      state.setState({ projectId: null, status: "saving" });
      revision = 0;
      await queue();
    },
    takeTheirs: async () => {
      const id = state.getState().projectId;
      state.setState({ status: "saved" });
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (id !== null && !(await open(id))) state.setState({ status: "failed" });
    },
    flush,
    dispose: () => {
      tell("closed");
      stopWatching();
      neighbours?.close();
    },
  };
}

function withName<R extends { name: Name; text: string }>(record: R, name: Name): R {
  try {
    const scenario = JSON.parse(record.text) as { meta?: object };
    return { ...record, name, text: JSON.stringify({ ...scenario, meta: { ...scenario.meta, name } }) };
  } catch {
    return { ...record, name };
  }
}
