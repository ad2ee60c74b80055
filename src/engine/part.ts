import { EventKind, Place } from "../trace";
import { bookWip } from "./accounting";
import { nextUniform } from "./random";
import { Clock, Flag, NONE, type SimulationState, Tally } from "./state";

export function recordPlace(s: SimulationState, part: number, place: number, index: number): void {
  if (s.recorder !== null) s.recorder.record(s.clock[Clock.now]!, EventKind.partTo, s.partSerial[part]!, place, index);
}

/** A new part enters the line in front of (or on) a first station. */
export function createPart(s: SimulationState, station: number): number {
  if (s.parts[0] === NONE) s.growParts(s.partNext.length * 2);
  const p = s.parts[0]!;
  s.parts[0] = s.partNext[p]!;
  s.partNext[p] = NONE;
  s.partEntry[p] = s.clock[Clock.planned]!;
  s.partFlags[p] = 0;
  s.partProduct[p] = s.line.products.length === 1 ? 0 : nextProduct(s);
  s.partSerial[p] = ++s.parts[1]!;
  bookWip(s);
  s.parts[2]!++;
  s.tally[Tally.entered]!++;
  if (s.recorder !== null)
    s.recorder.record(s.clock[Clock.now]!, EventKind.partEnters, s.partSerial[p]!, s.partProduct[p]!, station);
  return p;
}

/** The product of the next raw part: drawn by share, or in lots by the largest credit (so that shares come out exactly). */
function nextProduct(s: SimulationState): number {
  const { products, productShare, sequence } = s.line;
  if (sequence.kind === "random") {
    const u = nextUniform(s.random, s.stream.product);
    let sum = 0;
    for (let i = 0; i < products.length - 1; i++) {
      sum += productShare[i]!;
      if (u < sum) return i;
    }
    return products.length - 1;
  }
  if (s.parts[4] === 0) {
    let best = 0;
    for (let i = 0; i < products.length; i++) {
      s.productCredit[i]! += productShare[i]!;
      if (s.productCredit[i]! > s.productCredit[best]! + 1e-12) best = i;
    }
    s.productCredit[best]! -= 1;
    s.parts[5] = best;
    s.parts[4] = sequence.lot;
  }
  s.parts[4]!--;
  return s.parts[5]!;
}

function release(s: SimulationState, part: number): void {
  bookWip(s);
  s.parts[2]!--;
  s.partNext[part] = s.parts[0]!;
  s.parts[0] = part;
}

function bookFlowTime(s: SimulationState, part: number): void {
  s.tally[Tally.flowTime]! += s.clock[Clock.planned]! - s.partEntry[part]!;
  s.tally[Tally.flowCount]!++;
}

/** The part leaves the last station: good, or escaped where nobody found its defect. */
export function finishPart(s: SimulationState, part: number, station: number): void {
  const flags = s.partFlags[part]!;
  if ((flags & Flag.defective) !== 0) s.tally[Tally.escaped]!++;
  else {
    s.tally[Tally.good]!++;
    if ((flags & Flag.touched) === 0) s.tally[Tally.firstPass]!++;
  }
  bookFlowTime(s, part);
  recordPlace(s, part, Place.finished, station);
  release(s, part);
}

export function scrapPart(s: SimulationState, part: number, station: number): void {
  s.tally[Tally.scrapped]!++;
  bookFlowTime(s, part);
  recordPlace(s, part, Place.scrapped, station);
  release(s, part);
}

/** The part becomes a component of another one. */
export function absorbPart(s: SimulationState, part: number, machine: number): void {
  s.tally[Tally.absorbed]!++;
  recordPlace(s, part, Place.absorbed, machine);
  release(s, part);
}
