import type { KeptParts } from "./partLists";

/** A compact copy of a cursor's state before row `row`: parts that have left the line are only counted. */
export interface Keyframe extends KeptParts {
  row: number;
  onShift: boolean;
  shift: number;
  machineState: Uint8Array;
  machineReason: Uint8Array;
  machineSince: Float64Array;
  /** (pool × machine index, people) for those that are not 0 */
  operators: Int32Array;
  vehicleState: Uint8Array;
  vehicleFlow: Int32Array;
  counts: Int32Array;
  lastOut: Float64Array;
}
