import { Color, type InstancedMesh } from "three";
import { partForms } from "../plan/forms";
import type { Picture } from "../picture/picture";
import { partColours } from "../shapes/colours";
import { partShapes } from "../shapes/parts";
import { flush, place } from "./instanced";
import type { Kit } from "./kit";
import { merge, withoutUndersides } from "./solids";

export interface PartMeshes {
  update(picture: Picture): void;
}

/** Parts, one draw call a form that is on the floor at all. */
export function addParts(kit: Kit): PartMeshes {
  const white = { ...kit.tones, pale: "#FFFFFF" };
  const { raw, done, own } = partColours(kit.theme);
  const rawColour = new Color(raw);
  const doneColour = new Color(done);
  const ownColours = partForms.map((form) => (own[form] === undefined ? null : new Color(own[form])));
  const meshes: (InstancedMesh | null)[] = partForms.map(() => null);
  const needs = new Int32Array(partForms.length);
  const written = new Int32Array(partForms.length);
  const shade = new Color();
  const meshOf = (form: number): InstancedMesh => {
    const known = meshes[form];
    const mesh = known
      ? kit.ensure(known, needs[form] ?? 0)
      : kit.add(
          kit.own(withoutUndersides(merge(partShapes[partForms[form] ?? "piece"].primitives, white))),
          kit.solid,
          Math.max(32, (needs[form] ?? 0) * 2),
          { moving: true, cast: true },
        );
    meshes[form] = mesh;
    return mesh;
  };
  return {
    update({ parts }) {
      needs.fill(0);
      written.fill(0);
      for (let i = 0; i < parts.count; i++) needs[parts.kind[i] ?? 0] = (needs[parts.kind[i] ?? 0] ?? 0) + 1;
      for (let f = 0; f < meshes.length; f++) if (meshes[f] || needs[f]) meshOf(f).count = needs[f] ?? 0;
      for (let i = 0; i < parts.count; i++) {
        const form = parts.kind[i] ?? 0;
        const mesh = meshes[form];
        if (!mesh) continue;
        const n = written[form] ?? 0;
        written[form] = n + 1;
        const size = parts.size[i] ?? 1;
        place(mesh, n, parts.x[i] ?? 0, parts.y[i] ?? 0, parts.z[i] ?? 0, parts.yaw[i] ?? 0, size, size, size);
        const fixed = ownColours[form];
        if (fixed) mesh.setColorAt(n, fixed);
        else mesh.setColorAt(n, shade.copy(rawColour).lerp(doneColour, parts.tone[i] ?? 0));
      }
      for (let f = 0; f < meshes.length; f++) {
        const mesh = meshes[f];
        if (mesh) flush(mesh);
      }
    },
  };
}
