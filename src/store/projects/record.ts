import type { Name, Scenario } from "../../model";
import type { DetailTab } from "../preferences";
import type { AppState, Demand, LineDraft } from "../state";
import { readDraft } from "./keptDraft";

/** What a reload returns to besides the scenario. */
export interface KeptView {
  choice: readonly string[];
  detail: { tab: DetailTab; open: boolean };
  selected: string | null;
}

/** A project as it lies in the browser's database. The scenario is text, read by the same checks as a file. */
export interface ProjectRecord {
  version: 1;
  id: string;
  name: Name;
  /** milliseconds since 1970 */
  savedAt: number;
  /** counts the savings: two tabs that save over each other notice */
  revision: number;
  fileName: string | null;
  text: string;
  /** the scenario as it was opened first; left out where that is what the text says */
  origin?: string;
  demand: Demand;
  /** the line in the tables, where it is not right yet */
  draft?: LineDraft;
  view: KeptView;
}

type Kept = Pick<AppState, "history" | "choice" | "detail" | "selected" | "fileName"> &
  Partial<Pick<AppState, "origin">>;

export function recordOf(state: Kept, id: string, savedAt: number, revision: number): ProjectRecord {
  const { scenario, demand, draft } = state.history.present;
  const { choice, detail, selected, fileName, origin } = state;
  return {
    version: 1,
    id,
    name: scenario.meta.name,
    savedAt,
    revision,
    fileName,
    text: textOf(scenario),
    ...(origin === undefined || origin === scenario
      ? {}
      : { origin: typeof origin === "string" ? origin : originText(origin) }),
    demand,
    ...(draft === undefined ? {} : { draft }),
    view: { choice: [...choice], detail, selected },
  };
}

const textOf = (scenario: Scenario): string => JSON.stringify(scenario);

/** It stays the same from one saving to the next. */
const originTexts = new WeakMap<Scenario, string>();
function originText(origin: Scenario): string {
  const text = originTexts.get(origin) ?? textOf(origin);
  originTexts.set(origin, text);
  return text;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isName = (value: unknown): value is Name =>
  isObject(value) && typeof value.zh === "string" && typeof value.en === "string";

export function isDemand(value: unknown): value is Demand {
  if (!isObject(value)) return false;
  if (value.kind === "upTo") return typeof value.perYear === "number" && value.perYear >= 0;
  return value.kind === "all" || value.kind === "today";
}

/**
 * A record of whatever was found in the database; null where it is damaged beyond use. Only the scenario's text, id and
 * name must be there: a broken view or demand falls back to its default. The text itself is checked when it is opened.
 */
export function readRecord(found: unknown): ProjectRecord | null {
  if (!isObject(found) || found.version !== 1) return null;
  const { id, name, text, savedAt, revision, fileName, demand, view, origin } = found;
  if (typeof id !== "string" || typeof text !== "string" || !isName(name)) return null;
  const draft = readDraft(found.draft);
  return {
    version: 1,
    id,
    name,
    text,
    ...(typeof origin === "string" ? { origin } : {}),
    savedAt: typeof savedAt === "number" ? savedAt : 0,
    revision: typeof revision === "number" ? revision : 0,
    fileName: typeof fileName === "string" ? fileName : null,
    demand: isDemand(demand) ? demand : { kind: "all" },
    ...(draft === null ? {} : { draft }),
    view: readView(view),
  };
}

const tabs: readonly DetailTab[] = [
  "compare",
  "whatIf",
  "planner",
  "money",
  "policy",
  "stations",
  "line",
  "assumptions",
  "fit",
  "about",
];

export function readView(view: unknown): KeptView {
  const { choice, detail, selected } = isObject(view) ? view : {};
  const { tab, open } = isObject(detail) ? detail : {};
  return {
    choice: Array.isArray(choice) ? choice.filter((id): id is string => typeof id === "string").slice(0, 100) : [],
    detail: { tab: tabs.find((known) => known === tab) ?? "compare", open: open === true },
    selected: typeof selected === "string" ? selected : null,
  };
}
