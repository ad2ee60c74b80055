/** 中文：界面上的每一个字，按屏幕上的地方分开。键与 ../en 相同。 */
import { advice } from "./advice";
import { app } from "./app";
import { cli } from "./cli";
import { fault } from "./fault";
import { finance } from "./finance";
import { money } from "./money";
import { owner } from "./owner";
import { planner } from "./planner";
import { policy } from "./policy";
import { presenter } from "./presenter";
import { projects } from "./projects";
import { replay } from "./replay";
import { scene } from "./scene";

export const zh = {
  ...advice,
  ...app,
  ...cli,
  ...fault,
  ...finance,
  ...money,
  ...owner,
  ...planner,
  ...policy,
  ...presenter,
  ...projects,
  ...replay,
  ...scene,
};
