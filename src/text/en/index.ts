/** English: every visible word, by place on the screen. Same keys as ../zh. */
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

export const en = {
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
