import type { CompiledFlow, CompiledStation } from "./compiled";
import { NONE } from "./codes";
import * as SlotKind from "./codes/slotKind";

/** The slots of the event list: one a machine, and one for each thing of the line that can happen by itself. */
export interface Slots {
  /** by slot: orders events of one instant, 0 = first */
  slotRanks: Float64Array;
  slotKind: Uint8Array;
  /** failure clock, station or mover */
  slotOwner: Int32Array;
  /** slot by failure clock (failureBase[machine] + position), NONE where it has no clock of its own */
  failureSlot: Int32Array;
  arrivalSlot: Int32Array;
  batchSlot: Int32Array;
  /** by flow (transport), then by station (transit) */
  moverSlot: Int32Array;
  /** by flow: the entry of a conveyor is free again; the part waiting longest has waited too long */
  beltSlot: Int32Array;
  expirySlot: Int32Array;
  /** of the first vehicle and the first robot */
  vehicleSlot: number;
  robotSlot: number;
  shiftSlot: number;
}

/** Only what can fire gets a slot: a smaller tree is a faster one. */
export function slotsOf(
  stations: readonly CompiledStation[],
  flows: readonly CompiledFlow[],
  vehicles: number,
  robots: number,
): Slots {
  const kinds: number[] = [];
  const owners: number[] = [];
  const ranks: number[] = [];
  const slot = (kind: number, owner: number, rank: number): number => {
    kinds.push(kind);
    owners.push(owner);
    return ranks.push(rank) - 1;
  };
  const S = stations.length;
  for (const st of stations) for (let k = 0; k < st.machines; k++) slot(SlotKind.machine, st.firstMachine + k, st.rank);
  let failure = 0;
  const failureSlot: number[] = [];
  for (const st of stations)
    for (let k = 0; k < st.machines; k++)
      for (const f of st.failures) {
        const ownClock = f.everyParts < 0 && f.clock !== "operating";
        failureSlot.push(ownClock ? slot(SlotKind.failure, failure, st.rank) : NONE);
        failure++;
      }
  const arrivalSlot = stations.map((st) => (st.interarrival < 0 ? NONE : slot(SlotKind.arrival, st.index, S + 1)));
  const batchSlot = stations.map((st) => (st.batchWait < 0 ? NONE : slot(SlotKind.batchWait, st.index, st.rank)));
  const moverSlot = [
    ...flows.map((f, i) =>
      f.transport < 0 || f.transporter >= 0 ? NONE : slot(SlotKind.mover, i, stations[f.to]!.rank),
    ),
    ...stations.map((st) => (st.transit < 0 ? NONE : slot(SlotKind.mover, flows.length + st.index, st.rank))),
  ];
  const beltSlot = flows.map((f, i) => (f.headway === 0 ? NONE : slot(SlotKind.belt, i, stations[f.from]!.rank)));
  const expirySlot = flows.map((f, i) => (f.shelfLife === 0 ? NONE : slot(SlotKind.expiry, i, stations[f.to]!.rank)));
  // before the machines: what a vehicle brings is there when they look
  const vehicleSlot = ranks.length;
  for (let v = 0; v < vehicles; v++) slot(SlotKind.vehicle, v, 0);
  const robotSlot = ranks.length;
  for (let r = 0; r < robots; r++) slot(SlotKind.robot, r, S + 1);
  const shiftSlot = slot(SlotKind.shift, 0, S + 2);
  return {
    slotRanks: Float64Array.from(ranks),
    slotKind: Uint8Array.from(kinds),
    slotOwner: Int32Array.from(owners),
    failureSlot: Int32Array.from(failureSlot),
    arrivalSlot: Int32Array.from(arrivalSlot),
    batchSlot: Int32Array.from(batchSlot),
    moverSlot: Int32Array.from(moverSlot),
    beltSlot: Int32Array.from(beltSlot),
    expirySlot: Int32Array.from(expirySlot),
    vehicleSlot,
    robotSlot,
    shiftSlot,
  };
}
