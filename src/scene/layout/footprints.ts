import { overlap } from "../plan/pads";
import type { LinePlan, Pad } from "../plan/types";

/** What a station takes of the floor: its machines, and the racks, pallet, bin and rails that come with it. */
export interface Footprint {
  room: Pad;
  things: Pad[];
}

/** Room between the machines of two stations that somebody can pass, in metres. */
export const leastAisle = 0.8;

/** Footprints of all stations, in the order of the line. */
export function footprintsOf(plan: LinePlan, flows: readonly { to: string }[]): Footprint[] {
  return plan.stations.map((spot, s) => ({
    room: spot.room,
    things: [
      ...flows.flatMap((flow, f) => (flow.to === spot.id ? (plan.racks[f] ?? []) : [])),
      ...[plan.raws[s], plan.reworks[s]].flatMap((rack) => rack ?? []),
    ]
      .filter((rack) => rack.slots > 0)
      .map((rack): Pad => rack)
      .concat(
        [plan.pallets[s], plan.bins[s]].flatMap((pad) => pad ?? []),
        plan.rails[s] ?? [],
      ),
  }));
}

/** Two stations that cannot both stand where they are, and why: machines touch, nobody gets through, no room for what goes with them. */
export interface Conflict {
  kind: "machines" | "aisle" | "things";
  a: number;
  b: number;
}

/** Everything that is in the way of something else; of each two stations the gravest reason alone. */
export function conflictsOf(footprints: readonly Footprint[]): Conflict[] {
  const found: Conflict[] = [];
  footprints.forEach((one, a) => {
    for (let b = a + 1; b < footprints.length; b++) {
      const other = footprints[b];
      if (!other) continue;
      const kind = overlap(one.room, other.room)
        ? "machines"
        : one.things.some((pad) => overlap(pad, other.room) || other.things.some((theirs) => overlap(pad, theirs))) ||
            other.things.some((pad) => overlap(pad, one.room))
          ? "things"
          : overlap(one.room, other.room, leastAisle)
            ? "aisle"
            : null;
      if (kind !== null) found.push({ kind, a, b });
    }
  });
  return found;
}

/** What a move has brought about: conflicts that were not there before, or are of another kind now. */
export function newConflicts(before: readonly Conflict[], after: readonly Conflict[]): Conflict[] {
  const key = ({ kind, a, b }: Conflict): string => `${kind} ${a} ${b}`;
  const known = new Set(before.map(key));
  return after.filter((conflict) => !known.has(key(conflict)));
}
