import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { RunModel } from "../runModel";
import { flowsOf } from "../plan/needs";
import type { LinePlan } from "../plan/types";
import { conflictsOf, footprintsOf, newConflicts, type Conflict } from "./footprints";
import { stepped } from "./grid";
import { planAt, positionsOf, type Positions } from "./positions";

/** A station that is in somebody's hand: where it would stand, what else would look like then, what is in the way. */
export interface Lifted {
  station: string;
  x: number;
  z: number;
  plan: LinePlan;
  conflicts: Conflict[];
}

export interface LayoutMove {
  before: Positions;
  after: Positions;
}

/** Moving stations, whatever moves them: mouse, finger, keys. Nothing is changed before a station is put down where it fits. */
export interface LayoutHand {
  /** the line that is laid out; null = it is not being laid out */
  model: RunModel | null;
  lifted: Lifted | null;
  /** the last put-down was refused for this */
  refused: Conflict | null;
  lift(station: string): void;
  moveTo(x: number, z: number): void;
  /** True when it was put down, or stands where it stood. */
  drop(): boolean;
  cancel(): void;
  /** Back to where it stood, because it does not fit; why stays known. */
  refuse(): void;
  /** True when the key was meant for this. */
  key(event: KeyboardEvent, selected: string | null): boolean;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const farSteps = 5;

/** See `LayoutHand`. */
export function useLayout(model: RunModel | null, onMove: (move: LayoutMove) => void): LayoutHand {
  const [held, setHeld] = useState<{ of: RunModel; lifted: Lifted | null; refused: Conflict | null } | null>(null);
  const ground = useMemo(() => {
    if (model === null) return null;
    const { line } = model.run;
    const flows = flowsOf(line);
    return { flows, before: conflictsOf(footprintsOf(model.plan, flows)), positions: positionsOf(model.plan) };
  }, [model]);
  // another line, another plan: what was in the hand belongs to the one before
  const own = held !== null && held.of === model ? held : null;
  const lifted = own?.lifted ?? null;
  // the hand moves faster than React renders
  const now = useRef<Lifted | null>(null);
  now.current = lifted;

  const hold = useCallback(
    (next: Lifted | null, refused: Conflict | null = null) => {
      now.current = next;
      if (model !== null) setHeld({ of: model, lifted: next, refused });
    },
    [model],
  );
  const put = useCallback(
    (station: string, x: number, z: number): Lifted | null => {
      if (model === null || ground === null) return null;
      const plan = planAt(model.run.line, model.options, { ...ground.positions, [station]: { x, y: z } });
      const s = plan.stations.findIndex(({ id }) => id === station);
      const conflicts = newConflicts(ground.before, conflictsOf(footprintsOf(plan, ground.flows)));
      // what stood in somebody's way before and still does is not this move's doing
      return { station, x, z, plan, conflicts: conflicts.sort((a, b) => rank(a, s) - rank(b, s)) };
    },
    [model, ground],
  );

  const lift = useCallback(
    (station: string) => {
      const at = ground?.positions[station];
      if (at) hold(put(station, at.x, at.y));
    },
    [ground, hold, put],
  );
  const moveTo = useCallback(
    (x: number, z: number) => {
      const before = now.current;
      if (before !== null && (before.x !== x || before.z !== z)) hold(put(before.station, x, z));
    },
    [hold, put],
  );
  const cancel = useCallback(() => hold(null), [hold]);
  const refuse = useCallback(() => hold(null, now.current?.conflicts[0] ?? null), [hold]);
  const drop = useCallback((): boolean => {
    const found = now.current;
    const from = found && ground?.positions[found.station];
    if (!found || !from || ground === null) return true;
    if (from.x === found.x && from.y === found.z) {
      hold(null);
      return true;
    }
    const [conflict] = found.conflicts;
    if (conflict !== undefined) {
      hold(found, conflict);
      return false;
    }
    hold(null);
    onMove({
      before: ground.positions,
      after: { ...ground.positions, [found.station]: { x: found.x, y: found.z } },
    });
    return true;
  }, [ground, hold, onMove]);

  const key = useCallback(
    (event: KeyboardEvent, selected: string | null): boolean => {
      if (model === null) return false;
      const found = now.current;
      if (event.key === "Enter") {
        if (found !== null) drop();
        else if (selected !== null) lift(selected);
        return true;
      }
      if (found === null) return false;
      const arrow = arrows[event.key];
      if (event.key === "Escape") cancel();
      else if (arrow) {
        const many = event.shiftKey ? farSteps : 1;
        moveTo(stepped(found.x, arrow[0] * many), stepped(found.z, arrow[1] * many));
      } else return false;
      return true;
    },
    [model, drop, lift, moveTo, cancel],
  );

  return { model, lifted, refused: own?.refused ?? null, lift, moveTo, drop, cancel, refuse, key };
}

/** What the moved station itself touches is told first. */
function rank({ a, b }: Conflict, station: number): number {
  return a === station || b === station ? 0 : 1;
}
