// The line as it is seen: a 3D replay of one or two traces, and a flat SVG plan where there is no WebGL. It invents
// nothing: every lamp, part and person on screen is where the trace says.
export { contextAttributes } from "./contextAttributes";
export { filmKind, type SceneCapture } from "./capture/capture";
export type { Caption } from "./capture/caption";
export { compareModes, type CompareMode } from "./compare";
export type { LayoutMove } from "./layout/useLayout";
export { CompareChooser, StageActions, type StageAction } from "./StageActions";
export { LineScene, preloadStage3d } from "./LineScene";
export { equipmentOf, type Equipment } from "./plan/equipment";
export type { LineSceneProps, SceneLabels, SceneQuality, SceneRun } from "./types";
export { OverlayChooser } from "./overlays/OverlayChooser";
export { overlayKinds, type OverlayInput, type OverlayKind, type OverlayRun } from "./overlays/types";
export { scaleTopOf } from "./overlays/values";
