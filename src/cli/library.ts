import changzhou from "../../scenarios/policies/changzhou.json";
import lprFile from "../../scenarios/policies/lpr.json";
import suzhou from "../../scenarios/policies/suzhou.json";
import { LprTable, PolicyFile, type Library } from "../model";

/** The policies that ship with the product, by id. Catalogue retrofits are templates and are placed by hand. */
export const library: Library = {
  retrofits: [],
  policies: [changzhou, suzhou].flatMap((pack) => PolicyFile.parse(pack).rules),
};
export const lpr = LprTable.parse(lprFile);
