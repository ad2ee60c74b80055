/** The project, undo, results by key, the playback clock, preferences. State outside React's frame path. */
export {
  createClock,
  nudge,
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
export { createAppStore, type AppStore } from "./createAppStore";
export { isStale, shelf } from "./staleness";
export { placeWithNeeds, type PlacedWithNeeds } from "./catalogueEdits";
export { paidBy, withEconomics, withPlan } from "./edits";
export { quickRun, type EvaluationProgress, type Stage } from "./evaluation";
export {
  createOwnerStore,
  ownerAgreement,
  ownerFacts,
  ownerSteps,
  type OwnerState,
  type OwnerStep,
  type OwnerStore,
  type OwnerWork,
} from "./owner";
export { OwnerProvider, useOwner, useOwnerActions } from "./ownerContext";
export { heldAgainstParts, notToBuy, type OwnerReason, type OwnerVerdict } from "./ownerVerdict";
export type { OwnerAdvice, OwnerOption, OwnerPart } from "./ownerWork";
export type { OwnerUnknown } from "./ownerUnknowns";
export { withoutPlan, withPlanCopy, withPlanName, withRetrofit, withRetrofitPlan, type Made } from "./planEdits";
export { isColumnStale, isSeenStale, mostSideBySide, type Column, type Seen, type SideBySideState } from "./sideBySide";
// rooms that draw may not reach the rules of retrofits themselves
export {
  Catalogue,
  effectFigures,
  extremes,
  judgePromise,
  offerFigures,
  ownRetrofit,
  placesOf,
  withChosenOffer,
  withEffectRange,
  withOffers,
  type CatalogueEntry,
  type EffectFigure,
} from "../retrofit";
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
  noPlan,
} from "./plans";
export { archiveOf, readArchive } from "./projects/archive";
export { browserShelf } from "./projects/browserShelf";
export { scenarioFileOf } from "./projects/file";
export { createKeeper, type Keeper, type KeeperState, type KeeperStatus } from "./projects/keeper";
export { lastOpen, type LastOpen } from "./projects/lastOpen";
export type { LinkBase } from "./projects/link";
export { isLink, loadLinks, longestLink } from "./projects/links";
export { readRecord, type ProjectRecord } from "./projects/record";
export { memoryShelf, type ListedProject, type ProjectShelf } from "./projects/shelf";
export {
  bestSoFar,
  isPlannerStale,
  plannerAnswer,
  withPlannerProposals,
  type Advice,
  type Beginning,
  type FrontGoal,
  type FullKnown,
  type Objection,
  type OrderAnswer,
  type PlannerAnswer,
  type PlannerState,
  type Portfolio,
  type Proposal,
  type RoadMap,
  type SimulateBatch,
  type StepReasons,
} from "./planner";
export { candidatesOf, type PlannerLimits } from "./plannerLimits";
export { isPrecisionStale, isWarmUpStale, mostReplications } from "./precision";
export {
  loadPreferences,
  savePreferences,
  type DetailTab,
  type KeyValue,
  type Preferences,
  type QualityChoice,
  type ThemeChoice,
} from "./preferences";
export { sellable } from "./sellable";
export type {
  Actions,
  AppState,
  Demand,
  Evaluated,
  WayQuestion,
  EvaluationState,
  MoneyRequest,
  OpenFailure,
  Opening,
  Kept,
  LineDraft,
  Parsed,
  Project,
  Shown,
  StoreDeps,
  WatchState,
} from "./state";
export { withAskedDemand, withMoves, type Moves } from "./moves";
export type { Tried, WhatIfState } from "./whatIf";
export { movedLine, waysLonger, wayBetween, withLayout, withoutLayout } from "./layout";
export { flowRates } from "./flowRates";
export { inquire, type Inquiry, type MachineNow } from "./inquiry";
export type { Replay } from "./replay";
export { WatchedRun } from "./watchedRun";
export type { WhyDuring as Causes } from "../trace";
export { machineSpans, type MachineSpan } from "./machineSpans";
export { sharesSoFar, stripsOf, type Strips } from "./strips";
export { eventsOf, nextEvent, shiftSpans, type EventFilter, type MarkedEvent, type ShiftSpan } from "./timeMarks";
export { watchedHours } from "./watch";
export { isStudyStale, type AdviceView, type Side, type StudiesState } from "./studies";
export { type Standing, type Studies, type Study, type StudyKind, type StudyOptions, type StudyState } from "./study";
