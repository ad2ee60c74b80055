import type { SimulationPool } from "../../workers/contract";
import { compareLines, headcount, summarise } from "../measure";
import { physicsKey, type Scenario } from "../model";
import { createOwnerStore, type AppStore, type KeyValue, type OwnerStore } from "../store";
import type { Language } from "../text";
import { loadReadyLines, readyLines } from "./library";
import { loadPricing, moneyOf, wayQuestion } from "./pricing";
import { studyInWorker } from "./study";

function template(trade: string): Scenario {
  const line = readyLines.find(({ id }) => id === trade);
  if (line === undefined) throw new Error(`no line ships for the trade ${trade}`);
  return line.scenario;
}

/** What the owner's way in works with from its first page on: the line of every trade, and prices. */
export async function loadOwnerWay(language: Language): Promise<void> {
  await Promise.all([loadReadyLines(), loadPricing(language)]);
}

/** The owner's way in, with the same workers as the workspace; its line becomes a project by the road of any file. */
export function ownerWay(pool: SimulationPool, app: AppStore, storage: KeyValue | null): OwnerStore {
  return createOwnerStore({
    pool,
    physicsKey,
    summarise,
    compare: compareLines,
    money: moneyOf,
    way: wayQuestion,
    headcount,
    study: studyInWorker,
    template,
    storage,
    open: (scenario, demand, choice) => {
      const view = { choice, detail: { tab: "compare", open: true }, selected: null } as const;
      app.getState().actions.openText(JSON.stringify(scenario), null, { demand, view });
    },
  });
}
