import type { CompiledLine } from "./compiled";
import { fixedF64, fixedI32, fixedU8 } from "./columns";
import { NONE } from "./codes";
import { MACHINE_STREAMS } from "./streams";
import * as Has from "./codes/has";
import * as Takes from "./codes/takes";
import * as Rule from "./codes/rule";

/**
 * What the line at hand is, in flat columns, for the paths that every part takes: like the state, allocated once for the
 * largest line. Written when a run begins, never by a run.
 */

/** What there may be before and after the process itself. */
export const BEFORE_PROCESS = Has.setup | Has.load | Has.operators;
export const AFTER_PROCESS = Has.partFailures | Has.quality;

/** Stands for an unlimited buffer. */
export const UNLIMITED = 0x3fffffff;

export const machineCount = fixedI32("one");
/** station of each machine */
export const station = fixedI32("machine");
/** first random stream of each machine */
export const streams = fixedI32("machine");
export const bits = fixedI32("station");
export const takes = fixedU8("station");
/** the only flow in and out, NONE where there are none or several */
export const inFlow = fixedI32("station");
export const outFlow = fixedI32("station");
/** 1 = the last station of its way */
export const isLast = fixedU8("station");
/** sampler row of the cycle, NONE where it depends on the product or on the date */
export const process = fixedI32("station");
/** parts between two set-ups, 0 = none are counted */
export const setupEvery = fixedI32("station");
/** sampler row of loading; who is needed to load and to process, NONE = nobody */
export const loadRow = fixedI32("station");
export const loadPool = fixedI32("station");
export const loadCount = fixedI32("station");
export const processPool = fixedI32("station");
export const processCount = fixedI32("station");
export const defectRate = fixedF64("station");
export const firstMachine = fixedI32("station");
export const machines = fixedI32("station");
/** 1 = robots of the pool have failures; 1 = people of the pool help elsewhere, or others help here */
export const poolWears = fixedU8("pool");
export const poolShares = fixedU8("pool");
/** 0 = most downstream */
export const rank = fixedI32("station");
export const poolIsRobot = fixedU8("pool");
export const poolRule = fixedU8("pool");
export const flowTo = fixedI32("flow");
export const flowCapacity = fixedI32("flow");
/** 1 = parts may go from machine to machine: no transport, no oven before, no batch or assembly behind; 2 = with a card */
export const flowDirect = fixedU8("flow");
/** parts are moved and a place is reserved at departure: 1 = transport or oven, 2 = conveyor, whose entry may be taken */
/** 1 = parts that wait too long are scrap */
export const flowExpires = fixedU8("flow");
/** kanban loop that begins and that ends at a station, NONE = none */
export const loopFrom = fixedI32("station");
export const loopTo = fixedI32("station");
export const loopCards = fixedI32("loop");
export const flowMoves = fixedU8("flow");

export function writeTable(line: CompiledLine, machineStream: number): void {
  machineCount[0] = line.machineStation.length;
  station.set(line.machineStation);
  for (let m = 0; m < line.machineStation.length; m++) streams[m] = machineStream + m * MACHINE_STREAMS;
  const reworked = new Set(line.stations.map((st) => st.reworkTarget));
  for (const st of line.stations) {
    const i = st.index;
    bits[i] =
      (st.setupTime >= 0 ? Has.setup : 0) |
      (st.load >= 0 ? Has.load : 0) |
      (st.processNeed !== null ? Has.operators : 0) |
      (st.failures.length > 0 ? Has.failures : 0) |
      (st.hasPartFailures ? Has.partFailures : 0) |
      (st.defectRate > 0 || st.inspects || st.setupScrap > 0 ? Has.quality : 0) |
      (reworked.has(i) ? Has.rework : 0) |
      (st.transit >= 0 ? Has.transit : 0) |
      (line.loops.some((k) => k.from === i || k.to === i) ? Has.cards : 0) |
      (st.paces.length > 0 ? Has.pace : 0) |
      (st.inspects ? Has.inspection : 0) |
      (st.setupOnChange ? Has.change : 0);
    setupEvery[i] = st.setupEvery;
    loadRow[i] = st.load;
    loadPool[i] = st.loadNeed?.pool ?? NONE;
    loadCount[i] = st.loadNeed?.count ?? 0;
    processPool[i] = st.processNeed?.pool ?? NONE;
    processCount[i] = st.processNeed?.count ?? 0;
    defectRate[i] = st.defectRate;
    loopFrom[i] = line.loops.findIndex((k) => k.from === i);
    loopTo[i] = line.loops.findIndex((k) => k.to === i);
    takes[i] =
      st.assembly !== null
        ? Takes.assembly
        : st.batch > 1
          ? Takes.batch
          : st.supply === "unlimited"
            ? Takes.unlimited
            : st.supply !== "none"
              ? Takes.raw
              : st.inFlows.length === 1
                ? Takes.oneFlow
                : Takes.manyFlows;
    inFlow[i] = st.inFlows.length === 1 ? st.inFlows[0]! : NONE;
    outFlow[i] = st.outFlows.length === 1 ? st.outFlows[0]! : NONE;
    isLast[i] = st.outFlows.length === 0 ? 1 : 0;
    process[i] = st.paces.length === 0 && st.process.every((row) => row === st.process[0]) ? st.process[0]! : NONE;
    firstMachine[i] = st.firstMachine;
    machines[i] = st.machines;
    rank[i] = st.rank;
  }
  line.pools.forEach((pool, i) => {
    poolIsRobot[i] = pool.isRobot ? 1 : 0;
    poolRule[i] = Rule[pool.rule];
    poolWears[i] = pool.failures.length > 0 ? 1 : 0;
    poolShares[i] = pool.helpers.length + pool.serves.length > 0 ? 1 : 0;
  });
  line.loops.forEach((k, i) => (loopCards[i] = k.cards));
  line.flows.forEach((f, i) => {
    const from = line.stations[f.from]!;
    const to = line.stations[f.to]!;
    flowTo[i] = f.to;
    flowCapacity[i] = f.capacity === Infinity ? UNLIMITED : f.capacity;
    flowMoves[i] = f.headway > 0 ? 2 : f.transport >= 0 || from.transit >= 0 ? 1 : 0;
    flowExpires[i] = f.shelfLife > 0 ? 1 : 0;
    flowDirect[i] =
      flowMoves[i] === 0 && to.batch === 1 && to.assembly === null ? (loopFrom[f.to] === NONE ? 1 : 2) : 0;
  });
}
