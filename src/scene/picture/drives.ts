import { machineStates } from "../../trace";
import type { TraceCursor } from "../../trace";
import { drives } from "../shapes/primitive";
import type { Picture, View } from "./picture";
import { entryAt, untilOf, valueBefore } from "./timeline";

const working = machineStates.indexOf("working");
/** states in which somebody, or something, reaches into the machine */
const isOpen = machineStates.map((state) => state === "loading" || state === "setup" || state === "down");
/** share of a spell that a tool takes to go back */
const back = 0.12;
/** strokes and feeds of a machine that is too quick for the eye stand still half-way */
const half = 0.5;

const [door, feed, stroke, clamp, spin] = drives.map((_, i) => i) as [number, number, number, number, number];

/**
 * How far every moving piece of every machine has gone: doors and clamps by the state and how long it has lasted, tools
 * and rams by the share of the working spell that is over. Both are in the trace; a machine that does not work stands.
 */
export function paintDrives(picture: Picture, cursor: TraceCursor, view: View): void {
  const { drive, states } = picture;
  const n = drives.length;
  for (let m = 0; m < cursor.machineCount; m++) {
    const entry = entryAt(states, m, cursor.now);
    const state = entry < 0 ? (cursor.machineState[m] ?? 0) : (states.value[entry] ?? 0);
    // a window of a long run begins in the middle of spells: the cursor knows since when
    const since = entry < 0 ? cursor.now : Math.min(cursor.machineSince[m] ?? Infinity, states.time[entry] ?? 0);
    const until = entry < 0 ? Infinity : untilOf(states, m, entry);
    const before = entry < 0 ? state : valueBefore(states, m, entry);
    const moved = eased(view.glide > 0 ? (cursor.now - since) / Math.min(view.glide, until - since) : 1);
    const at = m * n;
    drive[at + door] = between(isOpen[before] === true ? 1 : 0, isOpen[state] === true ? 1 : 0, moved);
    drive[at + clamp] = between(before === working ? 1 : 0, state === working ? 1 : 0, moved);
    const over = state !== working ? 0 : view.glide > 0 ? (cursor.now - since) / (until - since) : half;
    drive[at + feed] = over < 1 - back ? over / (1 - back) : Math.max(0, (1 - over) / back);
    drive[at + stroke] = Math.sin(Math.PI * over) ** 2;
    drive[at + spin] = state === working ? view.turns : 0;
  }
}

function between(from: number, to: number, t: number): number {
  return from + (to - from) * t;
}

/** 0..1, gently off and gently down. */
export function eased(along: number): number {
  const t = along <= 0 ? 0 : along >= 1 ? 1 : along;
  return t * t * (3 - 2 * t);
}
