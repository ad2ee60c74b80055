/** 第一屏以后才用的字。 */
import { advice } from "./advice";
import { catalogue } from "./catalogue";
import { charts } from "./charts";
import { cli } from "./cli";
import { editor } from "./editor";
import { finance } from "./finance";
import { inputs } from "./inputs";
import { money } from "./money";
import { owner } from "./owner";
import { planner } from "./planner";
import { policy } from "./policy";
import { presenter } from "./presenter";
import { whatIf } from "./whatIf";

export const later = {
  ...advice,
  ...catalogue,
  ...charts,
  ...cli,
  ...editor,
  ...finance,
  ...inputs,
  ...money,
  ...owner,
  ...planner,
  ...policy,
  ...presenter,
  ...whatIf,
};
