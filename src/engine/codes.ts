// Codes of everything that the engine keeps as a number.

/** What a machine is doing with the part on it. */
export const Phase = {
  idle: 0,
  waitSetter: 1,
  setup: 2,
  waitLoader: 3,
  loading: 4,
  waitOperator: 5,
  processing: 6,
  review: 7,
  blocked: 8,
  /** after a repair: the people released are asked for again */
  waitResume: 9,
} as const;

export const Down = { up: 0, response: 1, waitRepairer: 2, repair: 3 } as const;

/** States with reasons as counted: the eight of the line model first, then those that are split by reason. */
export const Counted = {
  working: 0,
  loading: 1,
  setup: 2,
  blocked: 3,
  starved: 4,
  waitingOperator: 5,
  down: 6,
  offShift: 7,
  setupWaiting: 8,
  downWaiting: 9,
  downResponse: 10,
  workingReview: 11,
} as const;
export const COUNTED = 12;

/** What a vehicle does. Order is part of every trace. */
export const Vehicle = { idle: 0, empty: 1, loaded: 2, charging: 3 } as const;
export const VEHICLE_STATES = 4;

/** Bits of `partFlags`. */
export const Flag = { defective: 1, touched: 2, scrap: 4, rework: 8 } as const;

export const NONE = -1;

/** Numbers of `parts`: what is counted about parts as a whole. */
export const Parts = {
  /** first of the places given back, NONE = none */
  free: 0,
  /** parts created so far; the serial of the last one */
  serial: 1,
  inLine: 2,
  /** raw parts left in the present lot, and its product */
  lotLeft: 3,
  lotProduct: 4,
  /** places ever used: those from here on are fresh */
  used: 5,
} as const;

/** Indices into `tally`: counts since the last reset. */
export const Tally = {
  entered: 0,
  good: 1,
  escaped: 2,
  scrapped: 3,
  absorbed: 4,
  lost: 5,
  flowTime: 6,
  flowCount: 7,
  firstPass: 8,
  wipArea: 9,
  wipSince: 10,
  resetAt: 11,
  events: 12,
  inLineAtReset: 13,
} as const;

export const Clock = { now: 0, planned: 1, offset: 2, onShift: 3, frozenAt: 4, interval: 5, week: 6 } as const;
