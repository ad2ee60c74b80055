import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  Color,
  DirectionalLight,
  HemisphereLight,
  type InstancedMesh,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PlaneGeometry,
  Scene,
  ShadowMaterial,
} from "three";
import { mixHex, scenarioColour, stateLooks, stateOrder, themes, type ThemeName } from "../../look";
import { frameStrips } from "../plan/frames";
import { partForms } from "../plan/forms";
import { marksOf, sceneryOf, type SceneryTone } from "../plan/scenery";
import type { LinePlan, Pad } from "../plan/types";
import { figureRoles, type Picture } from "../picture/picture";
import { figureShape, machineShapes, robotShape } from "../shapes/machines";
import { partShapes } from "../shapes/parts";
import { shapeNames } from "../shapes/shapeOf";
import { tonesOf } from "../shapes/tones";
import { rackSlot } from "../plan/rack";
import { createInstances, paintPads, place } from "./instanced";
import { createLamps, lampHeight } from "./lamps";
import { boxEdges, changedPads, gridLines } from "./marks";
import { merge } from "./solids";

export interface StageOptions {
  plan: LinePlan;
  theme: ThemeName;
  shadows: boolean;
  bottleneck: { station: string; settled: boolean } | null;
}

/** One line in 3D: a scene of its own, drawn from a picture. Everything it makes it also disposes of. */
export interface Stage {
  readonly scene: Scene;
  /** Writes the picture into the instances; `lampSize` in metres, `pulse` 0..1. Allocates nothing. */
  update(picture: Picture, lampSize: number, pulse: number): void;
  select(station: number): void;
  dispose(): void;
}

/** A hall without a line: what is drawn into it later shares its shaders. */
export const emptyHall: LinePlan = {
  stations: [],
  machines: [],
  units: [],
  racks: [],
  raws: [],
  reworks: [],
  bins: [],
  pallets: [],
  homes: [],
  rails: [],
  routes: [],
  minX: 0,
  maxX: 1,
  minZ: 0,
  maxZ: 1,
};

