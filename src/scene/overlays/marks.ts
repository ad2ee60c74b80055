import { heatColour, scenarioColour, themes, type ThemeName } from "../../look";
import type { TraceCursor } from "../../trace";
import type { Line } from "../../model";
import { perMachine } from "../picture/crew";
import type { Picture } from "../picture/picture";
import { frameStrips } from "../plan/frames";
import type { LinePlan, Pad } from "../plan/types";
import type { Marks, OverlayKind, OverlayRun, Stripe } from "./types";
import { powerNow, waitingParts, walks } from "./values";

/** Tops of the scales, common to all runs on screen. */
export interface Scales {
  wip: number;
  power: number;
  flow: number;
}

export interface MarksOf {
  kind: OverlayKind;
  run: OverlayRun;
  line: Line;
  plan: LinePlan;
  picture: Picture;
  cursor: TraceCursor;
  scales: Scales;
  theme: ThemeName;
  text(kind: OverlayKind, value: number, of: number | null): string;
}

const ink = "#16212B";
const paper = "#FFFFFF";
/** metres of the widest ribbon */
const widest = 1.5;

/** What the overlay draws at the cursor's moment, and the ring round the momentary bottleneck, which is always there. */
export function marksOf(of: MarksOf): Marks {
  const marks: Marks = { stripes: [], rings: ringsOf(of), notes: [], isOver: false };
  if (of.kind === "load") addLoad(of, marks);
  else if (of.kind === "wip" || of.kind === "queue") addWaiting(of, marks);
  else if (of.kind === "flow") addFlows(of, marks);
  else if (of.kind === "energy") addPower(of, marks);
  else if (of.kind === "walk") addWalks(of, marks);
  return marks;
}

/** Solid and double: this is the bottleneck now. Off shift nothing is. A pool's ring is round the place of its people. */
function ringsOf({ run, plan, cursor }: MarksOf): Stripe[] {
  if (!cursor.isOnShift) return [];
  const at = run.bottleneck(cursor.now);
  const pad = at === null ? null : at >= 0 ? plan.stations[at] : plan.homes[-1 - at];
  if (pad === null || pad === undefined) return [];
  const frame = (inset: number, colour: string): Stripe[] =>
    frameStrips(pad, inset, 0.14).map((p) => stripe(p, colour));
  return [...frame(0.92, ink), ...frame(0.77, paper)];
}

function addLoad({ run, plan, theme, text }: MarksOf, marks: Marks): void {
  plan.stations.forEach((spot, s) => {
    const share = run.load[s] ?? null;
    if (share === null) return;
    marks.stripes.push(...heated(spot, share, theme));
    marks.notes.push(noteOn(spot, text("load", share, null)));
  });
}

function addWaiting({ kind, plan, cursor, scales, theme, text }: MarksOf, marks: Marks): void {
  waitingParts(cursor).forEach(({ parts, places }, s) => {
    const spot = plan.stations[s];
    if (spot === undefined) return;
    const pads = waitingPads(plan, cursor, s);
    if (kind === "wip") {
      const share = parts / scales.wip;
      for (const pad of pads.length > 0 ? pads : [spot]) marks.stripes.push(...heated(pad, share, theme));
    }
    if (parts > 0 || places !== null) {
      const at = pads[0] ?? spot;
      marks.notes.push({ x: at.x, y: 0.9, z: at.z, text: text(kind, parts, kind === "queue" ? places : null) });
    }
  });
}

/** Where parts wait for a station: its racks and the place of its raw parts. */
function waitingPads(plan: LinePlan, cursor: TraceCursor, s: number): Pad[] {
  const racks = cursor.trace.layout.flows.flatMap(({ to }, f) => (to === s && plan.racks[f] ? [plan.racks[f]] : []));
  const raw = plan.raws[s];
  return [...racks, ...(raw ? [raw] : [])].filter((pad) => pad.width > 0 && pad.depth > 0);
}

