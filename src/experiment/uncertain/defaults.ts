/**
 * How wide things are taken where the file does not say: assumptions, shown as such. Factors on today's value at the two
 * ends of a triangular distribution.
 */
export const assumed = {
  /** a customer's price over the horizon */
  price: [0.9, 1.1],
  /** wages of this firm against the file's */
  wage: [0.9, 1.1],
  /** 0.55 to 0.95 yuan a kWh around 0.70 (economic defaults of the domain notes) */
  electricity: [0.55 / 0.7, 0.95 / 0.7],
  /** what can be sold */
  demand: [0.85, 1.15],
  /** times a stopwatch would tell: processing and loading */
  process: [0.9, 1.1],
  load: [0.9, 1.1],
  /** times that are rarely written down; people who judge their own line are 10 to 20 % off (domain notes, rule 5) */
  setup: [0.8, 1.2],
  stops: [0.8, 1.2],
} as const satisfies Record<string, readonly [number, number]>;

/** Of a half-width h a symmetric triangle has the standard deviation h/√6: the triangle that stands for a standard error. */
export const triangleOfError = Math.sqrt(6);

/** Inputs of one question: more could neither be shown nor told apart. Stations fill what the plan and prices leave. */
export const mostInputs = 16;
/** of these stations at most, and always so many, the most important first */
export const stationsKept = { most: 6, least: 3 } as const;
/** and none whose ends move the pace of the line by less than this share, roughly */
export const leastPace = 0.003;
/** how fast a resource stops to matter as it is further from the busiest one */
export const nearness = 4;

/** Planned hours of one replication, at most: long enough that not knowing is seen through the luck. */
export const runHours = { hours: 600, warmUpHours: 50 } as const;
