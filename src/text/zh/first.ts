/** 第一屏用的字。 */
import { app } from "./app";
import { doors } from "./doors";
import { fault } from "./fault";
import { projects } from "./projects";
import { replay } from "./replay";
import { scene } from "./scene";
import { shelf } from "./shelf";

export const first = {
  ...app,
  ...doors,
  ...fault,
  ...projects,
  ...replay,
  ...scene,
  ...shelf,
};
