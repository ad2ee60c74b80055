/** English: every visible word, by place on the screen. Same keys as ../zh. */
import { app } from "./app";
import { cli } from "./cli";
import { fault } from "./fault";
import { finance } from "./finance";
import { money } from "./money";
import { planner } from "./planner";
import { policy } from "./policy";
import { scene } from "./scene";

export const en = { ...app, ...cli, ...fault, ...finance, ...money, ...planner, ...policy, ...scene };
