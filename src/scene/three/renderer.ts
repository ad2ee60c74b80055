import { PCFShadowMap, WebGLRenderer } from "three";
import { contextAttributes } from "../contextAttributes";
import { createCamera } from "./camera";
import { createStage, emptyHall, type Stage } from "./stage";

/** A renderer, and the empty hall whose shaders it has been given to compile. */
export interface PreparedRenderer {
  renderer: WebGLRenderer;
  /** to be disposed of once a line has been drawn: until then it keeps the shaders */
  hall: Stage;
}

let early: (PreparedRenderer & { shadows: boolean }) | null = null;

/**
 * Makes the renderer on a context that is there already, and has the shaders compiled while the engine makes the first
 * trace. The next stage takes it.
 */
export function prepareEarly(context: WebGL2RenderingContext, shadows: boolean): void {
  early = { ...prepare(new WebGLRenderer({ canvas: context.canvas, context }), shadows), shadows };
}

/** The renderer that was prepared, or a new one. Whoever takes it disposes of it. */
export function takeRenderer(shadows: boolean): PreparedRenderer {
  const taken = early;
  early = null;
  if (taken?.shadows === shadows && !taken.renderer.getContext().isContextLost()) return taken;
  taken?.hall.dispose();
  taken?.renderer.dispose();
  const canvas = document.createElement("canvas");
  return prepare(new WebGLRenderer({ canvas, ...contextAttributes }), shadows);
}

function prepare(renderer: WebGLRenderer, shadows: boolean): PreparedRenderer {
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = PCFShadowMap;
  const hall = createStage({ plan: emptyHall, theme: "light", shadows, bottleneck: null });
  renderer.compile(hall.scene, createCamera());
  return { renderer, hall };
}
