import {
  Color,
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from "three";
import type { Pad } from "../plan/types";
import type { Kit } from "./kit";

/** A rectangle of soft shade or light: `height` of what throws it, in metres. */
export interface Shade extends Pad {
  height: number;
}

const blur = 0.85;

/**
 * Soft shade under what stands, all in one draw call: close and dark at the foot, wide and faint away from the key light.
 * It costs no second pass over the scene, so software graphics have it too. With `light` it brightens instead: daylight
 * that falls through the roof.
 */
export function addShade(kit: Kit, shades: readonly Shade[], y: number, light = false): void {
  if (shades.length === 0) return;
  const geometry = kit.own(new InstancedBufferGeometry());
  geometry.setAttribute("position", new Float32BufferAttribute([-1, 0, 1, 1, 0, 1, 1, 0, -1, -1, 0, -1], 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.instanceCount = shades.length;
  const rect = new Float32Array(shades.length * 4);
  const tall = new Float32Array(shades.length);
  shades.forEach((shade, i) => {
    rect.set([shade.x, shade.z, shade.width / 2, shade.depth / 2], i * 4);
    tall[i] = shade.height;
  });
  geometry.setAttribute("rect", new InstancedBufferAttribute(rect, 4));
  geometry.setAttribute("tall", new InstancedBufferAttribute(tall, 1));
  const isLight = kit.theme === "light";
  const strength = light ? (isLight ? 0.55 : 0.05) : isLight ? 0.3 : 0.55;
  const material = kit.own(
    new ShaderMaterial({
      uniforms: {
        ink: { value: new Color(light ? "#FFFFFF" : isLight ? "#2A3744" : "#000000") },
        strength: { value: strength },
        wide: { value: light ? 1 : 0 },
        y: { value: y },
      },
      transparent: true,
      depthWrite: false,
      vertexShader: /* glsl */ `
        attribute vec4 rect;
        attribute float tall;
        uniform float y;
        varying vec2 at;
        varying vec2 halfSize;
        varying float far;
        void main() {
          halfSize = rect.zw;
          far = tall;
          at = position.xz * (rect.zw + ${blur.toFixed(2)} + 0.3 * tall);
          gl_Position = projectionMatrix * modelViewMatrix * vec4(rect.x + at.x, y, rect.y + at.y, 1.0);
        }`,
      fragmentShader: /* glsl */ `
        uniform vec3 ink;
        uniform float strength;
        uniform float wide;
        varying vec2 at;
        varying vec2 halfSize;
        varying float far;
        float inside(vec2 p, vec2 size, float soft) {
          vec2 edge = clamp((size - abs(p)) / soft * 0.5 + 0.5, 0.0, 1.0);
          edge = edge * edge * (3.0 - 2.0 * edge);
          return edge.x * edge.y;
        }
        void main() {
          float foot = inside(at, halfSize + 0.04, 0.34);
          vec2 aside = vec2(-0.24, -0.16) * far;
          float fall = inside(at - aside, halfSize, 0.5 + 0.12 * far);
          float shade = mix(max(foot * 0.85, fall * 0.6), inside(at, halfSize, 1.1), wide);
          gl_FragColor = vec4(ink, shade * strength);
        }`,
    }),
  );
  material.toneMapped = false;
  // the colour is written as it stands in the theme
  (material.uniforms.ink as { value: Color }).value.convertLinearToSRGB();
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = light ? 1 : 2;
  kit.scene.add(mesh);
}
