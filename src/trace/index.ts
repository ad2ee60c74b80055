// The record of a run and how to read it: columns, places, and a cursor that gives the state of the line at any time.
// The contract between the engine and the screen.
export {
  EventKind,
  machineStates,
  placeKinds,
  stateReasons,
  vehicleStates,
  type Before,
  type MachineState,
  type PlaceKind,
  type StateReason,
  type Trace,
  type TraceColumns,
  type TraceLayout,
} from "./columns";
export { hashColumns } from "./hash";
export { TraceCursor, type TraceSource } from "./cursor";
export {
  addHours,
  countedKinds,
  DigestReader,
  emptyDigest,
  wholeShare,
  type CountedKind,
  type DigestHours,
} from "./digest";
export { nowhere } from "./partLists";
export { Place } from "./places";
export { TraceRecorder } from "./recorder";
export { whyAt } from "./why/chain";
export { whyDuring } from "./why/during";
export {
  type Cause,
  type Holder,
  type Lack,
  rootKinds,
  type RootKind,
  waitKinds,
  type WaitKind,
  type Why,
  type WhyDuring,
  type WhyLink,
  type WhyRoot,
} from "./why/types";
export { watchedWeeks } from "./weeks";
