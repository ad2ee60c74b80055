// What an event slot beyond the machines stands for.
export const machine = 0;
export const failure = 1;
export const arrival = 2;
export const batchWait = 3;
export const mover = 4;
export const shift = 5;
export const belt = 6;
export const expiry = 7;
export const vehicle = 8;
export const robot = 9;
