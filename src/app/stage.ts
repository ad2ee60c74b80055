/** The picture of the line, with all it takes to draw it: the largest part of the page after React, fetched beside the rest. */
export { contextAttributes, preloadStage3d } from "../scene";
export { StageSlot } from "./StageSlot";
