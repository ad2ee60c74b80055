/** What the user set for this computer. Kept in the browser; a browser that refuses to keep it works all the same. */
export type Language = "zh" | "en";
export type ThemeChoice = "auto" | "light" | "dark";
export type QualityChoice = "auto" | "full" | "plain" | "flat";
export type DetailTab =
  "compare" | "whatIf" | "planner" | "money" | "policy" | "stations" | "line" | "assumptions" | "fit" | "about";

export interface Preferences {
  language: Language;
  theme: ThemeChoice;
  quality: QualityChoice;
  /** single-key shortcuts (Space, [ ] …) */
  shortcuts: boolean;
  plansFolded: boolean;
  verdictFolded: boolean;
  /** where the tour was left, 0 = its beginning */
  tourStep: number;
}

/** The little of `Storage` we need; tests hand in a map. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const storageKey = "xianjian.preferences.1";

export function defaultPreferences(language: Language): Preferences {
  return {
    language,
    theme: "auto",
    quality: "auto",
    shortcuts: true,
    plansFolded: false,
    verdictFolded: false,
    tourStep: 0,
  };
}

const allowed = {
  language: ["zh", "en"],
  theme: ["auto", "light", "dark"],
  quality: ["auto", "full", "plain", "flat"],
} as const;

/** Reads what was kept; anything missing, broken or unknown falls back to the default, entry by entry. */
export function loadPreferences(storage: KeyValue | null, language: Language): Preferences {
  const kept = readObject(storage);
  const preferences = defaultPreferences(language);
  const pick = <K extends keyof typeof allowed>(key: K): void => {
    const value = kept[key];
    const found = allowed[key].find((option) => option === value);
    if (found !== undefined) (preferences as unknown as Record<string, string>)[key] = found;
  };
  pick("language");
  pick("theme");
  pick("quality");
  for (const key of ["shortcuts", "plansFolded", "verdictFolded"] as const) {
    const value = kept[key];
    if (typeof value === "boolean") preferences[key] = value;
  }
  const { tourStep } = kept;
  if (typeof tourStep === "number" && Number.isInteger(tourStep) && tourStep >= 0) preferences.tourStep = tourStep;
  return preferences;
}

export function savePreferences(storage: KeyValue | null, preferences: Preferences): void {
  try {
    storage?.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // Private windows and full disks refuse; the choice then lasts as long as the page.
  }
}

function readObject(storage: KeyValue | null): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(storageKey) ?? "{}");
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
