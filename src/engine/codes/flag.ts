// Bits of `partFlags`.
export const defective = 1;
export const touched = 2;
export const scrap = 4;
export const rework = 8;
