import * as Comlink from "comlink";
import type { ReplicationResult } from "../src/measure";
import { contractVersion, type SimulationPool, type SimulationWorker } from "./contract";

/** One open worker, whatever the platform. `onDeath` fires at most once, when it can answer no more. */
export interface OpenWorker {
  api: Comlink.Remote<SimulationWorker>;
  onDeath(listener: (reason: string) => void): void;
  close(): void;
}

/** A worker that died, or speaks another version. The message is for a bug report; the screen has its own words. */
export class WorkerFailure extends Error {
  override readonly name = "WorkerFailure";
}

interface Job {
  run(worker: OpenWorker): Promise<void>;
  fail(error: Error): void;
  isCancelled(): boolean;
}

/**
 * A pool of `size` workers that share one queue. Replications are handed out one by one, so a slow worker never holds the
 * others up, and results come back in order of replication: how many workers there are changes nothing but the time.
 */
export function createPool(size: number, open: () => OpenWorker): SimulationPool {
  const idle: OpenWorker[] = [];
  const workers = new Set<OpenWorker>();
  const running = new Map<OpenWorker, Job>();
  const queue: Job[] = [];
  let isDisposed = false;

  const spawn = () => {
    const worker = open();
    workers.add(worker);
    worker.onDeath((reason) => {
      workers.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      running.get(worker)?.fail(new WorkerFailure(reason));
      running.delete(worker);
      next();
    });
    return worker;
  };

  function next(): void {
    while (queue.length > 0 && !isDisposed) {
      if (queue[0]!.isCancelled()) {
        queue.shift();
        continue;
      }
      const worker = idle.pop() ?? (workers.size < size ? spawn() : undefined);
      if (worker === undefined) return;
      const job = queue.shift()!;
      running.set(worker, job);
      job
        .run(worker)
        .catch((error: unknown) => job.fail(error instanceof Error ? error : new Error(String(error))))
        .finally(() => {
          running.delete(worker);
          if (workers.has(worker)) idle.push(worker);
          next();
        });
    }
  }

  function add<T>(
    count: number,
    signal: AbortSignal | undefined,
    work: (worker: OpenWorker, i: number) => Promise<T>,
    onDone: (done: number) => void,
  ): Promise<T[]> {
    return new Promise((resolve, reject) => {
      const results: T[] = new Array<T>(count);
      let done = 0;
      let isOver = false;
      const fail = (error: Error) => {
        isOver = true;
        reject(error);
      };
      if (isDisposed) return fail(new WorkerFailure("the pool is closed"));
      if (signal?.aborted === true) return fail(new DOMException("cancelled", "AbortError"));
      signal?.addEventListener("abort", () => fail(new DOMException("cancelled", "AbortError")), { once: true });
      if (count === 0) return resolve(results);
      for (let i = 0; i < count; i++) {
        queue.push({
          isCancelled: () => isOver,
          fail,
          run: async (worker) => {
            const result = await work(worker, i);
            if (isOver) return;
            results[i] = result;
            done++;
            onDone(done);
            if (done === count) resolve(results);
          },
        });
      }
      next();
    });
  }

  async function once<T>(signal: AbortSignal | undefined, work: (worker: OpenWorker) => Promise<T>): Promise<T> {
    const [result] = await add(1, signal, work, () => undefined);
    return result!;
  }

  return {
    size,
    async simulate(line, run, { first = 0, count = run.replications - first, onProgress, signal } = {}) {
      let lastReport = -Infinity;
      const batches = await add<ReplicationResult[]>(
        count,
        signal,
        (worker, i) => worker.api.simulate({ line, run, first: first + i, count: 1 }),
        (done) => {
          const now = performance.now();
          if (done < count && now - lastReport < 100) return;
          lastReport = now;
          onProgress?.(done, count);
        },
      );
      return batches.flat();
    },
    watch: (request, signal) => once(signal, ({ api }) => api.watch(request)),
    keep: (request, signal) => once(signal, ({ api }) => api.keep(request)),
    window: (request, signal) => once(signal, ({ api }) => api.window(request)),
    fromNow: (request, signal) => once(signal, ({ api }) => api.fromNow(request)),
    dispose() {
      isDisposed = true;
      for (const job of queue.splice(0)) job.fail(new WorkerFailure("the pool was closed"));
      for (const job of running.values()) job.fail(new WorkerFailure("the pool was closed"));
      for (const worker of workers) worker.close();
      workers.clear();
      idle.length = 0;
    },
  };
}

/** Wraps an endpoint and checks that both sides speak the same contract. */
export function connect(
  endpoint: Comlink.Endpoint,
  terminate: () => void,
  listen: (dies: (reason: string) => void) => void,
): OpenWorker {
  const api = Comlink.wrap<SimulationWorker>(endpoint);
  let isDead = false;
  const listeners: ((reason: string) => void)[] = [];
  const die = (reason: string) => {
    if (isDead) return;
    isDead = true;
    for (const l of listeners) l(reason);
  };
  listen(die);
  void api.version().then((v) => {
    if (v !== contractVersion) die(`worker speaks contract ${v}, not ${contractVersion}`);
  });
  return {
    api,
    onDeath: (listener) => listeners.push(listener),
    close() {
      isDead = true;
      api[Comlink.releaseProxy]();
      terminate();
    },
  };
}
