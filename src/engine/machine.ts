import { refreshState, setState } from "./accounting";
import { BATCH } from "./columns";
import { fail, operatingFailureDue, partFailureDue } from "./failure";
import { unload } from "./flow";
import { releaseHeld, releaseSome, request } from "./operator";
import { recordDefect } from "./part";
import { nextUniform } from "./random";
import { exp } from "./mathematics";
import { draw, drawBatch, drawn, sample } from "./sampler";
import { bookProcessing, dropTimer, startDrawn, startTimer } from "./timer";
import { NONE } from "./codes";
import * as Clock from "./codes/clock";
import * as Counted from "./codes/counted";
import * as Flag from "./codes/flag";
import * as Phase from "./codes/phase";
import * as Purpose from "./codes/purpose";
import * as events from "./events";
import * as s from "./state";
import * as Has from "./codes/has";
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
  const i = t.station[m]!;
  const bits = t.bits[i]!;
  if ((bits & t.BEFORE_PROCESS) === 0) startProcessing(m);
  else if ((bits & Has.setup) !== 0 && setupIsDue(m, i)) toSetup(m);
  else toLoading(m);
}

function setupIsDue(m: number, i: number): boolean {
  const every = t.setupEvery[i]!;
  if (every > 0 && s.sinceSetup[m]! >= every) return true;
  if ((t.bits[i]! & Has.change) === 0) return false;
  return s.lastProduct[m] !== NONE && s.lastProduct[m] !== s.partProduct[s.partHead[m]!];
}

function toSetup(m: number): void {
  const need = s.line.stationOf[m]!.setupNeed;
  if (need === null) startSetup(m);
  else waitFor(m, Phase.waitSetter, need.pool, need.count);
}

function waitFor(m: number, phase: number, pool: number, count: number): void {
  s.phase[m] = phase;
  dropTimer(m);
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
  draw(row, s.random, t.streams[m]! + Purpose.setup);
  if (st.paces.length > 0) applyPace(st.index);
  startDrawn(m);
}

function toLoading(m: number): void {
  const i = t.station[m]!;
  const bits = t.bits[i]!;
  s.sinceSetup[m]! += s.partCount[m]!;
  if ((bits & Has.change) !== 0) s.lastProduct[m] = s.partProduct[s.partHead[m]!]!;
  if ((bits & Has.load) === 0) toProcessing(m);
  else if (t.loadPool[i] === NONE) startLoading(m);
  else waitFor(m, Phase.waitLoader, t.loadPool[i]!, t.loadCount[i]!);
}

function startLoading(m: number): void {
  const i = t.station[m]!;
  s.phase[m] = Phase.loading;
  refreshState(m);
  drawAhead(m, 1, t.loadRow[i]!, Purpose.load);
  if ((t.bits[i]! & Has.pace) !== 0) applyPace(i);
  startDrawn(m);
}

function toProcessing(m: number): void {
  const i = t.station[m]!;
  const pool = t.processPool[i]!;
  if (s.heldPool[m] !== NONE) {
    if (s.heldFor[m] === pool && s.heldCount[m]! >= t.processCount[i]!) {
      // who loaded stays for the process
      releaseSome(m, s.heldCount[m]! - t.processCount[i]!);
      return startProcessing(m);
    }
    releaseHeld(m);
  }
  if (pool === NONE) startProcessing(m);
  else waitFor(m, Phase.waitOperator, pool, t.processCount[i]!);
}

/** What every part comes through, in one piece: `drawAhead`, `refreshState` and `startDrawn` written out where that is shorter. */
function startProcessing(m: number): void {
  const i = t.station[m]!;
  const row = t.process[i]!;
  s.phase[m] = Phase.processing;
  if (row !== NONE) {
    const k = m << 1;
    let next = s.aheadNext[k]!;
    if ((next & (BATCH - 1)) === 0) next = drawMore(k, row, t.streams[m]! + Purpose.process);
    drawn[0] = s.ahead[next]!;
    s.aheadNext[k] = next + 1;
  } else drawProcess(m, i);
  if ((s.down[m]! | s.frozen[m]!) === 0) {
    setState(m, Counted.working);
    if ((t.bits[i]! & Has.failures) === 0) {
      events.schedule(m, s.clock[Clock.now]! + drawn[0]!);
      return;
    }
  } else {
    refreshState(m);
    if ((t.bits[i]! & Has.failures) === 0) {
      s.frozenLeft[m] = drawn[0]!;
      return;
    }
  }
  s.processTotal[m] = drawn[0]!;
  s.remaining[m] = drawn[0]!;
  continueProcessing(m);
}

