/** The project, undo, results by key, the playback clock, preferences. State outside React's frame path. */
export {
  createClock,
  onEveryChange,
  pause,
  play,
  playbackSpeeds,
  runClock,
  seek,
  setSpan,
  setSpeed,
  speedFactor,
  subscribe,
  tick,
  type PlaybackClock,
  type PlaybackSpeed,
} from "./clock";
export { StoreProvider, useActions, useApp, useAppStore } from "./context";
export { createAppStore, isStale, shelf, type AppStore } from "./createAppStore";
export { paidBy, withEconomics, withPlan } from "./edits";
export { quickRun, type EvaluationProgress, type Stage } from "./evaluation";
export {
  listedPlan,
  objections,
  planOf,
  plannedLine,
  retrofitsOf,
  toggled,
  type Changed,
  type Choice,
  type PlannedLine,
} from "./plans";
export {
  bestSoFar,
  isPlannerStale,
  type Advice,
  type AdviceKnown,
  type AdviceOptions,
  type AdviceRequest,
  type Advise,
  type FrontGoal,
  type OrderAnswer,
  type PlannerState,
  type Portfolio,
  type RoadMap,
  type SimulateBatch,
} from "./planner";
export { candidatesOf, type PlannerLimits } from "./plannerLimits";
export {
  loadPreferences,
  savePreferences,
  type DetailTab,
  type KeyValue,
  type Preferences,
  type QualityChoice,
  type ThemeChoice,
} from "./preferences";
export type {
  Actions,
  AppState,
  Demand,
  Evaluated,
  WayQuestion,
  EvaluationState,
  MoneyRequest,
  OpenFailure,
  Parsed,
  Project,
  Shown,
  StoreDeps,
  Watched,
  WatchState,
} from "./state";
export { eventsOf, neighbour, shiftSpans, type MarkedEvent, type ShiftSpan } from "./timeMarks";
