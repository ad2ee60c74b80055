/** Distances in metres that make the hall walkable and the picture legible. */
export const machineGap = 1;
export const aisle = 1.1;
export const robotAisle = 2.2;
export const binAisle = 1.7;
export const pitch = 0.36;
export const rackEdge = 0.24;
export const rackHeight = 0.62;
export const rowGap = 1.6;
export const homePitch = 0.75;
export const margin = 1.1;
/** where more parts may wait than these, they lie in crates: piece by piece the rack would be longer than the line */
export const mostSlots = 100;
export const cratePitch = 0.5;
/** crates a rack is drawn for, at the most */
export const mostCrates = 30;
export const slotsOfUnlimited = 60;
/** conveyors: how high and how wide, and the longest that is drawn to scale */
export const beltHeight = 0.74;
export const beltDepth = 0.66;
export const longestBelt = 16;
/** a belt begins and ends so near to the machines */
export const beltGap = 0.3;
export const palletSize = 1.7;
export const binSize = 0.9;
/** height of what a robot stands on */
export const carriageHeight = 0.3;
/** middle of a rail from the side of its machines */
export const railBeside = 0.75;
