import * as Comlink from "comlink";
import type { Replayer, ReplayWorker } from "./contract";

/**
 * The worker of the watched runs, a worker of its own: the pool's are held by one replication after the other, and a
 * moment that was asked for must not wait behind them. Opened with the first run; one that died is opened anew with the
 * next, and what it was asked fails.
 */
export function createBrowserReplayer(): Replayer {
  let open: { api: Comlink.Remote<ReplayWorker>; worker: Worker; died: Promise<never> } | null = null;
  const connect = (): NonNullable<typeof open> => {
    const worker = new Worker(new URL("./replay.worker.ts", import.meta.url), { type: "module" });
    const died = new Promise<never>((_, reject) => {
      worker.addEventListener("error", (event) => {
        worker.terminate();
        open = null;
        reject(new Error(event.message === "" ? "the worker of the replay could not start" : event.message));
      });
    });
    // whoever waits hears of it; when nobody does it is no fault of its own
    died.catch(() => undefined);
    return { api: Comlink.wrap<ReplayWorker>(worker), worker, died };
  };
  const ask = <T>(question: (api: Comlink.Remote<ReplayWorker>) => Promise<T>): Promise<T> => {
    open ??= connect();
    return Promise.race([question(open.api), open.died]);
  };
  return {
    open: (key, request) => ask((api) => api.open(key, request)),
    window: (key, index) => ask((api) => api.window(key, index)),
    extend: (key) => ask((api) => api.extend(key)),
    causes: (key, station, from, to) => ask((api) => api.causes(key, station, from, to)),
    fingerprint: (key, calendarHours) => ask((api) => api.fingerprint(key, calendarHours)),
    close: (key) => ask((api) => api.close(key)),
    dispose() {
      open?.api[Comlink.releaseProxy]();
      open?.worker.terminate();
      open = null;
    },
  };
}