/** The next variate of a time that always comes from one distribution, into `drawn`: the same as drawing it now. */
function drawAhead(m: number, which: number, row: number, purpose: number): void {
  const k = (m << 1) + which;
  let next = s.aheadNext[k]!;
  if ((next & (BATCH - 1)) === 0) next = drawMore(k, row, t.streams[m]! + purpose);
  drawn[0] = s.ahead[next]!;
  s.aheadNext[k] = next + 1;
}

/** Every variate drawn ahead is used up: the next ones. */
function drawMore(k: number, row: number, stream: number): number {
  drawBatch(row, s.random, stream, s.ahead, k * BATCH, BATCH);
  return k * BATCH;
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

/** The process time where it depends on the product, or on the date. */
function drawProcess(m: number, station: number): void {
  const row = s.line.stations[station]!.process[s.partProduct[s.partHead[m]!]!]!;
  draw(row, s.random, t.streams[m]! + Purpose.process);
  if ((t.bits[station]! & Has.pace) !== 0) applyPace(station);
}

/** Processes until done or until the next operating failure, whichever comes first; a tie is done. */
function continueProcessing(m: number): void {
  s.chunkStart[m] = s.clock[Clock.now]!;
  if ((t.bits[t.station[m]!]! & Has.partFailures) !== 0) {
    const f = partFailureDue(m, s.line.stationOf[m]!);
    if (f !== NONE) return fail(m, f);
  }
  const left = s.remaining[m]!;
  const due = s.failureDue[m]! - s.operatingAge[m]!;
  drawn[0] = due < left ? due : left;
  startDrawn(m);
  if (due < left) s.timerIsFailure[m] = 1;
}

/** After a repair: the interrupted activity goes on where it stopped. */
export function resumeActivity(m: number): void {
  refreshState(m);
  if (s.phase[m] === Phase.processing) continueProcessing(m);
  else startTimer(m, s.remaining[m]!);
}

/** The machine's timer has run out (it is up). */
export function onTimer(m: number): void {
  const phase = s.phase[m]!;
  if (phase === Phase.processing) {
    const i = t.station[m]!;
    if ((t.bits[i]! & Has.failures) !== 0) {
      if (s.timerIsFailure[m] === 1) return failAtWork(m);
      s.operatingAge[m]! += s.remaining[m]!;
    }
    s.processed[i]! += s.partCount[m]!;
    if ((t.bits[i]! & t.AFTER_PROCESS) === 0 || isDone(m, i)) handOver(m);
  } else if (phase === Phase.loading) toProcessing(m);
  else if (phase === Phase.setup) finishSetup(m);
  else if (phase === Phase.review) handOver(m);
}

function failAtWork(m: number): void {
  bookProcessing(m);
  fail(m, operatingFailureDue(m, s.line.stationOf[m]!));
}

function finishSetup(m: number): void {
  releaseHeld(m);
  s.sinceSetup[m] = 0;
  s.startupScrap[m] = s.line.stationOf[m]!.setupScrap;
  toLoading(m);
}

/** After the process: tools wear, parts are judged. False when they stay on the machine for a review. */
function isDone(m: number, i: number): boolean {
  const bits = t.bits[i]!;
  if ((bits & Has.partFailures) !== 0) {
    for (let f = s.failureBase[m]!; f < s.failureBase[m + 1]!; f++) s.failureParts[f]! -= s.partCount[m]!;
  }
  if ((bits & Has.quality) === 0) return true;
  let extra = 0;
  for (let p = s.partHead[m]!; p !== NONE; p = s.partNext[p]!) extra += judge(m, i, p);
  if (extra === 0) return true;
  s.phase[m] = Phase.review;
  refreshState(m);
  startTimer(m, extra);
  return false;
}

/** Quality of one part: may it become defective here, is that found, what follows. Returns the extra time on the machine, µs. */
function judge(m: number, i: number, p: number): number {
  const stream = t.streams[m]!;
  const rate = t.defectRate[i]!;
  let flags = s.partFlags[p]!;
  let bad = false;
  // always the same number of draws a part, so that two plans keep the same luck
  if (rate > 0 && nextUniform(s.random, stream + Purpose.quality) < rate) {
    bad = true;
    if ((flags & Flag.defective) === 0) recordDefect(p, 1);
    flags |= Flag.defective;
  }
  let extra = 0;
  if ((t.bits[i]! & Has.inspection) !== 0) {
    const st = s.line.stations[i]!;
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
  if (bad) s.badParts[i]!++;
  s.partFlags[p] = flags;
  return extra;
}

/** The cycle is over: the people go, then the parts, downstream first. */
function handOver(m: number): void {
  if (s.heldPool[m] !== NONE) releaseHeld(m);
  s.phase[m] = Phase.blocked;
  unload(m);
}
