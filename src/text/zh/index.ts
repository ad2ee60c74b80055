/** 中文：界面上的每一个字，按屏幕上的地方分开。键与 ../en 相同。 */
import { app } from "./app";
import { cli } from "./cli";
import { fault } from "./fault";
import { finance } from "./finance";
import { money } from "./money";
import { planner } from "./planner";
import { policy } from "./policy";
import { scene } from "./scene";

export const zh = { ...app, ...cli, ...fault, ...finance, ...money, ...planner, ...policy, ...scene };
