// What a vehicle does. Order is part of every trace.
export const idle = 0;
export const empty = 1;
export const loaded = 2;
export const charging = 3;
