// Bits of `bits`: what a station has beyond a cycle of one part.
export const setup = 1;
export const load = 2;
export const operators = 4;
export const failures = 8;
export const partFailures = 16;
export const quality = 32;
export const rework = 64;
export const transit = 128;
/** a kanban loop begins or ends here */
export const cards = 256;
export const pace = 512;
export const inspection = 1024;
/** a change of product is a set-up */
export const change = 2048;
