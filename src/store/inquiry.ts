import type { Line } from "../model";
import {
  machineStates,
  stateReasons,
  TraceCursor,
  whyAt,
  type MachineState,
  type StateReason,
  type Why,
} from "../trace";
import type { WatchedRun } from "./watchedRun";

/** One machine of a station at a moment. */
export interface MachineNow {
  state: MachineState;
  reason: StateReason;
  /** µs */
  since: number;
  why: Why;
}

/** What is asked of a run at a moment, with a cursor of its own. Null while the moment is not there. */
export interface Inquiry {
  /** every machine of a station, and why it stands where it stands */
  machines(t: number, station: number): MachineNow[] | null;
  /** good parts that have left the line since the run began */
  good(t: number): number | null;
}

/** See `Inquiry`. The line is the one of the run. */
export function inquire(run: WatchedRun, line: Line): Inquiry {
  const cursor = new TraceCursor(run);
  const goTo = (t: number): boolean => {
    cursor.seek(t);
    return cursor.now === Math.min(run.end, Math.max(run.start, t));
  };
  return {
    machines(t, station) {
      const spot = run.layout.stations[station];
      if (spot === undefined || !goTo(t)) return null;
      return Array.from({ length: spot.machines }, (_, i) => {
        const machine = spot.firstMachine + i;
        return {
          state: machineStates[cursor.machineState[machine] ?? 0] ?? "starved",
          reason: stateReasons[cursor.machineReason[machine] ?? 0] ?? "none",
          since: cursor.machineSince[machine] ?? t,
          why: whyAt(cursor, line, machine),
        };
      });
    },
    good: (t) => (goTo(t) ? cursor.finished - cursor.escaped : null),
  };
}
