// In which order a pool serves those who wait.
export const fifo = 0;
export const downstreamFirst = 1;
export const upstreamFirst = 2;
export const random = 3;
