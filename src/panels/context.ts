import { createContext, useContext, useSyncExternalStore } from "react";
import type { StoreApi } from "zustand/vanilla";
import { useApp, type Keeper, type PlaybackClock, type Shown, type Standing } from "../store";
import { onWords, t, wordsVersion, type Language, type TextKey } from "../text";
import type { SeriesPeriod } from "../measure";
import type { Fit, Scenario } from "../model";

/** A line that ships with the product. Fetched and checked when it is first wanted. */
export interface ReadyLine {
  id: string;
  name: { zh: string; en: string };
  /** there once `load` has brought it; before that it throws */
  readonly scenario: Scenario;
  load(): Promise<Scenario>;
}

/** withheld: this address or browser cannot keep the program · updated: a new version waits for a reload */
export interface OfflineState {
  status: "withheld" | "preparing" | "ready" | "updated";
}
export interface Offline {
  state: StoreApi<OfflineState>;
  update(): void;
}

/** What the panels are given by the app, because their rooms may not meet. */
export interface PanelServices {
  clock: PlaybackClock;
  readyLines: readonly ReadyLine[];
  /** brings what the owner's way in works with from its first page on */
  beforeOwner(): Promise<unknown>;
  /** keeps the project that is open */
  keeper: Keeper;
  /** hands a text to the browser as a file */
  download(content: BlobPart, fileName: string, type: string): void;
  /** hands the open project to the browser as a scenario file */
  saveProject(): void;
  offline: Offline;
  /** where this page lies, without what is behind "#" */
  address(): string;
  copy(text: string): Promise<void>;
  /** hands the compare table to the browser as CSV */
  exportComparison(shown: Shown): void;
  /** factors on today's value that uncertainty is reckoned with where the file gives no range */
  assumedSpread: Readonly<
    Record<
      "price" | "wage" | "electricity" | "demand" | "process" | "load" | "setup" | "stops",
      readonly [number, number]
    >
  >;
  /** hands a table to the browser as CSV */
  exportTable(rows: readonly (readonly (string | number)[])[], fileName: string): void;
  versions: { app: string; engine: string };
  /** what every shift and every day brought, over the replications */
  outputSeries(results: Shown["baseline"]["results"]): { shifts: SeriesPeriod[]; days: SeriesPeriod[] };
  /** figures of lines with common replications, and how many more the wish needs; a share is of the first line's figure */
  standing(columns: readonly (readonly number[])[], wish: { relative: number }): Standing;
  /** seconds at 0 %, 10 % … 100 % of the fitted distribution (the outermost clipped to 0.5 % and 99.5 %) */
  fittedDeciles(fit: Fit): number[];
}

const ServicesContext = createContext<PanelServices | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): PanelServices {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error("panels need a ServicesProvider above them");
  return services;
}

type Rest<K extends TextKey> = Parameters<typeof t<K>> extends [Language, K, ...infer R] ? R : never;
export type Say = <K extends TextKey>(key: K, ...rest: Rest<K>) => string;

export interface Words {
  language: Language;
  say: Say;
}

function wordsOf(language: Language): Words {
  const say: Say = (key, ...rest) => (t as (...all: unknown[]) => string)(language, key, ...rest);
  return { language, say };
}

const words = new Map<string, Words>();

/** The user's language and a `say` bound to it; both stay the same object until the language changes. */
export function useWords(): Words {
  const language = useApp((state) => state.preferences.language);
  // words that were asked for before they were here make a new `say`, so that everything that speaks speaks again
  const key = `${language} ${useSyncExternalStore(onWords, wordsVersion)}`;
  const bound = words.get(key) ?? wordsOf(language);
  words.set(key, bound);
  return bound;
}
