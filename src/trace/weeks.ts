/**
 * What is recorded to see who holds a line back: runs of a week each, in calendar hours, after two days in which the line
 * fills. Shorter ones would cut active periods off.
 */
export const watchedWeeks = { runs: 6, fillHours: 48, hours: 168 } as const;
