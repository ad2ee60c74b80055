// Where a station's machines take their parts from.
export const oneFlow = 0;
export const unlimited = 1;
export const raw = 2;
export const manyFlows = 3;
export const batch = 4;
export const assembly = 5;
