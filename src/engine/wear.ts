import type { CompiledFailure } from "./compiled";
import { sample } from "./sampler";
import * as s from "./state";

/** Clock of failure `j` of the `k`-th vehicle of a transporter or robot of a pool. */
export const wearOf = (owner: { firstWear: number; failures: readonly unknown[] }, k: number, j: number): number =>
  owner.firstWear + k * owner.failures.length + j;

/** A new life that begins at `from` µs of use. */
export function nextWearDue(wear: number, from: number, failure: CompiledFailure): void {
  s.wearDue[wear] = from + sample(failure.timeToFailure, s.random, s.stream.wear + wear * 2);
}
