import { refreshState } from "./accounting";
import { BATCH } from "./columns";
import type { CompiledStation } from "./compiled";
import { fail, operatingFailureDue, partFailureDue } from "./failure";
import { unload } from "./flow";
import { releaseHeld, releaseSome, request } from "./operator";
import { recordDefect } from "./part";
import { nextUniform } from "./random";
import { exp } from "./mathematics";
import { draw, drawBatch, drawn, sample } from "./sampler";
import { bookProcessing, startTimer } from "./timer";
import { Clock, Flag, NONE, Phase } from "./codes";
import { MACHINE_STREAMS, Purpose } from "./streams";
import * as events from "./events";
import * as s from "./state";
import * as t from "./table";

/** Keeps the number of machines that could take a part at once. */
export function setIdle(m: number, idle: boolean): void {
  const i = t.station[m]!;
  if (idle) {
    s.idleMachines[i]!++;
    s.idleSince[m] = s.clock[Clock.now]!;
  } else s.idleMachines[i]!--;
}

/** The part is on the machine: set-up if it is due, then loading, then processing. */
export function beginWork(m: number): void {
  const bits = t.bits[t.station[m]!]!;
  if ((bits & (t.Has.setup | t.Has.load | t.Has.operators)) === 0) return startProcessing(m);
  const st = s.line.stationOf[m]!;
  if ((bits & t.Has.setup) !== 0 && setupIsDue(m, st)) {
    if (st.setupNeed === null) startSetup(m);
    else waitFor(m, Phase.waitSetter, st.setupNeed.pool, st.setupNeed.count);
  } else toLoading(m, st);
}

function setupIsDue(m: number, st: CompiledStation): boolean {
  if (st.setupEvery > 0 && s.sinceSetup[m]! >= st.setupEvery) return true;
  return st.setupOnChange && s.lastProduct[m] !== NONE && s.lastProduct[m] !== s.partProduct[s.partHead[m]!];
}

function waitFor(m: number, phase: number, pool: number, count: number): void {
  s.phase[m] = phase;
  refreshState(m);
  request(m, pool, count);
}

/** The people asked for have come: go on. */
export function onGrant(m: number): void {
  switch (s.phase[m]) {
    case Phase.waitSetter:
      return startSetup(m);
    case Phase.waitLoader:
      return startLoading(m);
    case Phase.waitOperator:
      return startProcessing(m);
    case Phase.waitResume:
      s.phase[m] = s.resumePhase[m]!;
      s.resumePool[m] = NONE;
      return resumeActivity(m);
  }
}

/** Asks once more for whom the machine was waiting when it failed. */
export function askAgain(m: number): void {
  const st = s.line.stationOf[m]!;
  const phase = s.phase[m]!;
  if (phase === Phase.waitResume) request(m, s.resumePool[m]!, s.resumeCount[m]!);
  else {
    const need =
      phase === Phase.waitSetter ? st.setupNeed! : phase === Phase.waitLoader ? st.loadNeed! : st.processNeed!;
    request(m, need.pool, need.count);
  }
}

function startSetup(m: number): void {
  const st = s.line.stationOf[m]!;
  s.phase[m] = Phase.setup;
  refreshState(m);
  const from = s.lastProduct[m]!;
  const to = s.partProduct[s.partHead[m]!]!;
  const row =
    st.setupMatrix !== null && from !== NONE && from !== to
      ? st.setupMatrix[from * s.line.products.length + to]!
      : st.setupTime;
  draw(row, s.random, s.stream.machine + m * MACHINE_STREAMS + Purpose.setup);
  if (st.paces.length > 0) applyPace(st.index);
  startTimer(m, drawn[0]!);
}

