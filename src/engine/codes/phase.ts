// What a machine is doing with the part on it.
export const idle = 0;
export const waitSetter = 1;
export const setup = 2;
export const waitLoader = 3;
export const loading = 4;
export const waitOperator = 5;
export const processing = 6;
export const review = 7;
export const blocked = 8;
/** after a repair: the people released are asked for again */
export const waitResume = 9;
