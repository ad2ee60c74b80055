// Whether a machine is up, and if not, what it waits for.
export const up = 0;
export const response = 1;
export const waitRepairer = 2;
export const repair = 3;
