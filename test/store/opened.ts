import { loadRules, parse } from "../../src/app/library";
import { moneyOf, wayQuestion } from "../../src/app/money";
import { studyHere } from "../../src/app/studyHere";
import { compareLines, headcount, summarise } from "../../src/measure";
import { physicsKey } from "../../src/model";
import type { Replayer, SimulationPool } from "../../workers/contract";
import { createAppStore, createClock, type AppStore, type Opening } from "../../src/store";

await loadRules();

/** Workers whose answers are still to come: for what must hold before anything has been computed. */
function busy<T extends object>(known: Partial<T>): T {
  return new Proxy(known as T, {
    get: (own, name) => (name in own ? own[name as keyof T] : () => new Promise<never>(() => undefined)),
  });
}

/** The store as the app makes it, with its own checks of files, while the workers are busy. */
export function openStore(opening: Opening): AppStore {
  return createAppStore(
    {
      pool: busy<SimulationPool>({ size: 1, dispose: () => undefined }),
      replayer: busy<Replayer>({ dispose: () => undefined }),
      clock: createClock(0, 0),
      parse,
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
    opening,
  );
}
