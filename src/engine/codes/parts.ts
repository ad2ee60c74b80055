// Numbers of `parts`: what is counted about parts as a whole.
/** first of the places given back, NONE = none */
export const free = 0;
/** parts created so far; the serial of the last one */
export const serial = 1;
export const inLine = 2;
/** raw parts left in the present lot, and its product */
export const lotLeft = 3;
export const lotProduct = 4;
/** places ever used: those from here on are fresh */
export const used = 5;
