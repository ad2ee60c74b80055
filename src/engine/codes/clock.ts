// Numbers of `clock`: what time it is, in µs, and where in the calendar.
export const now = 0;
export const planned = 1;
export const offset = 2;
export const onShift = 3;
export const frozenAt = 4;
export const interval = 5;
export const week = 6;
/** where the present run of events ends */
export const until = 7;
