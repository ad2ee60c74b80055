import { createContext, useContext } from "react";
import { useApp, type PlaybackClock, type Shown } from "../store";
import { t, type Language, type TextKey } from "../text";
import type { Fit, Scenario } from "../model";

/** A line that ships with the product. */
export interface ReadyLine {
  id: string;
  name: { zh: string; en: string };
  scenario: Scenario;
}

/** What the panels are given by the app, because their rooms may not meet. */
export interface PanelServices {
  clock: PlaybackClock;
  readyLines: readonly ReadyLine[];
  /** hands the scenario to the browser as a file */
  save(scenario: Scenario, fileName: string): void;
  copy(text: string): Promise<void>;
  /** hands the compare table to the browser as CSV */
  exportComparison(shown: Shown): void;
  versions: { app: string; engine: string };
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

const words: Record<Language, Words> = { zh: wordsOf("zh"), en: wordsOf("en") };

function wordsOf(language: Language): Words {
  const say: Say = (key, ...rest) => (t as (...all: unknown[]) => string)(language, key, ...rest);
  return { language, say };
}

/** The user's language and a `say` bound to it; both stay the same object until the language changes. */
export function useWords(): Words {
  return words[useApp((state) => state.preferences.language)];
}
