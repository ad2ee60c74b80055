// The random streams of a machine, in their order.
export const process = 0;
export const load = 1;
export const setup = 2;
export const first = 3;
export const quality = 4;
export const review = 5;
export const route = 6;
