import { moneyOf, wayQuestion } from "../../src/app/money";
import { studyHere } from "../../src/app/studyHere";
import { simulate, watch } from "../../src/engine";
import { compareLines, headcount, kpis, summarise } from "../../src/measure";
import { type checkScenario, physicsKey, type Run, type Scenario } from "../../src/model";
import { createAppStore, createClock, type AppStore } from "../../src/store";
import type { Replayer, SimulationPool } from "../../workers/contract";
import { simulationCore } from "../../workers/core";

export interface Asked {
  run: Run;
  first: number;
  count: number;
}

/** The real engine in this thread behind the pool's contract; keeps what it was asked for. */
export function localPool(asked: Asked[]): SimulationPool {
  return {
    size: 1,
    simulate: async (line, run, { first = 0, count = run.replications, signal } = {}) => {
      asked.push({ run, first, count });
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      return simulate(line, run, first, count).map((counters) => kpis(line, counters));
    },
    watch: ({ line, run, replication, calendarHours }) => Promise.resolve(watch(line, run, replication, calendarHours)),
    keep: (request) => Promise.resolve(simulationCore.keep(request)),
    window: (request) => Promise.resolve(simulationCore.window(request)),
    fromNow: (request) => Promise.resolve(simulationCore.fromNow(request)),
    dispose: () => undefined,
  };
}

/** No replay: the figures do not wait for one. */
const noReplay = new Proxy({} as Replayer, {
  get: (_, name) => (name === "dispose" ? () => undefined : () => Promise.reject(new Error("no replay here"))),
});

/** The store as the app makes it, with the real engine in this thread. */
export function openLaboratory(
  scenario: Scenario,
  parse: (text: string) => ReturnType<typeof checkScenario> = () => ({ ok: false, problems: [] }),
): { store: AppStore; asked: Asked[] } {
  const asked: Asked[] = [];
  const store = createAppStore(
    {
      pool: localPool(asked),
      replayer: noReplay,
      clock: createClock(0, 0),
      parse: (text) => {
        const parsed = parse(text);
        return parsed.ok ? { ok: true, scenario: parsed.value } : parsed;
      },
      physicsKey,
      summarise,
      compare: compareLines,
      money: moneyOf,
      way: wayQuestion,
      study: studyHere,
      headcount,
      storage: null,
      language: "en",
    },
    { scenario, readyLine: "line", fileName: null },
  );
  return { store, asked };
}

type State = ReturnType<AppStore["getState"]>;

export const until = (store: AppStore, isSo: (state: State) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isSo(store.getState())) return resolve();
    const leave = store.subscribe((state) => {
      if (!isSo(state)) return;
      leave();
      resolve();
    });
  });

export const ready = (store: AppStore): Promise<void> =>
  until(store, (state) => state.shown !== null && state.evaluation.status === "idle");
