import type { CompiledLine } from "./compiled";
import { fixedI32, fixedU8 } from "./columns";
import { NONE } from "./codes";

/**
 * What the line at hand is, in flat columns, for the paths that every part takes: like the state, allocated once for the
 * largest line. Written when a run begins, never by a run.
 */

/** Bits of `bits`: what a station has beyond a cycle of one part. */
export const Has = {
  setup: 1,
  load: 2,
  operators: 4,
  failures: 8,
  partFailures: 16,
  quality: 32,
  rework: 64,
  transit: 128,
  /** a kanban loop begins or ends here */
  cards: 256,
  pace: 512,
} as const;

/** Where a station's machines take their parts from. */
export const Takes = { oneFlow: 0, unlimited: 1, raw: 2, manyFlows: 3, batch: 4, assembly: 5 } as const;

/** In which order a pool serves those who wait. */
export const Rule = { fifo: 0, downstreamFirst: 1, upstreamFirst: 2, random: 3 } as const;

/** Stands for an unlimited buffer. */
export const UNLIMITED = 0x3fffffff;

/** station of each machine */
export const station = fixedI32("machine");
export const bits = fixedI32("station");
export const takes = fixedU8("station");
/** the only flow in and out, NONE where there are none or several */
export const inFlow = fixedI32("station");
export const outFlow = fixedI32("station");
/** 1 = the last station of its way */
export const isLast = fixedU8("station");
/** sampler row of the cycle, NONE where it depends on the product */
export const process = fixedI32("station");
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
/** 1 = parts may go from machine to machine: no transport, no oven before, no batch or assembly behind */
export const flowDirect = fixedU8("flow");
/** parts are moved and a place is reserved at departure: 1 = transport or oven, 2 = conveyor, whose entry may be taken */
/** 1 = parts that wait too long are scrap */
export const flowExpires = fixedU8("flow");
/** kanban loop that begins and that ends at a station, NONE = none */
export const loopFrom = fixedI32("station");
export const loopTo = fixedI32("station");
export const loopCards = fixedI32("loop");
export const flowMoves = fixedU8("flow");

export function writeTable(line: CompiledLine): void {
  station.set(line.machineStation);
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
      (st.paces.length > 0 ? Has.pace : 0);
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
    process[i] = st.process.every((row) => row === st.process[0]) ? st.process[0]! : NONE;
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
    flowDirect[i] = flowMoves[i] === 0 && to.batch === 1 && to.assembly === null ? 1 : 0;
  });
}