function toLoading(m: number, st: CompiledStation): void {
  s.sinceSetup[m]! += s.partCount[m]!;
  if (st.setupOnChange) s.lastProduct[m] = s.partProduct[s.partHead[m]!]!;
  if (st.load < 0) toProcessing(m, st);
  else if (st.loadNeed === null) startLoading(m);
  else waitFor(m, Phase.waitLoader, st.loadNeed.pool, st.loadNeed.count);
}

function startLoading(m: number): void {
  const st = s.line.stationOf[m]!;
  s.phase[m] = Phase.loading;
  refreshState(m);
  drawAhead(m, 1, st.load, Purpose.load);
  if (st.paces.length > 0) applyPace(st.index);
  startTimer(m, drawn[0]!);
}

function toProcessing(m: number, st: CompiledStation): void {
  const need = st.processNeed;
  if (need === null) {
    releaseHeld(m);
    startProcessing(m);
  } else if (s.heldFor[m] === need.pool && s.heldPool[m] !== NONE && s.heldCount[m]! >= need.count) {
    // who loaded stays for the process
    releaseSome(m, s.heldCount[m]! - need.count);
    startProcessing(m);
  } else {
    releaseHeld(m);
    waitFor(m, Phase.waitOperator, need.pool, need.count);
  }
}

function startProcessing(m: number): void {
  const i = t.station[m]!;
  const row = t.process[i]!;
  if (row !== NONE) drawAhead(m, 0, row, Purpose.process);
  else drawByProduct(m, i);
  if ((t.bits[i]! & t.Has.pace) !== 0) applyPace(i);
  s.phase[m] = Phase.processing;
  refreshState(m);
  if ((t.bits[i]! & t.Has.failures) === 0) {
    if (s.frozen[m] === 1) s.frozenLeft[m] = drawn[0]!;
    else {
      events.time[m] = s.clock[Clock.now]! + drawn[0]!;
      events.place(m);
    }
    return;
  }
  s.processTotal[m] = drawn[0]!;
  s.remaining[m] = drawn[0]!;
  continueProcessing(m);
}

/** The next variate of a time that always comes from one distribution, into `drawn`: the same as drawing it now. */
function drawAhead(m: number, which: number, row: number, purpose: number): void {
  const k = m * 2 + which;
  let left = s.aheadLeft[k]!;
  if (left === 0) {
    drawBatch(row, s.random, s.stream.machine + m * MACHINE_STREAMS + purpose, s.ahead, k * BATCH, BATCH);
    left = BATCH;
  }
  drawn[0] = s.ahead[(k + 1) * BATCH - left]!;
  s.aheadLeft[k] = left - 1;
}

/** Dated changes of pace: the time drawn is multiplied by what applies now (a learning curve fades with e^(−t/τ)). */
function applyPace(station: number): void {
  const now = s.clock[Clock.now]!;
  let factor = 1;
  for (const { at, factor: begin, tau } of s.line.stations[station]!.paces) {
    if (now < at) continue;
    factor *= tau === Infinity ? begin : 1 + (begin - 1) * (now - at < 600 * tau ? exp((at - now) / tau) : 0);
  }
  drawn[0] = Math.floor(drawn[0]! * factor + 0.5);
}

function drawByProduct(m: number, station: number): void {
  const row = s.line.stations[station]!.process[s.partProduct[s.partHead[m]!]!]!;
  draw(row, s.random, s.stream.machine + m * MACHINE_STREAMS + Purpose.process);
}

/** Processes until done or until the next operating failure, whichever comes first; a tie is done. */
function continueProcessing(m: number): void {
  s.chunkStart[m] = s.clock[Clock.now]!;
  if ((t.bits[t.station[m]!]! & t.Has.partFailures) !== 0) {
    const f = partFailureDue(m, s.line.stationOf[m]!);
    if (f !== NONE) return fail(m, f);
  }
  const left = s.remaining[m]!;
  const due = s.failureDue[m]! - s.operatingAge[m]!;
  if (due < left) {
    startTimer(m, due);
    s.timerIsFailure[m] = 1;
  } else startTimer(m, left);
}

