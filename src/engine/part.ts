import { EventKind, Place } from "../trace";
import { binOf } from "./histogram";
import { nextUniform } from "./random";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as Flag from "./codes/flag";
import * as Tally from "./codes/tally";
import * as Parts from "./codes/parts";
import * as s from "./state";
import { most } from "./columns";

export function recordPlace(part: number, place: number, index: number): void {
  if (s.isRecorded[0] === 1) recordTo(part, place, index);
}

function recordTo(part: number, place: number, index: number): void {
  s.recorder!.record(s.clock[Clock.now]!, EventKind.partTo, s.partSerial[part]!, place, index);
}

/** The part now carries a defect (1), or no longer (0). */
export function recordDefect(part: number, defective: 0 | 1): void {
  if (s.recorder !== null) s.recorder.record(s.clock[Clock.now]!, EventKind.defect, s.partSerial[part]!, defective, 0);
}

/** A new part enters the line in front of (or on) a first station. */
export function createPart(station: number): number {
  let p = s.parts[Parts.free]!;
  if (p === NONE) p = freshPart();
  else s.parts[Parts.free] = s.partNext[p]!;
  s.partNext[p] = NONE;
  s.partEntry[p] = s.clock[Clock.planned]!;
  s.partFlags[p] = 0;
  s.partCard[p] = NONE;
  s.partProduct[p] = s.line.products.length === 1 ? 0 : nextProduct();
  s.partSerial[p] = ++s.parts[Parts.serial]!;
  s.tally[Tally.wipArea]! -= s.clock[Clock.planned]!;
  s.parts[Parts.inLine]!++;
  s.tally[Tally.entered]!++;
  if (s.isRecorded[0] === 1)
    s.recorder!.record(s.clock[Clock.now]!, EventKind.partEnters, s.partSerial[p]!, s.partProduct[p]!, station);
  return p;
}

/** The product of the next raw part: drawn by share, or in lots by the largest credit (so that shares come out exactly). */
function nextProduct(): number {
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
  if (s.parts[Parts.lotLeft] === 0) {
    let best = 0;
    for (let i = 0; i < products.length; i++) {
      s.productCredit[i]! += productShare[i]!;
      if (s.productCredit[i]! > s.productCredit[best]! + 1e-12) best = i;
    }
    s.productCredit[best]! -= 1;
    s.parts[Parts.lotProduct] = best;
    s.parts[Parts.lotLeft] = sequence.lot;
  }
  s.parts[Parts.lotLeft]!--;
  return s.parts[Parts.lotProduct]!;
}

/** A place for a part that has never been used. A line that fills up without end is told, not let run out of memory. */
function freshPart(): number {
  const p = s.parts[Parts.used]!;
  if (p === most.part) throw new Error(`more than ${most.part} parts in the line at once: it can never work them off`);
  s.parts[Parts.used] = p + 1;
  return p;
}

function release(part: number): void {
  s.tally[Tally.wipArea]! += s.clock[Clock.planned]!;
  s.parts[Parts.inLine]!--;
  s.partNext[part] = s.parts[Parts.free]!;
  s.parts[Parts.free] = part;
}

function bookFlowTime(part: number): void {
  const time = s.clock[Clock.planned]! - s.partEntry[part]!;
  s.tally[Tally.flowTime]! += time;
  s.tally[Tally.flowCount]!++;
  s.flowTimes[binOf(time)]!++;
}

/** The part leaves the last station: good, or escaped where nobody found its defect. */
export function finishPart(part: number, station: number): void {
  const flags = s.partFlags[part]!;
  if ((flags & Flag.defective) !== 0) s.tally[Tally.escaped]!++;
  else {
    s.tally[Tally.good]!++;
    if ((flags & Flag.touched) === 0) s.tally[Tally.firstPass]!++;
  }
  bookFlowTime(part);
  recordPlace(part, Place.finished, station);
  release(part);
}

export function scrapPart(part: number, station: number): void {
  s.tally[Tally.scrapped]!++;
  bookFlowTime(part);
  recordPlace(part, Place.scrapped, station);
  release(part);
}

/** The part becomes a component of another one. */
export function absorbPart(part: number, machine: number): void {
  s.tally[Tally.absorbed]!++;
  recordPlace(part, Place.absorbed, machine);
  release(part);
}
