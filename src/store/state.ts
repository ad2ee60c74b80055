import type { Line, Plan, Problem, Retrofit, Run, Scenario } from "../model";
import type { MoneyResult, Way } from "../finance";
import type { Difference, LineFigures, LineKpi, ReplicationResult } from "../measure";
import type { Replayer, SimulationPool } from "../../workers/contract";
import type { Draft } from "../sheet";
import type { PlaybackClock } from "./clock";
import type { History } from "./history";
import type { Ask, EvaluationProgress, Stage } from "./evaluation";
import type { Choice } from "./plans";
import type { KeptView } from "./projects/record";
import type { PlannerActions, PlannerState } from "./planner";
import type { DetailTab, KeyValue, Preferences } from "./preferences";
import type { Replay } from "./replay";
import type { WatchedRun } from "./watchedRun";
import type { SideBySideActions, SideBySideState } from "./sideBySide";
import type { StudiesActions, StudiesState } from "./studies";
import type { Study } from "./study";
import type { WhatIfActions, WhatIfState } from "./whatIf";

/** Can the extra output be sold? It caps the value of output, never the physics. */
export type Demand = { kind: "all" } | { kind: "upTo"; perYear: number } | { kind: "today" };

/** What undo goes back over: the scenario and the answers that belong to it. */
export interface Project {
  scenario: Scenario;
  demand: Demand;
  /** the line as it stands in the tables, where it is not right yet; the scenario holds it as it last was right */
  draft?: LineDraft;
}

/** A line in work with what is wrong with it. */
export interface LineDraft extends Draft {
  problems: Problem[];
}

/** One line's figures with the run they come from. `key` = hash of the physics (line after effects, run). */
export interface Evaluated {
  key: string;
  line: Line;
  run: Run;
  stage: Stage;
  complete: boolean;
  figures: LineFigures;
  results: ReplicationResult[];
  /** people paid, reliefs and leaders included */
  headcount: number;
}

/** What is on screen: baseline and, with a plan, the pair evaluated under the same run and seeds. */
export interface Shown {
  choice: Choice;
  /** the way from today to the plan; null while it is not known */
  way: Way | null;
  baseline: Evaluated;
  plan: Evaluated | null;
  differences: Record<LineKpi, Difference> | null;
}

export type EvaluationState =
  | { status: "idle" }
  | { status: "running"; progress: EvaluationProgress | null }
  | { status: "cancelled" }
  | { status: "failed"; message: string };

export interface WatchState {
  baseline: WatchedRun | null;
  plan: WatchedRun | null;
  status: "loading" | "ready" | "failed";
}

/** What the last attempt to open a file said; null when there was none or it worked. */
export interface OpenFailure {
  fileName: string | null;
  problems: Problem[];
  /** what it was, where it was neither file nor clipboard */
  source?: "link" | "project";
}

/** What was kept with a scenario: answers and view of the last time. */
export interface Kept {
  demand: Demand;
  draft?: LineDraft;
  view: KeptView;
  /** the scenario as it was opened first, as text */
  origin?: string;
}

/** What to open. `readyLine`: id of a shipped line as it is. */
export interface Opening {
  scenario: Scenario;
  readyLine: string | null;
  fileName: string | null;
  kept?: Kept;
  /** what should have been opened instead, and why it was not */
  failure?: OpenFailure;
}

export interface AppState {
  /** counts the projects opened: another number, another project */
  opened: number;
  fileName: string | null;
  readyLine: string | null;
  /** the scenario as it was opened first; a kept one as text, until somebody asks */
  origin: Scenario | string;
  history: History<Project>;
  choice: Choice;
  shown: Shown | null;
  /** keys of the scenario and choice as they are now; where they differ from `shown`, that is stale */
  wanted: { baseline: string; plan: string | null };
  evaluation: EvaluationState;
  /** the money of `shown`, under the project's economics and demand; null without a plan */
  money: MoneyResult | null;
  watch: WatchState;
  /** loads moments of the watched runs */
  replay: Replay;
  openFailure: OpenFailure | null;
  /** why the choice cannot be applied to this line; empty when it can */
  planProblems: Problem[];
  selected: string | null;
  planner: PlannerState;
  studies: StudiesState;
  sideBySide: SideBySideState;
  whatIf: WhatIfState;
  /** milliseconds a simulated hour takes on this computer, all workers together; null = not known yet */
  pace: number | null;
  preferences: Preferences;
  detail: { tab: DetailTab; open: boolean };
  actions: Actions;
}

export interface Actions extends PlannerActions, StudiesActions, SideBySideActions, WhatIfActions {
  openText(text: string, fileName: string | null, kept?: Kept): boolean;
  open(what: Opening): void;
  openReady(id: string, scenario: Scenario): void;
  dismissOpenFailure(): void;
  failToOpen(failure: OpenFailure): void;
  edit(change: (project: Project) => Project): void;
  /** as edit, if the scenario after it is valid and the named plan can be applied; otherwise nothing changes, and why */
  attempt(change: (project: Project) => Project, planId?: string): Problem[];
  /** the scenario as it was opened first */
  fileScenario(): Scenario;
  undo(): void;
  redo(): void;
  choose(choice: Choice): void;
  evaluate(): void;
  cancel(): void;
  select(station: string | null): void;
  setPreferences(change: Partial<Preferences>): void;
  showDetail(tab: DetailTab, open?: boolean): void;
  retryWatch(): void;
  dispose(): void;
}

export interface MoneyRequest {
  project: Project;
  choice: Choice;
  chosen: readonly Retrofit[];
  baseline: Evaluated;
  plan: Evaluated;
  /** the simulated way from today to the plan, once it is known */
  way: Way | null;
}

/** Runs that show how a line gets from today to a plan, and what their answers come to. */
export interface WayQuestion {
  asks: readonly Ask[];
  answered(answers: readonly (readonly ReplicationResult[])[]): Way;
}

export type Parsed = { ok: true; scenario: Scenario } | { ok: false; problems: Problem[] };

/** What the store is given from outside: rooms it may not import, and the browser. */
export interface StoreDeps {
  pool: SimulationPool;
  replayer: Replayer;
  clock: PlaybackClock;
  parse(text: string): Parsed;
  /** hash of the physics: line after effects, run; no names, positions, prices */
  physicsKey(line: Line, run: Run): string;
  summarise(results: readonly ReplicationResult[]): LineFigures;
  compare(baseline: readonly ReplicationResult[], plan: readonly ReplicationResult[]): Record<LineKpi, Difference>;
  /** money on top of the figures; computed again whenever they, the economics or the demand change */
  money(of: MoneyRequest): MoneyResult | null;
  /** the same away from the page's thread, for what is priced while a slider moves; null where it was overtaken */
  moneyApart?(of: MoneyRequest): Promise<MoneyResult | null>;
  /** what must be simulated to know the way from today to a plan; null = there is none */
  way(scenario: Scenario, plan: Plan): WayQuestion | null;
  /** what `money` and `way` must be waited for (their code, fetched with the first plan); null when they are here */
  beforePricing?(): Promise<unknown> | null;
  /** answers to long questions, away from the page's thread */
  study: Study;
  /** people paid on a line */
  headcount(line: Line): number;
  storage: KeyValue | null;
  language: Preferences["language"];
  /** where a line that is opened begins to be watched, µs of calendar time */
  firstMoment?(line: Line): number;
  /** told when another line is on screen, so that the clock can be set */
  onNewLine?(run: WatchedRun, firstMoment: number): void;
}
