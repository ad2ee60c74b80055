// Numbers of the engine that belong to no list. The lists of codes are modules of plain constants in codes/, each imported
// as a whole (`import * as Phase`): a bundler then writes the numbers out. Read as fields of an object they make every
// function longer, and fewer are inlined; handed on by another module they make the tests, which are not bundled, slower.

/** how many states are counted, and of vehicles: see codes/counted and codes/vehicle */
export const COUNTED = 12;
export const VEHICLE_STATES = 4;

export const NONE = -1;
