// Indices into `tally`: counts since the last reset.
export const entered = 0;
export const good = 1;
export const escaped = 2;
export const scrapped = 3;
export const absorbed = 4;
export const lost = 5;
export const flowTime = 6;
export const flowCount = 7;
export const firstPass = 8;
export const wipArea = 9;
export const resetAt = 10;
export const events = 11;
export const inLineAtReset = 12;
