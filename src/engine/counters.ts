import type { FlowTimeBin, RunCounters, SeriesCounters } from "../measure";
import { bufferAreaOf, bufferFullOf, poolAreaOf, poolWaitAreaOf, wipAreaNow } from "./accounting";
import { COUNTED, VEHICLE_STATES } from "./codes";
import * as Clock from "./codes/clock";
import * as Counted from "./codes/counted";
import * as Tally from "./codes/tally";
import * as Parts from "./codes/parts";
import * as Vehicle from "./codes/vehicle";
import { BINS, binStart } from "./histogram";
import type { CompiledStation } from "./compiled";
import * as s from "./state";
import { stuck } from "./stuck";

const SECOND = 1e6;

/** The bins that hold something, in order. */
function flowTimesOf(): FlowTimeBin[] {
  const bins: FlowTimeBin[] = [];
  for (let i = 0; i < BINS; i++)
    if (s.flowTimes[i]! > 0) bins.push({ from: binStart(i), to: binStart(i + 1), parts: s.flowTimes[i]! });
  return bins;
}

function offWork(st: CompiledStation): number {
  let sum = 0;
  for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) sum += s.offWork[m]!;
  return sum;
}

/** The counters of a finished run (see RunCounters). Everything must have been booked. */
export function countersOf(replication: number, series: SeriesCounters): RunCounters {
  const t = s.tally;
  const stuckNow = stuck();
  const stations = s.line.stations.map((st) => {
    const time = (state: number) => {
      let sum = 0;
      for (let m = st.firstMachine; m < st.firstMachine + st.machines; m++) sum += s.stateTime[m * COUNTED + state]!;
      return sum / SECOND;
    };
    const waitingSetter = time(Counted.setupWaiting);
    const waitingRepairer = time(Counted.downWaiting);
    const workingReview = time(Counted.workingReview);
    return {
      id: st.id,
      machines: st.machines,
      working: time(Counted.working) + workingReview,
      workingReview,
      loading: time(Counted.loading),
      setup: time(Counted.setup) + waitingSetter,
      waitingSetter,
      blocked: time(Counted.blocked),
      starved: time(Counted.starved),
      waitingOperator: time(Counted.waitingOperator),
      down: time(Counted.down) + waitingRepairer + time(Counted.downResponse),
      waitingRepairer,
      processed: s.processed[st.index]!,
      bad: s.badParts[st.index]!,
      offShiftWorking: offWork(st) / SECOND,
      waitingResponse: time(Counted.downResponse),
      failures: s.failed[st.index]!,
      reworked: s.reworked[st.index]!,
      queueMost: st.inFlows.reduce((a, f) => Math.max(a, s.bufferMost[f]!), s.rawMost[st.index]!),
      queueFull: st.inFlows.length === 1 ? bufferFullOf(st.inFlows[0]!) / SECOND : null,
      queueArea: (st.inFlows.reduce((a, f) => a + bufferAreaOf(f), 0) + s.rawArea[st.index]!) / SECOND,
    };
  });
  return {
    replication,
    events: t[Tally.events]!,
    plannedSeconds: (s.clock[Clock.planned]! - t[Tally.resetAt]!) / SECOND,
    entered: t[Tally.entered]!,
    good: t[Tally.good]!,
    escaped: t[Tally.escaped]!,
    scrapped: t[Tally.scrapped]!,
    absorbed: t[Tally.absorbed]!,
    lost: t[Tally.lost]!,
    inProcessAtStart: t[Tally.inLineAtReset]!,
    inProcess: s.parts[Parts.inLine]!,
    flowTimeSum: t[Tally.flowTime]! / SECOND,
    flowCount: t[Tally.flowCount]!,
    firstPass: t[Tally.firstPass]!,
    flowTimes: flowTimesOf(),
    series,
    wipArea: wipAreaNow() / SECOND,
    stations,
    pools: s.line.pools.map((p, i) => ({
      id: p.id,
      busyArea: poolAreaOf(i) / SECOND,
      capacityArea: s.poolCapacityArea[i]! / SECOND,
      waitingArea: poolWaitAreaOf(i) / SECOND,
    })),
    transporters: s.line.transporters.map((v) => {
      const sum = (of: (vehicle: number) => number) => {
        let total = 0;
        for (let k = v.firstVehicle; k < v.firstVehicle + v.count; k++) total += of(k);
        return total;
      };
      const time = (state: number) => sum((k) => s.vehicleTime[k * VEHICLE_STATES + state]!) / SECOND;
      return {
        id: v.id,
        vehicles: v.count,
        empty: time(Vehicle.empty),
        loaded: time(Vehicle.loaded),
        charging: time(Vehicle.charging),
        down: sum((k) => s.vehicleDown[k]!) / SECOND,
        trips: sum((k) => s.vehicleTrips[k]!),
      };
    }),
    stalled: stuckNow !== null,
    stuck: stuckNow,
  };
}