export function createStage({ plan, theme, shadows, bottleneck }: StageOptions): Stage {
  const look = themes[theme];
  const tones = tonesOf(theme);
  const scene = new Scene();
  const owned: { dispose(): void }[] = [];
  const own = <T extends { dispose(): void }>(thing: T): T => {
    owned.push(thing);
    return thing;
  };
  // few materials, every mesh instanced and tinted: each further combination is a shader that an office PC compiles for
  // a tenth of a second before the first frame
  const solidMaterial = own(new MeshLambertMaterial({ vertexColors: true }));
  const paintMaterial = own(new MeshBasicMaterial());
  const cube = own(whitened(new BoxGeometry(1, 1, 1).translate(0, 0.5, 0)));
  const tile = own(new PlaneGeometry(1, 1).rotateX(-Math.PI / 2));
  tile.deleteAttribute("normal");
  const colour = new Color();
  const add = (mesh: InstancedMesh, cast = false): InstancedMesh => {
    mesh.castShadow = cast && shadows;
    mesh.receiveShadow = false;
    scene.add(mesh);
    return own(mesh);
  };

  const width = plan.maxX - plan.minX;
  const depth = plan.maxZ - plan.minZ;
  const midX = (plan.minX + plan.maxX) / 2;
  const midZ = (plan.minZ + plan.maxZ) / 2;

  // light: sky and floor, and one warm key from the front right
  const bright = theme === "light" ? 1 : 1.45;
  const sky = new HemisphereLight("#FFFFFF", theme === "light" ? "#8E99A5" : "#6B7682", 1.95 * bright);
  const key = new DirectionalLight("#FFF1DF", 1.75 * bright);
  key.position.set(midX + 14, 30, midZ + 9);
  key.target.position.set(midX, 0, midZ);
  if (shadows) {
    key.castShadow = true;
    key.shadow.mapSize.set(2048, 2048);
    const reach = Math.hypot(width, depth) / 2 + 2;
    Object.assign(key.shadow.camera, { left: -reach, right: reach, top: reach, bottom: -reach, near: 1, far: 90 });
    key.shadow.camera.updateProjectionMatrix();
    key.shadow.bias = -0.0006;
    key.shadow.normalBias = 0.03;
    own(key);
  }
  scene.add(sky, key, key.target);

  // the floor is a slab: unlit on top so that its colour is the legend's, dark on its edges
  const floor = add(createInstances(tile, paintMaterial, 1, false));
  floor.count = 1;
  place(floor, 0, midX, 0, midZ, 0, width, 1, depth);
  const edge = add(createInstances(cube, solidMaterial, 1, false));
  edge.count = 1;
  place(edge, 0, midX, -0.36, midZ, 0, width, 0.35, depth);
  edge.setColorAt(0, colour.set(mixHex(look.grid, look.trim, theme === "light" ? 0.12 : 0.04)));
  if (shadows) {
    const catcher = new Mesh(tile, own(new ShadowMaterial({ opacity: theme === "light" ? 0.16 : 0.4 })));
    catcher.scale.set(width, 1, depth);
    catcher.position.set(midX, 0.012, midZ);
    catcher.receiveShadow = true;
    scene.add(catcher);
  }
  const gridMaterial = own(new LineBasicMaterial({ color: look.grid }));
  scene.add(new LineSegments(own(gridLines(plan)), gridMaterial));

  // painted marks
  const marks = marksOf(plan).map((mark) => ({
    ...mark,
    colour: mixHex(look.grid, look.trim, theme === "light" ? 0.32 : 0.28),
  }));
  const markMesh = add(createInstances(tile, paintMaterial, marks.length, false));
  paintPads(markMesh, marks, 0.02);
  const wayColour = mixHex(look.grid, look.trim, theme === "light" ? 0.16 : 0.16);
  const ways = plan.routes.flatMap((route) => route.strips.map((strip) => ({ ...strip, colour: wayColour })));
  paintPads(add(createInstances(tile, paintMaterial, ways.length, false)), ways, 0.014);
  const head = new BufferGeometry();
  head.setAttribute("position", new BufferAttribute(Float32Array.from([0, 0, 0, -0.5, 0, -0.32, -0.5, 0, 0.32]), 3));
  head.setIndex([0, 1, 2]);
  const heads = add(createInstances(own(head), paintMaterial, plan.routes.length, false));
  heads.count = plan.routes.length;
  plan.routes.forEach((route, i) => {
    place(heads, i, route.head.x, 0.015, route.head.z, route.head.yaw);
    heads.setColorAt(i, colour.set(wayColour));
  });

  // soft ground shade under what stands, in place of shadows
  if (!shadows) {
    const shade = own(
      new MeshBasicMaterial({
        color: "#000000",
        transparent: true,
        opacity: theme === "light" ? 0.07 : 0.22,
        depthWrite: false,
      }),
    );
    const standing: Pad[] = [
      ...plan.units.map((unit): Pad => ({
        x: unit.x - 0.05,
        z: unit.z - 0.05,
        width: unit.width + 0.25,
        depth: unit.depth + 0.2,
      })),
      ...[...plan.racks, ...plan.raws, ...plan.reworks].flatMap((rack) =>
        rack && rack.slots > 0 ? [{ ...rack, width: rack.width + 0.15, depth: rack.depth + 0.15 }] : [],
      ),
    ];
    const shadeMesh = add(createInstances(tile, shade, standing.length, false));
    shadeMesh.count = standing.length;
    standing.forEach((pad, i) => place(shadeMesh, i, pad.x, 0.016, pad.z, 0, pad.width, 1, pad.depth));
  }

  // what the plan changed stands on B's colour
  const b = scenarioColour(theme, "B");
  const tint = mixHex(look.floor, b, theme === "light" ? 0.28 : 0.34);
  const touched = changedPads(plan);
  const footprints = [
    ...touched.map((pad) => ({ ...pad, colour: tint })),
    ...touched.flatMap((pad) => frameStrips(pad, 0, 0.1).map((strip) => ({ ...strip, colour: b }))),
  ];
  const footMesh = add(createInstances(tile, paintMaterial, footprints.length, false));
  paintPads(footMesh, footprints, 0.024);

  // bottleneck: a double ring, ink and white
  const narrow = plan.stations.find((spot) => spot.id === bottleneck?.station);
  const rings = narrow
    ? [
        ...frameStrips(narrow, 0.62, 0.14, !bottleneck?.settled).map((strip) => ({ ...strip, colour: "#16212B" })),
        ...frameStrips(narrow, 0.45, 0.14, !bottleneck?.settled).map((strip) => ({ ...strip, colour: "#FFFFFF" })),
      ]
    : [];
  const ringMesh = add(createInstances(tile, paintMaterial, rings.length, false));
  paintPads(ringMesh, rings, 0.028);

  // boxes of the hall
  const sceneryColours: Record<SceneryTone, string> = {
    belt: look.belt,
    trim: tones.trim,
    pale: tones.pale,
    bin: stateLooks.down.fill,
    wood: mixHex(look.belt, theme === "light" ? "#C9B79C" : "#8A7A63", 0.55),
    fence: mixHex(tones.trim, look.floor, 0.25),
    wall: mixHex(look.floor, look.machine, theme === "light" ? 0.35 : 0.3),
    rail: tones.steel,
  };
  const boxes = sceneryOf(plan);
  const boxMesh = add(createInstances(cube, solidMaterial, boxes.length, false), true);
  boxMesh.count = boxes.length;
  boxes.forEach((item, i) => {
    place(boxMesh, i, item.x, item.y, item.z, 0, item.width, item.height, item.depth);
    boxMesh.setColorAt(i, colour.set(sceneryColours[item.tone]));
  });

  // every place of a rack is marked, so that what is missing can be counted too
  const racks = [...plan.racks, ...plan.raws, ...plan.reworks].filter((rack) => rack !== null);
  const trays = racks.reduce((sum, rack) => sum + rack.slots, 0);
  const trayMesh = add(createInstances(tile, paintMaterial, trays, false));
  const trayColour = new Color(mixHex(look.belt, theme === "light" ? "#FFFFFF" : "#000000", 0.28));
  const at: [number, number] = [0, 0];
  for (const rack of racks) {
    const mark = rack.pitch * 0.78;
    for (let i = 0; i < rack.slots; i++) {
      rackSlot(rack, i * rack.perSlot, at);
      trayMesh.setColorAt(trayMesh.count, trayColour);
      place(trayMesh, trayMesh.count++, at[0], rack.height - 0.012, at[1], 0, mark, 1, mark);
    }
  }

  // machines, one draw call a kind
  for (const name of shapeNames) {
    const spots = plan.machines.filter((machine) => plan.stations[machine.station]?.shape === name);
    if (spots.length === 0) continue;
    const shape = machineShapes[name];
    const mesh = add(createInstances(own(merge(shape.primitives, tones)), solidMaterial, spots.length, false), true);
    mesh.count = spots.length;
    spots.forEach((machine, i) => {
      const spot = plan.stations[machine.station];
      if (!spot) return;
      place(mesh, i, machine.x, 0, machine.z, 0, spot.machineWidth / shape.width, 1, spot.machineDepth / shape.depth);
    });
  }
  const poles = add(createInstances(cube, solidMaterial, plan.units.length, false));
  poles.count = plan.units.length;
  plan.units.forEach((unit, u) => {
    // behind a rack the pole stands on the floor
    const length = unit.isRack ? lampHeight(plan, u) : 1.25;
    place(poles, u, unit.x, lampHeight(plan, u) - length, unit.lampZ, 0, 0.07, length, 0.07);
    poles.setColorAt(u, colour.set(tones.trim));
  });
  // the state of each machine of a rack, on its own place on top: exact, where the lamp can only tell the most frequent
  const racked = plan.machines.flatMap((machine, m) => (plan.units[machine.unit]?.isRack ? [m] : []));
  const tiles = add(createInstances(tile, paintMaterial, racked.length, true));
  tiles.count = racked.length;
  racked.forEach((m, i) => {
    const machine = plan.machines[m];
    const spot = machine && plan.stations[machine.station];
    if (!machine || !spot) return;
    const y = machineShapes[spot.shape].height + 0.02;
    place(tiles, i, machine.x, y, machine.z, 0, spot.machineWidth * 0.84, 1, spot.machineDepth * 0.84);
  });
  const stateColours = stateOrder.map((state) => new Color(stateLooks[state].fill));
  const tileStates = new Int8Array(racked.length).fill(-1);
  const lamps = own(createLamps(plan, theme));
  scene.add(lamps.mesh);

  // parts: one mesh a form
  const white = { ...tones, pale: "#FFFFFF" };
  const rawColour = new Color(mixHex(look.part, look.belt, theme === "light" ? 0.1 : 0.55));
  const doneColour = new Color(theme === "light" ? mixHex(look.part, "#FFFFFF", 0.3) : look.part);
  const carton = new Color(sceneryColours.wood);
  const crate = new Color(tones.pale);
  const room = 64;
  const partMeshes = partForms.map((form) =>
    add(createInstances(own(merge(partShapes[form], white)), solidMaterial, room, true), true),
  );

  // people and robots
  const people = plan.homes.length > 0 || plan.machines.length > 0;
  const headColour = theme === "light" ? "#C9A88C" : "#B08E74";
  const bodyMesh = add(
    createInstances(
      own(merge(figureShape.body, { ...tones, pale: "#FFFFFF", trim: "#8A8F95" })),
      solidMaterial,
      room,
      true,
    ),
    true,
  );
  const headMesh = add(
    createInstances(own(merge(figureShape.head, { ...tones, pale: headColour })), solidMaterial, room, true),
  );
  const hatMesh = add(
    createInstances(own(merge(figureShape.hat, { ...tones, pale: "#FFFFFF" })), solidMaterial, room, true),
    true,
  );
  const robotMesh = add(createInstances(own(merge(robotShape.primitives, tones)), solidMaterial, room, true), true);
  const grown: InstancedMesh[] = [];
  const bodyColours = figureRoles.map(
    (role) =>
      new Color(
        role === "setter"
          ? stateLooks.setup.fill
          : role === "repairer"
            ? stateLooks.down.fill
            : theme === "light"
              ? "#5D6B79"
              : "#93A0AD",
      ),
  );
  const hatColours = figureRoles.map(
    (role) => new Color(role === "operator" ? (theme === "light" ? "#DDE3E9" : "#C7D0D9") : "#FFFFFF"),
  );

  // selection: a frame on the floor and the edges of its machines
  const selection = add(createInstances(tile, paintMaterial, 4, false));
  const edges = own(new BufferGeometry());
  const edgeRoom = Math.max(1, ...plan.stations.map((spot) => spot.units)) * 24;
  edges.setAttribute("position", new BufferAttribute(new Float32Array(edgeRoom * 3), 3));
  const outline = new LineSegments(edges, own(new LineBasicMaterial({ color: look.action })));
  outline.frustumCulled = false;
  outline.visible = false;
  scene.add(outline);

  const dimmed = (hex: string): Color =>
    new Color(mixHex(hex, theme === "light" ? "#5A6672" : "#000000", theme === "light" ? 0.3 : 0.4));
  const floorBright = new Color(look.floor);
  const floorDim = dimmed(look.floor);
  const gridBright = new Color(look.grid);
  const gridDim = dimmed(look.grid);

  /** More room for instances, twice as much each time: rare, and never in steady playback. */
  const ensure = (list: InstancedMesh[], i: number, needed: number): InstancedMesh => {
    const mesh = list[i] as InstancedMesh;
    if (needed <= mesh.instanceMatrix.count) return mesh;
    const larger = createInstances(mesh.geometry, mesh.material as MeshLambertMaterial, needed * 2, true);
    larger.castShadow = mesh.castShadow;
    scene.remove(mesh);
    scene.add(larger);
    mesh.dispose();
    grown.push(larger);
    list[i] = larger;
    return larger;
  };
  const crew = [bodyMesh, headMesh, hatMesh, robotMesh];
  const needs = new Int32Array(partForms.length);
  const written = new Int32Array(partForms.length);
  const shade = new Color();

  return {
    scene,
    update(picture, lampSize, pulse) {
      const dim = picture.isOnShift ? 1 : 0.6;
      sky.intensity = 1.95 * bright * dim;
      key.intensity = 1.75 * bright * dim;
      floor.setColorAt(0, picture.isOnShift ? floorBright : floorDim);
      flush(floor);
      gridMaterial.color.copy(picture.isOnShift ? gridBright : gridDim);
      lamps.update(picture.unitLamp, lampSize, pulse);
      let repainted = false;
      for (let i = 0; i < racked.length; i++) {
        const state = picture.lamp[racked[i] ?? 0] ?? 0;
        if (tileStates[i] === state) continue;
        tileStates[i] = state;
        tiles.setColorAt(i, stateColours[state] as Color);
        repainted = true;
      }
      if (repainted) flush(tiles);

      const { parts } = picture;
      needs.fill(0);
      written.fill(0);
      for (let i = 0; i < parts.count; i++) needs[parts.kind[i] ?? 0] = (needs[parts.kind[i] ?? 0] ?? 0) + 1;
      for (let f = 0; f < partMeshes.length; f++) ensure(partMeshes, f, needs[f] ?? 0).count = needs[f] ?? 0;
      for (let i = 0; i < parts.count; i++) {
        const form = parts.kind[i] ?? 0;
        const mesh = partMeshes[form] as InstancedMesh;
        const n = written[form] ?? 0;
        written[form] = n + 1;
        place(
          mesh,
          n,
          parts.x[i] ?? 0,
          parts.y[i] ?? 0,
          parts.z[i] ?? 0,
          parts.yaw[i] ?? 0,
          parts.size[i],
          parts.size[i],
          parts.size[i],
        );
        if (partForms[form] === "carton") shade.copy(carton);
        else if (partForms[form] === "crate") shade.copy(crate);
        else shade.copy(rawColour).lerp(doneColour, parts.tone[i] ?? 0);
        mesh.setColorAt(n, shade);
      }
      for (let f = 0; f < partMeshes.length; f++) flush(partMeshes[f] as InstancedMesh);

      const figures = picture.people;
      for (let k = 0; k < 3; k++) {
        const mesh = ensure(crew, k, people ? figures.count : 0);
        mesh.count = figures.count;
        for (let i = 0; i < figures.count; i++) {
          place(mesh, i, figures.x[i] ?? 0, 0, figures.z[i] ?? 0, figures.yaw[i] ?? 0);
          const role = figures.kind[i] ?? 0;
          if (k === 0) mesh.setColorAt(i, bodyColours[role] as Color);
          if (k === 2) mesh.setColorAt(i, hatColours[role] as Color);
        }
        flush(mesh);
      }
      const { robots } = picture;
      const arm = ensure(crew, 3, robots.count);
      arm.count = robots.count;
      for (let i = 0; i < robots.count; i++)
        place(arm, i, robots.x[i] ?? 0, 0.09, robots.z[i] ?? 0, robots.yaw[i] ?? 0, 1.2, 1.2, 1.2);
      flush(arm);
    },
    select(station) {
      const spot = plan.stations[station];
      outline.visible = spot !== undefined;
      if (!spot) {
        selection.count = 0;
        return;
      }
      paintPads(
        selection,
        frameStrips(spot, 0.3, 0.12).map((strip) => ({ ...strip, colour: look.action })),
        0.032,
      );
      const points = edges.getAttribute("position") as BufferAttribute;
      let n = 0;
      for (const unit of plan.units) {
        if (unit.station !== station) continue;
        const height = machineShapes[spot.shape].height + (unit.isRack ? 0.12 : 0.05);
        n = boxEdges(points, n, unit.x, unit.z, unit.width + 0.1, height, unit.depth + 0.1);
      }
      points.needsUpdate = true;
      edges.setDrawRange(0, n);
    },
    dispose() {
      for (const mesh of grown) mesh.dispose();
      for (const thing of owned) thing.dispose();
      scene.clear();
    },
  };
}

/** A geometry whose own colour is white, so that the instance's colour alone shows. */
function whitened(geometry: BufferGeometry): BufferGeometry {
  const count = geometry.getAttribute("position").count;
  return geometry.setAttribute("color", new BufferAttribute(new Float32Array(count * 3).fill(1), 3));
}

function flush(mesh: InstancedMesh): void {
  mesh.instanceMatrix.needsUpdate = true;
  if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
}