/** After a repair: the interrupted activity goes on where it stopped. */
export function resumeActivity(m: number): void {
  refreshState(m);
  if (s.phase[m] === Phase.processing) continueProcessing(m);
  else startTimer(m, s.remaining[m]!);
}

/** The machine's timer has run out (it is up). */
export function onTimer(m: number): void {
  switch (s.phase[m]) {
    case Phase.processing:
      if ((t.bits[t.station[m]!]! & t.Has.failures) !== 0) {
        bookProcessing(m);
        if (s.timerIsFailure[m] === 1) return fail(m, operatingFailureDue(m, s.line.stationOf[m]!));
      }
      return finishProcessing(m);
    case Phase.loading:
      return toProcessing(m, s.line.stationOf[m]!);
    case Phase.setup:
      releaseHeld(m);
      s.sinceSetup[m] = 0;
      s.startupScrap[m] = s.line.stationOf[m]!.setupScrap;
      return toLoading(m, s.line.stationOf[m]!);
    case Phase.review:
      return handOver(m);
  }
}

function finishProcessing(m: number): void {
  const i = t.station[m]!;
  const bits = t.bits[i]!;
  s.processed[i]! += s.partCount[m]!;
  if ((bits & t.Has.partFailures) !== 0) {
    for (let f = s.failureBase[m]!; f < s.failureBase[m + 1]!; f++) s.failureParts[f]! -= s.partCount[m]!;
  }
  if ((bits & t.Has.quality) !== 0) {
    const st = s.line.stations[i]!;
    let extra = 0;
    for (let p = s.partHead[m]!; p !== NONE; p = s.partNext[p]!) extra += judge(m, st, p);
    if (extra > 0) {
      s.phase[m] = Phase.review;
      refreshState(m);
      startTimer(m, extra);
      return;
    }
  }
  handOver(m);
}

/** Quality of one part: may it become defective here, is that found, what follows. Returns the extra time on the machine, µs. */
function judge(m: number, st: CompiledStation, p: number): number {
  const stream = s.stream.machine + m * MACHINE_STREAMS;
  let flags = s.partFlags[p]!;
  let bad = false;
  let extra = 0;
  // always the same number of draws a part, so that two plans keep the same luck
  if (st.defectRate > 0 && nextUniform(s.random, stream + Purpose.quality) < st.defectRate) {
    bad = true;
    if ((flags & Flag.defective) === 0) recordDefect(p, 1);
    flags |= Flag.defective;
  }
  if (st.inspects) {
    const seen = nextUniform(s.random, stream + Purpose.quality);
    const saved = nextUniform(s.random, stream + Purpose.quality) < st.rejectShare;
    const isDefective = (flags & Flag.defective) !== 0;
    let rejected = isDefective ? seen < st.detection : seen < st.falseReject;
    if (rejected && !isDefective && st.review >= 0) {
      extra += sample(st.review, s.random, stream + Purpose.review);
      flags |= Flag.touched;
      rejected = false;
    }
    if (rejected) {
      bad = true;
      flags |= Flag.touched;
      if (!saved) flags |= Flag.scrap;
      else if (st.reject === "rework") flags |= Flag.rework;
      else {
        extra += sample(st.repair, s.random, stream + Purpose.review);
        if (isDefective) recordDefect(p, 0);
        flags &= ~Flag.defective;
      }
    }
  }
  if (s.startupScrap[m]! > 0) {
    s.startupScrap[m]!--;
    flags |= Flag.scrap | Flag.touched;
    bad = true;
  }
  if (bad) s.badParts[st.index]!++;
  s.partFlags[p] = flags;
  return extra;
}

/** The cycle is over: the people go, then the parts, downstream first. */
function handOver(m: number): void {
  if (s.heldPool[m] !== NONE) releaseHeld(m);
  s.phase[m] = Phase.blocked;
  unload(m);
}
