import { EventKind } from "../trace";
import { refreshState } from "./accounting";
import type { CompiledStation } from "./compile";
import { fail, operatingFailureDue, partFailureDue } from "./failure";
import { unload } from "./flow";
import { releaseHeld, releaseSome, request } from "./operator";
import { nextUniform } from "./random";
import { sample } from "./sampler";
import { Clock, Flag, MACHINE_STREAMS, NONE, Phase, Purpose, type SimulationState } from "./state";
import { bookProcessing, startTimer } from "./timer";

/** Keeps the number of machines that could take a part at once. */
export function setIdle(s: SimulationState, m: number, idle: boolean): void {
  const i = s.line.machineStation[m]!;
  if (idle) {
    s.idleMachines[i]!++;
    s.idleSince[m] = s.clock[Clock.now]!;
  } else s.idleMachines[i]!--;
}

/** The part is on the machine: set-up if it is due, then loading, then processing. */
export function beginWork(s: SimulationState, m: number): void {
  const st = s.line.stationOf[m]!;
  if (st.setupTime >= 0 && setupIsDue(s, m, st)) {
    if (st.setupNeed === null) startSetup(s, m);
    else waitFor(s, m, Phase.waitSetter, st.setupNeed.pool, st.setupNeed.count);
  } else toLoading(s, m, st);
}

function setupIsDue(s: SimulationState, m: number, st: CompiledStation): boolean {
  if (st.setupEvery > 0 && s.sinceSetup[m]! >= st.setupEvery) return true;
  return st.setupOnChange && s.lastProduct[m] !== NONE && s.lastProduct[m] !== s.partProduct[s.partHead[m]!];
}

function waitFor(s: SimulationState, m: number, phase: number, pool: number, count: number): void {
  s.phase[m] = phase;
  refreshState(s, m);
  request(s, m, pool, count);
}

/** The people asked for have come: go on. */
export function onGrant(s: SimulationState, m: number): void {
  switch (s.phase[m]) {
    case Phase.waitSetter:
      return startSetup(s, m);
    case Phase.waitLoader:
      return startLoading(s, m);
    case Phase.waitOperator:
      return startProcessing(s, m, s.line.stationOf[m]!);
    case Phase.waitResume:
      s.phase[m] = s.resumePhase[m]!;
      s.resumePool[m] = NONE;
      return resumeActivity(s, m);
  }
}

/** Asks once more for whom the machine was waiting when it failed. */
export function askAgain(s: SimulationState, m: number): void {
  const st = s.line.stationOf[m]!;
  const phase = s.phase[m]!;
  if (phase === Phase.waitResume) request(s, m, s.resumePool[m]!, s.resumeCount[m]!);
  else {
    const need =
      phase === Phase.waitSetter ? st.setupNeed! : phase === Phase.waitLoader ? st.loadNeed! : st.processNeed!;
    request(s, m, need.pool, need.count);
  }
}

function startSetup(s: SimulationState, m: number): void {
  const st = s.line.stationOf[m]!;
  s.phase[m] = Phase.setup;
  refreshState(s, m);
  const from = s.lastProduct[m]!;
  const to = s.partProduct[s.partHead[m]!]!;
  const row =
    st.setupMatrix !== null && from !== NONE && from !== to
      ? st.setupMatrix[from * s.line.products.length + to]!
      : st.setupTime;
  startTimer(s, m, sample(s.line.samplers, row, s.random, s.stream.machine + m * MACHINE_STREAMS + Purpose.setup));
}

function toLoading(s: SimulationState, m: number, st: CompiledStation): void {
  s.sinceSetup[m]! += s.partCount[m]!;
  if (st.setupOnChange) s.lastProduct[m] = s.partProduct[s.partHead[m]!]!;
  if (st.load < 0) toProcessing(s, m, st);
  else if (st.loadNeed === null) startLoading(s, m);
  else waitFor(s, m, Phase.waitLoader, st.loadNeed.pool, st.loadNeed.count);
}

function startLoading(s: SimulationState, m: number): void {
  const st = s.line.stationOf[m]!;
  s.phase[m] = Phase.loading;
  refreshState(s, m);
  startTimer(s, m, sample(s.line.samplers, st.load, s.random, s.stream.machine + m * MACHINE_STREAMS + Purpose.load));
}

function toProcessing(s: SimulationState, m: number, st: CompiledStation): void {
  const need = st.processNeed;
  if (need === null) {
    releaseHeld(s, m);
    startProcessing(s, m, st);
  } else if (s.heldPool[m] === need.pool && s.heldCount[m]! >= need.count) {
    // who loaded stays for the process
    releaseSome(s, m, s.heldCount[m]! - need.count);
    startProcessing(s, m, st);
  } else {
    releaseHeld(s, m);
    waitFor(s, m, Phase.waitOperator, need.pool, need.count);
  }
}

