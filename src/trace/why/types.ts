import type { MachineState, StateReason } from "../columns";

/** The five ways in which a machine waits for somebody or something else. */
export const waitKinds = ["starved", "blocked", "waitingOperator", "waitingSetter", "waitingRepairer"] as const;
export type WaitKind = (typeof waitKinds)[number];

/** Somebody whom a pool serves now. */
export interface Holder {
  /** the pool asked, or one whose people help there */
  pool: number;
  machine: number;
  people: number;
  state: MachineState;
  reason: StateReason;
}

/**
 * What a waiting machine lacks. All numbers are parts or people; indices are those of the trace's layout.
 * - parts: inflow `flow` has too few. `has` and `needs` count that flow's parts; at a batch machine, all that wait for it.
 *   `underWay` = on the way in that flow or in the oven before it; `gathering` = of these, those that wait for the rest of
 *   their transport lot of `lot` parts.
 * - raw: `has` raw parts of `needs` have arrived.
 * - release: CONWIP, `level` parts are in the line and no more may enter before one leaves.
 * - card: all `cards` of kanban loop `loop` (index in the line) are at parts between its two stations.
 * - fuller: there is enough for a batch, and the machine waits for a fuller one as long as it may.
 * - room: outflow `flow` is full: `has` parts wait in it, `underWay` have a place reserved; capacity 0 = hand-over.
 * - people: `needs` of pool `pool`, of which `onDuty` are on duty (0 off shift, for people) and `holders` have them.
 */
export type Lack =
  | { kind: "parts"; flow: number; has: number; needs: number; underWay: number; gathering: number; lot: number }
  | { kind: "raw"; has: number; needs: number }
  | { kind: "release"; level: number }
  | { kind: "card"; loop: number; cards: number }
  | { kind: "fuller"; has: number; size: number }
  | { kind: "room"; flow: number; has: number; underWay: number; capacity: number | null }
  | { kind: "people"; pool: number; needs: number; onDuty: number; holders: Holder[] };

/**
 * One machine of the chain: what it does since when (µs), and what it lacks: while it waits, or where it works and will
 * lack it as soon as it has finished (nothing waits before it, nothing fits behind it). Null at the end of a chain.
 */
export interface WhyLink {
  machine: number;
  station: number;
  state: MachineState;
  reason: StateReason;
  since: number;
  lack: Lack | null;
}

/**
 * Where a chain ends.
 * - down: under repair (without a machine: robots of `pool` are). response: it has stopped and nobody has been asked for yet. setup: set-up under way.
 * - working: it loads, processes or reviews; its cycle is the limit. rework: the same, on a part that came back.
 * - offShift: it stands by the calendar (a machine, a way, the arrivals or a pool of people).
 * - supply: no raw part has arrived. batch: waits for a fuller batch by its own rule.
 * - transport, transit: the parts are on their way, or in the oven or belt of a station.
 * - understaffed: the pool has fewer people on duty than are asked for, and none of them is held.
 * - circle: the chain comes back to a machine that is already in it: they wait for each other (deadlock).
 * - unknown: the trace shows a wait and nothing that it could be for (never seen in traces of this engine).
 */
export const rootKinds = [
  "down",
  "response",
  "setup",
  "working",
  "rework",
  "offShift",
  "supply",
  "batch",
  "transport",
  "transit",
  "understaffed",
  "circle",
  "unknown",
] as const;
export type RootKind = (typeof rootKinds)[number];

/** The root cause: what, and where. Null = does not apply, or the whole station and not one machine of it. */
export interface WhyRoot {
  kind: RootKind;
  station: number | null;
  machine: number | null;
  flow: number | null;
  /** the pool through whose people the chain came here (the last one), or that is short */
  pool: number | null;
}

export interface Why {
  /** µs */
  at: number;
  /** null: the machine is not waiting; the chain is then its own state alone */
  wait: WaitKind | null;
  /** first the machine asked about, then whom it waits for, and so on; never empty */
  links: WhyLink[];
  root: WhyRoot;
}

/** One root cause and the waiting time it stands for. */
export interface Cause {
  /** how the machine asked about waits */
  wait: WaitKind;
  root: WhyRoot;
  /** machine-seconds */
  seconds: number;
  /** of all waiting, 0..1 */
  share: number;
  /** µs at which its longest unbroken stretch begins, and the machine: `whyAt` tells the whole chain there */
  longestFrom: number;
  longestMachine: number;
}

export interface WhyDuring {
  /** µs, within the trace */
  from: number;
  to: number;
  /** machine-seconds of the interval, and of waiting in it; waiting = sum of `byWait` = sum of the causes, in whole µs */
  total: number;
  waiting: number;
  byWait: Record<WaitKind, number>;
  /** longest first */
  causes: Cause[];
}
