/** 中文：界面上的每一个字，按屏幕上的地方分开。键与 ../en 相同。 */
import { advice } from "./advice";
import { app } from "./app";
import { catalogue } from "./catalogue";
import { cli } from "./cli";
import { editor } from "./editor";
import { fault } from "./fault";
import { finance } from "./finance";
import { inputs } from "./inputs";
import { money } from "./money";
import { owner } from "./owner";
import { planner } from "./planner";
import { policy } from "./policy";
import { presenter } from "./presenter";
import { projects } from "./projects";
import { replay } from "./replay";
import { scene } from "./scene";
import { shelf } from "./shelf";

export const zh = {
  ...advice,
  ...app,
  ...catalogue,
  ...cli,
  ...editor,
  ...fault,
  ...finance,
  ...inputs,
  ...money,
  ...owner,
  ...planner,
  ...policy,
  ...presenter,
  ...projects,
  ...replay,
  ...scene,
  ...shelf,
};