function startProcessing(s: SimulationState, m: number, st: CompiledStation): void {
  const product = s.line.products.length === 1 ? 0 : s.partProduct[s.partHead[m]!]!;
  const time = sample(
    s.line.samplers,
    st.process[product]!,
    s.random,
    s.stream.machine + m * MACHINE_STREAMS + Purpose.process,
  );
  s.phase[m] = Phase.processing;
  s.processTotal[m] = time;
  s.remaining[m] = time;
  refreshState(s, m);
  continueProcessing(s, m, st);
}

/** Processes until done or until the next operating failure, whichever comes first; a tie is done. */
function continueProcessing(s: SimulationState, m: number, st: CompiledStation): void {
  const now = s.clock[Clock.now]!;
  s.chunkStart[m] = now;
  if (st.hasPartFailures) {
    const f = partFailureDue(s, m, st);
    if (f !== NONE) return fail(s, m, f);
  }
  const left = s.remaining[m]!;
  const due = s.failureDue[m]! - s.operatingAge[m]!;
  if (due < left) {
    startTimer(s, m, due);
    s.timerIsFailure[m] = 1;
  } else startTimer(s, m, left);
}

/** After a repair: the interrupted activity goes on where it stopped. */
export function resumeActivity(s: SimulationState, m: number): void {
  refreshState(s, m);
  if (s.phase[m] === Phase.processing) continueProcessing(s, m, s.line.stationOf[m]!);
  else startTimer(s, m, s.remaining[m]!);
}

/** The machine's timer has run out (it is up). */
export function onTimer(s: SimulationState, m: number): void {
  const st = s.line.stationOf[m]!;
  switch (s.phase[m]) {
    case Phase.processing:
      bookProcessing(s, m);
      if (s.timerIsFailure[m] === 1) return fail(s, m, operatingFailureDue(s, m, st));
      return finishProcessing(s, m, st);
    case Phase.loading:
      return toProcessing(s, m, st);
    case Phase.setup:
      releaseHeld(s, m);
      s.sinceSetup[m] = 0;
      s.startupScrap[m] = st.setupScrap;
      return toLoading(s, m, st);
    case Phase.review:
      return handOver(s, m);
  }
}

function finishProcessing(s: SimulationState, m: number, st: CompiledStation): void {
  s.processed[st.index]! += s.partCount[m]!;
  if (st.hasPartFailures) {
    for (let f = s.failureBase[m]!; f < s.failureBase[m + 1]!; f++) s.failureParts[f]! -= s.partCount[m]!;
  }
  let extra = 0;
  if (st.defectRate > 0 || st.inspects || s.startupScrap[m]! > 0) {
    for (let p = s.partHead[m]!; p !== NONE; p = s.partNext[p]!) extra += judge(s, m, st, p);
  }
  if (extra > 0) {
    s.phase[m] = Phase.review;
    refreshState(s, m);
    startTimer(s, m, extra);
  } else handOver(s, m);
}

/** Quality of one part: may it become defective here, is that found, what follows. Returns the extra time on the machine, µs. */
function judge(s: SimulationState, m: number, st: CompiledStation, p: number): number {
  const stream = s.stream.machine + m * MACHINE_STREAMS;
  let flags = s.partFlags[p]!;
  let bad = false;
  let extra = 0;
  // always the same number of draws a part, so that two plans keep the same luck
  if (st.defectRate > 0 && nextUniform(s.random, stream + Purpose.quality) < st.defectRate) {
    bad = true;
    if ((flags & Flag.defective) === 0 && s.recorder !== null)
      s.recorder.record(s.clock[Clock.now]!, EventKind.defect, s.partSerial[p]!, 1, 0);
    flags |= Flag.defective;
  }
  if (st.inspects) {
    const seen = nextUniform(s.random, stream + Purpose.quality);
    const saved = nextUniform(s.random, stream + Purpose.quality) < st.rejectShare;
    const isDefective = (flags & Flag.defective) !== 0;
    let rejected = isDefective ? seen < st.detection : seen < st.falseReject;
    if (rejected && !isDefective && st.review >= 0) {
      extra += sample(s.line.samplers, st.review, s.random, stream + Purpose.review);
      flags |= Flag.touched;
      rejected = false;
    }
    if (rejected) {
      bad = true;
      flags |= Flag.touched;
      if (!saved) flags |= Flag.scrap;
      else if (st.reject === "rework") flags |= Flag.rework;
      else {
        extra += sample(s.line.samplers, st.repair, s.random, stream + Purpose.review);
        if (isDefective && s.recorder !== null)
          s.recorder.record(s.clock[Clock.now]!, EventKind.defect, s.partSerial[p]!, 0, 0);
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
function handOver(s: SimulationState, m: number): void {
  releaseHeld(s, m);
  s.phase[m] = Phase.blocked;
  unload(s, m);
}
