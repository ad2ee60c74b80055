import {
  CanvasTexture,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Float32BufferAttribute,
  LinearMipmapLinearFilter,
  Mesh,
  NoColorSpace,
  ShaderMaterial,
} from "three";
import { stateLooks, stateOrder, themes, type ThemeName } from "../../look";
import { lampHeightOf } from "../plan/heights";
import type { LinePlan } from "../plan/types";

const cell = 128;

/** All state badges in one strip, drawn from the same path data as the legend. */
function atlas(theme: ThemeName): CanvasTexture {
  const canvas = document.createElement("canvas");
  canvas.width = cell * stateOrder.length;
  canvas.height = cell;
  const pen = canvas.getContext("2d");
  if (pen) {
    stateOrder.forEach((state, i) => {
      const { fill, glyph, glyphColour } = stateLooks[state];
      pen.save();
      pen.translate(i * cell, 0);
      pen.beginPath();
      pen.arc(cell / 2, cell / 2, cell / 2 - 3, 0, Math.PI * 2);
      pen.fillStyle = themes[theme].ring;
      pen.fill();
      pen.beginPath();
      pen.arc(cell / 2, cell / 2, cell / 2 - 10, 0, Math.PI * 2);
      pen.fillStyle = fill;
      pen.fill();
      const scale = (cell * 0.6) / 16;
      pen.translate(cell * 0.2, cell * 0.2);
      pen.scale(scale, scale);
      const path = new Path2D(glyph.d);
      pen.lineCap = "round";
      pen.lineJoin = "round";
      if (glyph.stroke === null) {
        pen.fillStyle = glyphColour;
        pen.fill(path);
      } else {
        pen.strokeStyle = glyphColour;
        pen.lineWidth = glyph.stroke;
        pen.stroke(path);
      }
      pen.restore();
    });
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = NoColorSpace;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.anisotropy = 2;
  return texture;
}

export interface Lamps {
  mesh: Mesh;
  /** state of each unit; `size` = metres across; `pulse` 0..1 swells the lamps that are down */
  update(states: Uint8Array, size: number, pulse: number): void;
  dispose(): void;
}

/** Unlit discs that face the viewer, one a machine or rack, all in one draw call. The colours are written as they are. */
export function createLamps(plan: LinePlan, theme: ThemeName): Lamps {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    "position",
    new Float32BufferAttribute([-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0], 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.instanceCount = plan.units.length;
  const at = new Float32Array(plan.units.length * 3);
  plan.units.forEach((unit, u) => at.set([unit.x, lampHeight(plan, u), unit.lampZ], u * 3));
  geometry.setAttribute("place", new InstancedBufferAttribute(at, 3));
  const state = new InstancedBufferAttribute(new Float32Array(plan.units.length), 1);
  geometry.setAttribute("state", state);
  const map = atlas(theme);
  const material = new ShaderMaterial({
    uniforms: { map: { value: map }, size: { value: 1 }, pulse: { value: 0 } },
    transparent: true,
    depthTest: false,
    vertexShader: /* glsl */ `
      attribute vec3 place;
      attribute float state;
      uniform float size;
      uniform float pulse;
      varying vec2 vUv;
      void main() {
        vec4 eye = modelViewMatrix * vec4(place, 1.0);
        float swell = abs(state - ${stateOrder.indexOf("down").toFixed(1)}) < 0.5 ? 1.0 + 0.22 * pulse : 1.0;
        eye.xy += position.xy * size * swell;
        vUv = vec2((state + position.x + 0.5) / ${stateOrder.length.toFixed(1)}, position.y + 0.5);
        gl_Position = projectionMatrix * eye;
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D map;
      varying vec2 vUv;
      void main() {
        vec4 texel = texture2D(map, vUv);
        if (texel.a < 0.02) discard;
        gl_FragColor = texel;
      }`,
  });
  material.toneMapped = false;
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 10;
  return {
    mesh,
    update(states, size, pulse) {
      const values = state.array as Float32Array;
      let moved = false;
      for (let m = 0; m < values.length; m++) {
        const next = states[m] ?? 0;
        if (values[m] !== next) {
          values[m] = next;
          moved = true;
        }
      }
      if (moved) state.needsUpdate = true;
      (material.uniforms.size as { value: number }).value = size;
      (material.uniforms.pulse as { value: number }).value = pulse;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      map.dispose();
    },
  };
}

/** Height of a unit's lamp in metres: above the machine, on its pole. */
export function lampHeight(plan: LinePlan, unit: number): number {
  const station = plan.stations[plan.units[unit]?.station ?? -1];
  return station ? lampHeightOf(station.shape) : 2;
}
