/** 中文：界面上的每一个字，按屏幕上的地方分开。键与 ../en 相同。 */
import { first } from "./first";
import { later } from "./later";

export const zh = { ...first, ...later };
