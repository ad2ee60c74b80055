// The scenario: the one schema, its types, defaults, checks and migrations, and what follows from a file without
// simulating it (planned time, physics key). ISA-95 words. Imports no other room.
import { z } from "zod";
import { ScenarioSchema } from "./scenario";

export {
  calendarTimeAt,
  paidHoursPerPerson,
  type PlannedTime,
  plannedHoursPerYear,
  plannedTimeOf,
  shiftHoursPerWeek,
} from "./calendar";
export { distributionMean, scaleDistribution } from "./distribution";
export { type Distribution, type DistributionObject, DistributionSchema } from "./distributionSchema";
export { Economics } from "./economics";
export { type NewValue, withInput } from "./inputs/change";
export { type GroupKind, type Input, inputAt, type InputGroup, inputsOf } from "./inputs/list";
export { type Movable, type MovableKind, movableInputs } from "./inputs/movable";
export { type ChangedBy, type InputSource, type Traced, traceInputs } from "./inputs/source";
export { type InputUnit, unitOfPath } from "./inputs/units";
export {
  type Calendar,
  type Failure,
  type Flow,
  Line,
  type LineInput,
  type Name,
  type OperatorPool,
  type Product,
  type Quality,
  type Shift,
  type Station,
  type StationKind,
  stationKinds,
  type Supply,
} from "./line";
export { migrate } from "./migrate";
export { nearest } from "./nearest";
export { checkScenario, type Library, maximumFileBytes, type Parsed, parseScenario, problemsOf } from "./parse";
export { fingerprint, physicsKey, stableJson } from "./physics";
export { LprTable, PolicyFile, policyJsonSchema, PolicyRule, type Recognition, type SubsidyBase } from "./policyRule";
export { Offer, type PaymentTerm } from "./offer";
export { type Problem, type ProblemCode, problemCodes } from "./problem";
export { type Effect, type Financing, type Opex, Plan, Range, Retrofit, retrofitKinds } from "./retrofit";
export { type Fit, Run, type Scenario, type ScenarioFile, ScenarioSchema, schemaVersion } from "./scenario";
export { holdsArray, holdsObject, keysAt, placeOf, type SchemaPlace, stepInto } from "./schemaPlace";
export { validateLine } from "./validate";

/** JSON Schema (draft 2020-12) of a scenario file, derived from the one zod schema. */
export function scenarioJsonSchema(): unknown {
  return z.toJSONSchema(ScenarioSchema, { io: "input", reused: "ref" });
}
