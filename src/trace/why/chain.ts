import type { Line } from "../../model";
import type { TraceCursor } from "../cursor";
import { nowhere } from "../partLists";
import { Place } from "../places";
import { blockedStep, passedStep, starvedStep } from "./parts";
import { peopleStep } from "./people";
import { rootOf, type Step } from "./step";
import type { Lack, RootKind, WaitKind, Why, WhyLink, WhyRoot } from "./types";
import { machinesOf, reasonOf, rulesAt, stateOf, stationOf, type View, viewOf } from "./view";

/**
 * Why does this machine stand where it stands, at the cursor's instant: the chain of machines that wait for each other, and
 * the root cause at its end. The cursor must be one of a trace of `line`; it is read and not moved.
 *
 * Each step goes to the machine that would end the wait:
 * - starved → its empty inflow (of an assembly or batch: one that is short) → a machine of the station that feeds it;
 * - blocked → the full outflow → a machine of the station that takes from it;
 * - waiting for people → the pool → of the machines its people are at, the one longest in its state;
 * - no raw part: the supply itself; under CONWIP, or without a kanban card, the part furthest down the line or loop.
 * Of several machines at one station the first in this order counts (see `feeding`, `taking`): one that starves (its station
 * has machines to spare, so what it lacks decides), one that is blocked or stopped, one off shift, and only then one that
 * works. One that works is passed by where nothing waits before it (or nothing fits behind it any more): the limit is the
 * pace of the nearest station that has more to do than it can, or whatever stops the parts further on.
 *
 * It is a reading of one instant, not a proof: a buffer that ran empty because of a long stop an hour ago is told as what
 * keeps it empty now. Example: op30 starves, op20 before it waits for the setter, who sets up op10 → links op30, op20, op10,
 * root { kind: "setup", machine: op10, pool: setter }.
 */
export function whyAt(cursor: TraceCursor, line: Line, machine: number): Why {
  return explain(viewOf(cursor, line), machine);
}

export function explain(view: View, machine: number): Why {
  const { cursor } = view;
  const links: WhyLink[] = [];
  const seen = new Set<number>();
  const why = (root: WhyRoot): Why => ({ at: cursor.now, wait: waitOf(view, machine), links, root });
  let pool: number | null = null;
  for (let m = machine; ;) {
    seen.add(m);
    const step = onwards(view, m, links.at(-1)?.lack ?? null, seen);
    links.push({
      machine: m,
      station: stationOf(view, m),
      state: stateOf(view, m),
      reason: reasonOf(view, m),
      since: cursor.machineSince[m]!,
      lack: step.lack,
    });
    if (step.lack?.kind === "people") pool = step.lack.pool;
    if ("root" in step) return why(placed(view, { ...step.root, pool }, links.length > 1));
    if (seen.has(step.next))
      return why(rootOf("circle", { station: stationOf(view, step.next), machine: step.next, pool }));
    m = step.next;
  }
}

/** How a machine waits now, or null. */
export function waitOf(view: View, m: number): WaitKind | null {
  const state = stateOf(view, m);
  if (state === "starved" || state === "blocked" || state === "waitingOperator") return state;
  const reason = reasonOf(view, m);
  return reason === "waitingSetter" || reason === "waitingRepairer" ? reason : null;
}

/** A pace or a night is that of the whole station, unless people are held at that very machine. */
function placed(view: View, root: WhyRoot, isElsewhere: boolean): WhyRoot {
  const ofAll = root.kind === "working" || root.kind === "rework" || root.kind === "offShift";
  if (!ofAll || !isElsewhere || root.pool !== null || root.station === null) return root;
  return machinesOf(view, root.station).length > 1 ? { ...root, machine: null } : root;
}

/** The next step; `before` is what the machine that led here lacks. */
function onwards(view: View, m: number, before: Lack | null, seen: ReadonlySet<number>): Step {
  const step = stepFrom(view, m, seen);
  if (before === null || !("root" in step) || step.root.kind !== "working") return step;
  if (before.kind === "parts") return passedStep(view, m, "up", seen) ?? step;
  if (before.kind === "room") return passedStep(view, m, "down", seen) ?? step;
  return step;
}

/** `seen`: machines already in the chain; another one is preferred, so that only a true circle closes it. */
function stepFrom(view: View, m: number, seen: ReadonlySet<number>): Step {
  const rules = rulesAt(view, m);
  const end = (kind: RootKind): Step => ({
    lack: null,
    root: rootOf(kind, { station: stationOf(view, m), machine: m }),
  });
  switch (waitOf(view, m)) {
    case "starved":
      return starvedStep(view, m, seen);
    case "blocked":
      return blockedStep(view, m, seen);
    case "waitingOperator":
      return peopleStep(view, m, rules.operator, seen);
    case "waitingSetter":
      return peopleStep(view, m, rules.setter, seen);
    case "waitingRepairer":
      return peopleStep(view, m, rules.repairer, seen);
  }
  const state = stateOf(view, m);
  if (state === "setup" || state === "offShift") return end(state);
  if (state === "down") return end(reasonOf(view, m) === "response" ? "response" : "down");
  return end(cameBack(view, m) ? "rework" : "working");
}

function cameBack({ cursor }: View, m: number): boolean {
  const part = cursor.first(cursor.machineSlot(m));
  const from = part === nowhere ? nowhere : cursor.cameFrom(part);
  return from !== nowhere && cursor.kindOfSlot(from) === Place.rework;
}
