import { type Camera, Vector3, type WebGLRenderer } from "three";
import { speedFactor } from "../../store";
import { visibleOf, visibleRects } from "../compare";
import type { Project } from "../labels/labelLayer";
import { paint, stillView, viewAt } from "../picture/picture";
import type { ViewRect } from "../views";
import type { DirectorProps } from "./Director";
import { createGhost, type Ghost } from "./ghost";
import type { Rig } from "./rig";
import type { Stage } from "./stage";

/** What changes from frame to frame, kept out of React. */
export interface Direction {
  stages: Stage[];
  /** made when it is first wanted */
  ghost: Ghost | null;
  rig: Rig;
  isFirst: boolean;
  /** version of the labels that was placed last */
  labelsSeen: number;
}

const moment = { ...stillView };
const seen: ViewRect = { left: 0, top: 0, width: 0, height: 0 };

/** One frame: the state at the clock's time, each run into its view, labels where the camera now sees them. */
export function draw(
  now: Direction,
  { models, rects, compare, divide, theme, clock, reducedMotion, labelLayer, labelVersion, onFirstDraw }: DirectorProps,
  gl: WebGLRenderer,
  height: number,
  realSeconds: number,
): void {
  // taken off the page, it is still driven for a moment: labels are another picture's by then
  if (!gl.domElement.isConnected) return;
  const { rig } = now;
  rig.advance(performance.now());
  const { camera } = rig;
  const pixelsPerMetre = rig.isWalking ? 40 : rig.ortho.zoom;
  const lampSize = rig.isWalking ? 0.42 : Math.max(0.8, 15 / pixelsPerMetre);
  const pulse = reducedMotion || !clock.playing ? 0 : 0.5 - 0.5 * Math.cos(realSeconds * 2 * Math.PI);
  const mode = models.length < 2 ? "split" : compare;
  const view = viewAt(clock.now, speedFactor(clock.speed), reducedMotion, moment);
  gl.setScissorTest(false);
  gl.autoClear = false;
  gl.clear();
  gl.setScissorTest(true);
  for (let i = 0; i < models.length; i++) {
    const model = models[i];
    const stage = now.stages[i];
    const rect = rects[i];
    if (!model || !stage || !rect) continue;
    model.cursor.seek(clock.now);
    paint(model.picture, model.cursor, view);
    stage.update(model.picture, lampSize, pulse);
    stage.clear(camera);
    const bottom = height - rect.top - rect.height;
    gl.setViewport(rect.left, bottom, rect.width, rect.height);
    const isSolid = visibleOf(mode, rect, i, divide.current, seen);
    gl.setScissor(seen.left, height - seen.top - seen.height, seen.width, seen.height);
    if (isSolid) gl.render(stage.scene, camera);
  }
  const pale = mode === "ghost" ? now.stages[0] : undefined;
  if (pale) {
    now.ghost ??= createGhost(theme);
    now.ghost.draw(gl, pale.scene, camera);
  }
  if (now.isFirst) onFirstDraw();
  now.isFirst = false;
  if (labelLayer.current && (rig.stale || now.labelsSeen !== labelVersion.current)) {
    rig.stale = false;
    now.labelsSeen = labelVersion.current;
    // seen from above, labels stand beside their machines instead of over them
    const above = !rig.isWalking && (camera.matrixWorld.elements[9] ?? 0) > 0.93;
    const visible = visibleRects(mode, rects, divide.current);
    labelLayer.current.place(projector(camera, rects[0]), rects, pixelsPerMetre, above, visible);
  }
}

const point = new Vector3();
function projector(camera: Camera, rect: ViewRect | undefined): Project {
  camera.updateMatrixWorld();
  return (x, y, z, out) => {
    point.set(x, y, z).project(camera);
    // behind the viewer: far out of the picture
    const far = point.z > 1 ? 1e5 : 0;
    out[0] = ((point.x + 1) / 2) * (rect?.width ?? 1) + far;
    out[1] = ((1 - point.y) / 2) * (rect?.height ?? 1) + far;
  };
}
