import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  Color,
  DirectionalLight,
  Group,
  HemisphereLight,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  ShadowMaterial,
} from "three";
import { mixHex } from "../../look";
import { sheltersOf, type HallBox } from "../plan/hall";
import { marksOf } from "../plan/scenery";
import type { LinePlan } from "../plan/types";
import { addToGhost, keepFromGhost } from "./ghost";
import { flush, paintPads, place } from "./instanced";
import type { Kit } from "./kit";
import { gridLines } from "./marks";
import { addShade, type Shade } from "./shade";

export interface Hall {
  /** Bright in the shift, dim outside it. */
  dim(isOnShift: boolean): void;
  /** Hides the walls that stand between the viewer and the line. */
  clear(camera: Camera): void;
}

/** Light, floor, painted marks, walls with their windows, columns, and the soft shade under what stands. */
export function addHall(kit: Kit, plan: LinePlan, standing: readonly Shade[]): Hall {
  const { scene, look, theme, shadows } = kit;
  const isLight = theme === "light";
  const width = plan.maxX - plan.minX;
  const depth = plan.maxZ - plan.minZ;
  const midX = (plan.minX + plan.maxX) / 2;
  const midZ = (plan.minZ + plan.maxZ) / 2;
  const colour = new Color();

  // light: sky and floor, and one warm key from the front right
  const bright = isLight ? 1 : 1.9;
  const sky = new HemisphereLight(isLight ? "#FFFFFF" : "#DDE8F4", isLight ? "#98A3AF" : "#56616D", 1.9 * bright);
  const key = new DirectionalLight("#FFF3E2", 1.9 * bright);
  key.position.set(midX + 16, 30, midZ + 8);
  key.target.position.set(midX, 0, midZ);
  if (shadows) {
    key.castShadow = true;
    key.shadow.mapSize.set(2048, 2048);
    const reach = Math.hypot(width, depth) / 2 + 2;
    Object.assign(key.shadow.camera, { left: -reach, right: reach, top: reach, bottom: -reach, near: 1, far: 90 });
    key.shadow.camera.updateProjectionMatrix();
    key.shadow.bias = -0.0006;
    key.shadow.normalBias = 0.03;
    kit.own(key);
  }
  for (const light of [sky, key]) addToGhost(light);
  scene.add(sky, key, key.target);

  // the floor is a slab: unlit on top so that its colour is the legend's, dark on its edges
  const floor = kit.add(kit.tile, kit.paint, 1);
  floor.count = 1;
  place(floor, 0, midX, 0, midZ, 0, width, 1, depth);
  const edge = kit.add(kit.cube, kit.solid, 1);
  edge.count = 1;
  keepFromGhost(edge);
  place(edge, 0, midX, -0.31, midZ, 0, width, 0.3, depth);
  edge.setColorAt(0, colour.set(mixHex(look.grid, look.trim, isLight ? 0.2 : 0.06)));
  if (shadows) {
    const catcher = new Mesh(kit.tile, kit.own(new ShadowMaterial({ opacity: isLight ? 0.18 : 0.42 })));
    catcher.scale.set(width, 1, depth);
    catcher.position.set(midX, 0.012, midZ);
    catcher.receiveShadow = true;
    scene.add(catcher);
  }
  const gridMaterial = kit.own(new LineBasicMaterial({ color: look.grid }));
  scene.add(new LineSegments(kit.own(gridLines(plan)), gridMaterial));

  const lane = mixHex(look.grid, look.trim, 0.3);
  const path = mixHex(look.floor, look.grid, isLight ? 0.75 : 0.9);
  const ways = mixHex(look.grid, look.trim, 0.16);
  const marks = [
    ...plan.walkways.map((pad) => ({ ...pad, colour: path })),
    ...plan.routes.flatMap((route) => route.strips.map((strip) => ({ ...strip, colour: ways }))),
    ...marksOf(plan).map((mark) => ({ ...mark, colour: mark.tone === "edge" ? ways : lane })),
  ];
  paintPads(kit.add(kit.tile, kit.paint, marks.length), marks, 0.014);
  const head = new BufferGeometry();
  head.setAttribute("position", new BufferAttribute(Float32Array.from([0, 0, 0, -0.5, 0, -0.32, -0.5, 0, 0.32]), 3));
  head.setIndex([0, 1, 2]);
  const heads = kit.add(kit.own(head), kit.paint, plan.routes.length);
  heads.count = plan.routes.length;
  plan.routes.forEach((route, i) => {
    place(heads, i, route.head.x, 0.017, route.head.z, route.head.yaw);
    heads.setColorAt(i, colour.set(ways));
  });
  flush(heads);

  const { walls, rooflights } = sheltersOf(plan);
  addShade(
    kit,
    rooflights.map((pad) => ({ ...pad, height: 0 })),
    0.019,
    true,
  );
  addShade(kit, standing, 0.021);

  // walls by the side they stand on, unlit and pale: they close the picture and must not be looked at
  const wallColours: Record<HallBox["tone"], string> = isLight
    ? { wall: "#E3E8ED", base: "#CFD6DD", column: "#C9D0D8", window: "#F7FAFD", frame: "#D3DAE1" }
    : { wall: "#1B2128", base: "#252C34", column: "#2A323B", window: "#2B3947", frame: "#222A32" };
  const sides = (["left", "back"] as const).map((side) => {
    const boxes = walls.filter((box) => box.side === side);
    const group = new Group();
    const mesh = kit.add(kit.cube, kit.paint, boxes.length);
    mesh.count = boxes.length;
    boxes.forEach((box, i) => {
      place(mesh, i, box.x, box.y, box.z, 0, box.width, box.height, box.depth);
      // the side away from the daylight is a shade darker
      mesh.setColorAt(i, colour.set(mixHex(wallColours[box.tone], "#5A6672", side === "left" ? 0.03 : 0.12)));
    });
    flush(mesh);
    group.add(mesh);
    scene.add(group);
    return group;
  });

  const dimmed = (hex: string): Color => new Color(mixHex(hex, isLight ? "#5A6672" : "#000000", isLight ? 0.3 : 0.4));
  const floorBright = new Color(look.floor);
  const floorDim = dimmed(look.floor);
  const gridBright = new Color(look.grid);
  const gridDim = dimmed(look.grid);
  let lit: boolean | null = null;
  return {
    dim(isOnShift) {
      if (lit === isOnShift) return;
      lit = isOnShift;
      const share = isOnShift ? 1 : 0.62;
      sky.intensity = 1.9 * bright * share;
      key.intensity = 1.9 * bright * share;
      floor.setColorAt(0, isOnShift ? floorBright : floorDim);
      flush(floor);
      gridMaterial.color.copy(isOnShift ? gridBright : gridDim);
    },
    clear(camera) {
      const e = camera.matrixWorld.elements;
      const [left, back] = sides;
      if (left) left.visible = (e[8] ?? 0) > -0.02;
      if (back) back.visible = (e[10] ?? 0) > -0.02;
    },
  };
}
