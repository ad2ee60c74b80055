import {
  type Camera,
  EqualDepth,
  LessDepth,
  MeshLambertMaterial,
  type Object3D,
  type Scene,
  type WebGLRenderer,
} from "three";
import { scenarioColour, type ThemeName } from "../../look";

/** Layer of what casts a ghost: all that stands in the hall, and the light on it; no floor, paint, walls or lamps. */
const ghostly = 1;

/** Has a thing of a stage appear in its ghost too. */
export function addToGhost(thing: Object3D): void {
  thing.layers.enable(ghostly);
}
export function keepFromGhost(thing: Object3D): void {
  thing.layers.disable(ghostly);
}

/** One line drawn pale and translucent into the picture of another. */
export interface Ghost {
  draw(gl: WebGLRenderer, scene: Scene, camera: Camera): void;
  dispose(): void;
}

/**
 * Drawn after the solid line and a hair behind it, so that it shows only where the two differ. Twice: first its depth
 * alone, then its colour where that is the nearest, or what lies behind itself would darken it.
 */
export function createGhost(theme: ThemeName): Ghost {
  const material = new MeshLambertMaterial({
    color: scenarioColour(theme, "A"),
    emissive: scenarioColour(theme, "A"),
    emissiveIntensity: theme === "light" ? 0.35 : 0.2,
    transparent: true,
    opacity: 0.38,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 4,
  });
  return {
    draw(gl, scene, camera) {
      const shadows = gl.shadowMap.autoUpdate;
      gl.shadowMap.autoUpdate = false;
      scene.overrideMaterial = material;
      camera.layers.set(ghostly);
      material.colorWrite = false;
      material.depthWrite = true;
      material.depthFunc = LessDepth;
      gl.render(scene, camera);
      material.colorWrite = true;
      material.depthWrite = false;
      material.depthFunc = EqualDepth;
      gl.render(scene, camera);
      camera.layers.set(0);
      scene.overrideMaterial = null;
      gl.shadowMap.autoUpdate = shadows;
    },
    dispose: () => material.dispose(),
  };
}
