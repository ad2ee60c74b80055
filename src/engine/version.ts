/** Raised with every change that may change a figure; part of every result, trace and snapshot. */
export const engineVersion = "1.2.0";
