import {
  BoxGeometry,
  BufferAttribute,
  type BufferGeometry,
  type InstancedMesh,
  type Material,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PlaneGeometry,
  Scene,
} from "three";
import { themes, type Theme, type ThemeName } from "../../look";
import type { Tone } from "../shapes/primitive";
import { tonesOf } from "../shapes/tones";
import { addToGhost } from "./ghost";
import { createInstances, grow } from "./instanced";

/**
 * What every piece of a stage is built with. Few materials, every mesh instanced and tinted: each further combination is
 * a shader that an office PC compiles for a tenth of a second before the first frame.
 */
export interface Kit {
  readonly scene: Scene;
  readonly theme: ThemeName;
  readonly look: Theme;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly shadows: boolean;
  /** lit, by vertex and instance colour; and unlit, by instance colour */
  readonly solid: MeshLambertMaterial;
  readonly paint: MeshBasicMaterial;
  /** a white cube on the floor, a white square on the floor, one metre each */
  readonly cube: BufferGeometry;
  readonly tile: BufferGeometry;
  /** Released with the stage. */
  own<T extends { dispose(): void }>(thing: T): T;
  /** An instanced mesh of the scene with room for so many. */
  add(geometry: BufferGeometry, material: Material, room: number, options?: MeshOptions): InstancedMesh;
  /** Room for more instances, twice as many as needed: rare, and never in steady playback. */
  ensure(mesh: InstancedMesh, needed: number): InstancedMesh;
  dispose(): void;
}

export interface MeshOptions {
  /** written while the line runs */
  moving?: boolean;
  /** throws a shadow where there are any */
  cast?: boolean;
}

export function createKit(theme: ThemeName, shadows: boolean): Kit {
  const owned = new Set<{ dispose(): void }>();
  const scene = new Scene();
  const own = <T extends { dispose(): void }>(thing: T): T => {
    owned.add(thing);
    return thing;
  };
  const solid = own(new MeshLambertMaterial({ vertexColors: true }));
  const tile = own(new PlaneGeometry(1, 1).rotateX(-Math.PI / 2));
  tile.deleteAttribute("normal");
  return {
    scene,
    theme,
    look: themes[theme],
    tones: tonesOf(theme),
    shadows,
    solid,
    paint: own(new MeshBasicMaterial()),
    cube: own(whitened(new BoxGeometry(1, 1, 1).translate(0, 0.5, 0))),
    tile,
    own,
    add(geometry, material, room, { moving = false, cast = false } = {}) {
      const mesh = createInstances(geometry, material, room, moving);
      mesh.castShadow = cast && shadows;
      if (material === solid) addToGhost(mesh);
      scene.add(mesh);
      return own(mesh);
    },
    ensure(mesh, needed) {
      const larger = grow(mesh, needed);
      if (larger === mesh) return mesh;
      scene.remove(mesh);
      owned.delete(mesh);
      mesh.dispose();
      scene.add(larger);
      return own(larger);
    },
    dispose() {
      for (const thing of owned) thing.dispose();
      owned.clear();
      scene.clear();
    },
  };
}

/** A geometry whose own colour is white, so that the instance's colour alone shows. */
function whitened(geometry: BufferGeometry): BufferGeometry {
  const count = geometry.getAttribute("position").count;
  return geometry.setAttribute("color", new BufferAttribute(new Float32Array(count * 3).fill(1), 3));
}
