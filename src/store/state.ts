import type { Line, Plan, Problem, Retrofit, Run, Scenario } from "../model";
import type { MoneyResult, Way } from "../finance";
import type { Difference, LineFigures, LineKpi, ReplicationResult } from "../measure";
import type { Trace } from "../trace";
import type { SimulationPool } from "../../workers/contract";
import type { History } from "./history";
import type { Ask, EvaluationProgress, Stage } from "./evaluation";
import type { Choice } from "./plans";
import type { Advise, PlannerActions, PlannerState } from "./planner";
import type { DetailTab, KeyValue, Preferences } from "./preferences";

/** Can the extra output be sold? It caps the value of output, never the physics. */
export type Demand = { kind: "all" } | { kind: "upTo"; perYear: number } | { kind: "today" };

/** What undo goes back over: the scenario and the answers that belong to it. */
export interface Project {
  scenario: Scenario;
  demand: Demand;
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

export interface Watched {
  key: string;
  trace: Trace;
}

export interface WatchState {
  baseline: Watched | null;
  plan: Watched | null;
  status: "loading" | "ready" | "failed";
}

/** What the last attempt to open a file said; null when there was none or it worked. */
export interface OpenFailure {
  fileName: string | null;
  problems: Problem[];
}

export interface AppState {
  fileName: string | null;
  readyLine: string | null;
  history: History<Project>;
  choice: Choice;
  shown: Shown | null;
  /** keys of the scenario and choice as they are now; where they differ from `shown`, that is stale */
  wanted: { baseline: string; plan: string | null };
  evaluation: EvaluationState;
  /** the money of `shown`, under the project's economics and demand; null without a plan */
  money: MoneyResult | null;
  watch: WatchState;
  openFailure: OpenFailure | null;
  /** why the choice cannot be applied to this line; empty when it can */
  planProblems: Problem[];
  selected: string | null;
  planner: PlannerState;
  preferences: Preferences;
  detail: { tab: DetailTab; open: boolean };
  actions: Actions;
}

export interface Actions extends PlannerActions {
  openText(text: string, fileName: string | null): boolean;
  openReady(id: string, scenario: Scenario): void;
  dismissOpenFailure(): void;
  failToOpen(failure: OpenFailure): void;
  edit(change: (project: Project) => Project): void;
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
  parse(text: string): Parsed;
  /** hash of the physics: line after effects, run; no names, positions, prices */
  physicsKey(line: Line, run: Run): string;
  summarise(results: readonly ReplicationResult[]): LineFigures;
  compare(baseline: readonly ReplicationResult[], plan: readonly ReplicationResult[]): Record<LineKpi, Difference>;
  /** money on top of the figures; computed again whenever they, the economics or the demand change */
  money(of: MoneyRequest): MoneyResult | null;
  /** what must be simulated to know the way from today to a plan; null = there is none */
  way(scenario: Scenario, plan: Plan): WayQuestion | null;
  /** the best set of retrofits and the order of its steps */
  advise: Advise;
  /** people paid on a line */
  headcount(line: Line): number;
  storage: KeyValue | null;
  language: Preferences["language"];
  /** told when new traces are on screen, so that the clock can be set */
  onTraces?(baseline: Trace, plan: Trace | null, isNewLine: boolean): void;
}
