import changzhou from "../../scenarios/policies/changzhou.json";
import lprFile from "../../scenarios/policies/lpr.json";
import { LprTable, PolicyFile, type Library } from "../model";

/** The policies that ship with the product, by id. Catalogue retrofits are templates and are placed by hand. */
export const library: Library = { retrofits: [], policies: PolicyFile.parse(changzhou).rules };
export const lpr = LprTable.parse(lprFile);
