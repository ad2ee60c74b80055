/** A compact copy of a cursor's state before row `row`: parts that have left the line are only counted. */
export interface Keyframe {
  row: number;
  onShift: boolean;
  shift: number;
  machineState: Uint8Array;
  machineReason: Uint8Array;
  machineSince: Float64Array;
  /** (pool × machine index, people) for those that are not 0 */
  operators: Int32Array;
  counts: Int32Array;
  lastOut: Float64Array;
  /** parts of each slot in order, slot after slot; `lengths` says how many */
  lengths: Int32Array;
  parts: Int32Array;
  from: Int32Array;
  since: Float64Array;
  defect: Uint8Array;
}
