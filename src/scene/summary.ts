import { stateOrder } from "../look";
import { machineStates, Place, type TraceCursor } from "../trace";
import type { LinePlan } from "./plan/types";
import type { SceneLabels } from "./types";

/** Puts values into a text with `{name}` places: fill("{count}/{capacity}", {count: "3", capacity: "40"}) = "3/40". */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function countText(count: number, language: "zh" | "en"): string {
  return count.toLocaleString(language === "zh" ? "zh-CN" : "en-US");
}

/** States of a station's machines in words: "working", or with several machines "3 working · 1 setup". */
export function statesText(plan: LinePlan, cursor: TraceCursor, s: number, labels: SceneLabels): string {
  const spot = plan.stations[s];
  if (!spot) return "";
  const counts = new Map<string, number>();
  for (let m = spot.firstMachine; m < spot.firstMachine + spot.machines; m++) {
    const state = machineStates[cursor.machineState[m] ?? 0] ?? "starved";
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return stateOrder
    .filter((state) => counts.has(state))
    .map((state) =>
      spot.machines === 1
        ? labels.states[state]
        : fill(labels.machinesInState, { count: String(counts.get(state)), state: labels.states[state] }),
    )
    .join(labels.separator);
}

/** Parts waiting in front of a station (rework aside), and the room there; null = unlimited. */
export function queueOf(cursor: TraceCursor, s: number): { count: number; capacity: number | null; exists: boolean } {
  let count = cursor.countIn(cursor.slot(Place.raw, s));
  let capacity: number | null = 0;
  let exists = count > 0;
  cursor.trace.layout.flows.forEach((flow, f) => {
    if (flow.to !== s) return;
    exists = true;
    count += cursor.countIn(cursor.bufferSlot(f));
    capacity = capacity === null || flow.capacity === null ? null : capacity + flow.capacity;
  });
  return { count, capacity: capacity === 0 ? null : capacity, exists };
}

export function queueText(cursor: TraceCursor, s: number, labels: SceneLabels): string {
  const { count, capacity, exists } = queueOf(cursor, s);
  if (!exists) return "";
  return capacity === null
    ? fill(labels.queue, { count: String(count) })
    : fill(labels.queueOfCapacity, { count: String(count), capacity: String(capacity) });
}
