/** English: every visible word, by place on the screen. Same keys as ../zh. */
import { first } from "./first";
import { later } from "./later";

export const en = { ...first, ...later };
