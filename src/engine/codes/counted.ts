// States with reasons as counted: the eight of the line model first, then those that are split by reason.
export const working = 0;
export const loading = 1;
export const setup = 2;
export const blocked = 3;
export const starved = 4;
export const waitingOperator = 5;
export const down = 6;
export const offShift = 7;
export const setupWaiting = 8;
export const downWaiting = 9;
export const downResponse = 10;
export const workingReview = 11;