/** Ribbons as wide as what flows: from the station to the rack of the next, round a corner where the rows turn. */
function addFlows({ run, plan, cursor, scales, theme, text }: MarksOf, marks: Marks): void {
  const rates = run.rates(cursor.now);
  if (rates === null) return;
  const colour = scenarioColour(theme, "C");
  cursor.trace.layout.flows.forEach(({ from, to }, f) => {
    const rate = rates[f] ?? 0;
    const a = plan.stations[from];
    const b = plan.stations[to];
    if (a === undefined || b === undefined || rate <= 0) return;
    const width = (widest * rate) / scales.flow;
    const path: [number, number][] =
      Math.abs(a.z - b.z) < 1
        ? [
            [a.x, a.z],
            [b.x, b.z],
          ]
        : [
            [a.x, a.z],
            [(a.x + b.x) / 2, a.z],
            [(a.x + b.x) / 2, b.z],
            [b.x, b.z],
          ];
    path.slice(1).forEach(([x2, z2], i) => {
      const [x1, z1] = path[i] ?? [0, 0];
      marks.stripes.push({ x1, z1, x2, z2, width, colour });
    });
    const middle = path[Math.floor((path.length - 1) / 2)] ?? [0, 0];
    const next = path[Math.floor((path.length - 1) / 2) + 1] ?? middle;
    marks.notes.push({
      x: (middle[0] + next[0]) / 2,
      y: 0.5,
      z: (middle[1] + next[1]) / 2,
      text: text("flow", rate, null),
    });
  });
}

function addPower({ line, plan, cursor, scales, theme, text }: MarksOf, marks: Marks): void {
  powerNow(line, cursor).forEach((kw, s) => {
    const spot = plan.stations[s];
    if (kw === null || spot === undefined) return;
    marks.stripes.push(...heated(spot, kw / scales.power, theme));
    marks.notes.push(noteOn(spot, text("energy", kw, null)));
  });
}

/** Lines between machines, wider the more often they were walked in this window of the trace up to now. */
function addWalks({ picture, plan, cursor, theme, text }: MarksOf, marks: Marks): void {
  const found = walks(picture.crew.ways, plan, perMachine, cursor.trace.start, cursor.now);
  const most = Math.max(1, ...found.map(({ times }) => times));
  const front = (m: number): [number, number] => {
    const spot = plan.machines[m];
    const depth = plan.stations[spot?.station ?? -1]?.machineDepth ?? 0;
    return [spot?.x ?? 0, (spot?.z ?? 0) + depth / 2 + 0.5];
  };
  const colour = scenarioColour(theme, "D");
  marks.isOver = true;
  let metres = 0;
  for (const { a, b, times, metres: one } of found) {
    const [x1, z1] = front(a);
    const [x2, z2] = front(b);
    marks.stripes.push({ x1, z1, x2, z2, width: 0.12 + (0.44 * times) / most, colour });
    metres += times * one;
  }
  const middle = (plan.minX + plan.maxX) / 2;
  if (metres > 0) marks.notes.push({ x: middle, y: 0, z: plan.maxZ - 0.4, text: text("walk", metres, null) });
}

/** A patch in the colour of a share, with an edge: the low end of the scale is near the dark floor, the high end near the light one. */
function heated(pad: Pad, share: number, theme: ThemeName): Stripe[] {
  const edge = themes[theme].controlEdge;
  const wide = roomy(pad);
  return [stripe(wide, heatColour(share)), ...frameStrips(wide, 0, 0.07).map((strip) => stripe(strip, edge))];
}

const roomy = (pad: Pad): Pad => ({ x: pad.x, z: pad.z, width: pad.width + 0.5, depth: pad.depth + 0.5 });
const noteOn = (pad: Pad, text: string): Marks["notes"][number] => ({
  x: pad.x,
  y: 0.2,
  z: pad.z + pad.depth / 2 + 0.5,
  text,
});

/** A rectangle as a thick stripe. */
function stripe(pad: Pad, colour: string): Stripe {
  return { x1: pad.x - pad.width / 2, z1: pad.z, x2: pad.x + pad.width / 2, z2: pad.z, width: pad.depth, colour };
}
