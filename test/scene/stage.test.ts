import { Color, InstancedMesh, Matrix4, type Mesh, type Object3D, type OrthographicCamera, Vector3 } from "three";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { stateLooks, stateOrder } from "../../src/look";
import { createPicture, paint, type Picture, stillView } from "../../src/scene/picture/picture";
import { partForms } from "../../src/scene/plan/forms";
import { equipmentOf } from "../../src/scene/plan/equipment";
import { planLine } from "../../src/scene/plan/planLine";
import { machineShapes } from "../../src/scene/shapes/machines";
import { partShapes } from "../../src/scene/shapes/parts";
import { robotLinks } from "../../src/scene/shapes/robot";
import { shapeNames } from "../../src/scene/shapes/shapeOf";
import { thingShapes } from "../../src/scene/shapes/things";
import { tonesOf } from "../../src/scene/shapes/tones";
import { vehicleShapes } from "../../src/scene/shapes/vehicles";
import { anglesOf, createCamera, fit, resize, turnTo, views } from "../../src/scene/three/camera";
import { merge, withoutUndersides } from "../../src/scene/three/solids";
import { createStage } from "../../src/scene/three/stage";
import { plannedLine } from "../../src/store";
import { TraceCursor } from "../../src/trace";
import { lineFiles, readScenario } from "../scenarios/files";
import { machiningLine } from "./machiningLine";
import { costOf } from "./stageCount";
import { syntheticTrace } from "./syntheticTrace";

const line = machiningLine({ robotAt: "op10", machines: { op30: 4 } });
const trace = syntheticTrace(line, 5);
const plan = planLine(line, { changed: { stations: ["op10"], addedMachines: { op30: 1 } } });
const tones = tonesOf("light");

beforeAll(() => {
  // no canvas outside a browser: textures stay empty, everything else is as on screen
  vi.stubGlobal("document", { createElement: () => ({ getContext: () => null, width: 0, height: 0 }) });
});

function shownAt(hours: number): { picture: Picture; cursor: TraceCursor } {
  const cursor = new TraceCursor(trace);
  const picture = createPicture(line, plan, trace);
  cursor.seek(hours * 3600e6);
  paint(picture, cursor, stillView);
  return { picture, cursor };
}

const stageOf = (theme: "light" | "dark" = "light", shadows = false) =>
  createStage({ plan, theme, shadows, bottleneck: { station: "op30", settled: true } });

const places = (meshes: readonly InstancedMesh[]): string[] => {
  const matrix = new Matrix4();
  const at = new Vector3();
  return meshes
    .flatMap((mesh) =>
      Array.from({ length: mesh.count }, (_, i) => {
        mesh.getMatrixAt(i, matrix);
        at.setFromMatrixPosition(matrix);
        return at
          .toArray()
          .map((n) => n.toFixed(2))
          .join();
      }),
    )
    .sort();
};

describe("the scene graph is the picture", () => {
  it.each([0.6, 1.9, 3.4])("parts, where and as many as painted; lamps in their colours, at %d h", (hours) => {
    const { picture } = shownAt(hours);
    const stage = stageOf();
    stage.update(picture, 1, 0);
    const used = new Set(picture.parts.kind.slice(0, picture.parts.count));
    const shapes = [...used].map((form) =>
      withoutUndersides(merge(partShapes[partForms[form] ?? "piece"].primitives, tones)),
    );
    const corners = new Set(shapes.map((shape) => shape.getAttribute("position").count));
    // part meshes are told by what is drawn in them: moving, and with a form's own number of corners
    const meshes: InstancedMesh[] = [];
    stage.scene.traverse((thing) => {
      if (thing instanceof InstancedMesh && thing.visible && corners.has(thing.geometry.getAttribute("position").count))
        meshes.push(thing);
    });
    const painted = Array.from({ length: picture.parts.count }, (_, i) =>
      [picture.parts.x[i], picture.parts.y[i], picture.parts.z[i]].map((n) => (n ?? 0).toFixed(2)).join(),
    ).sort();
    const drawn = places(meshes);
    for (const place of painted) expect(drawn).toContain(place);
    expect(meshes.reduce((sum, mesh) => sum + mesh.count, 0)).toBeGreaterThanOrEqual(picture.parts.count);

    const lamps = findLamps(stage.scene);
    expect(Array.from(lamps?.array ?? [])).toEqual([...picture.unitLamp]);
    stage.dispose();
  });

  it("shows racked channels in the colours of the legend", () => {
    const base = machiningLine();
    const many = {
      ...base,
      stations: base.stations.map((station) =>
        station.id === "op10" ? { ...station, machines: 30, floor: { width: 0.25, depth: 0.2 } } : station,
      ),
    };
    const own = planLine(many);
    const run = syntheticTrace(many, 4);
    const cursor = new TraceCursor(run);
    const picture = createPicture(many, own, run);
    cursor.seek(3 * 3600e6);
    paint(picture, cursor, stillView);
    const stage = createStage({ plan: own, theme: "light", shadows: false, bottleneck: null });
    stage.update(picture, 1, 0);
    const fills = stateOrder.map((state) => new Color(stateLooks[state].fill).getHexString());
    const tiles: InstancedMesh[] = [];
    stage.scene.traverse((thing) => {
      if (thing instanceof InstancedMesh && thing.count === 30 && thing.instanceColor) tiles.push(thing);
    });
    const colour = new Color();
    const first = own.stations.find(({ id }) => id === "op10")?.firstMachine ?? 0;
    const match = tiles.some((mesh) =>
      Array.from({ length: 30 }, (_, i) => {
        mesh.getColorAt(i, colour);
        return colour.getHexString() === fills[picture.lamp[first + i] ?? 0];
      }).every(Boolean),
    );
    expect(match).toBe(true);
    stage.dispose();
  });
});

function findLamps(scene: Object3D): { array: ArrayLike<number> } | undefined {
  let found: { array: ArrayLike<number> } | undefined;
  scene.traverse((thing) => {
    const attribute = (thing as Mesh).geometry?.getAttribute("state");
    if (attribute) found = attribute as { array: ArrayLike<number> };
  });
  return found;
}

describe("shapes", () => {
  it("are never empty, nor is any piece of theirs that moves", () => {
    const lists = [
      ...shapeNames.map((name) => machineShapes[name].primitives),
      ...shapeNames.flatMap((name) => (machineShapes[name].movers ?? []).map((mover) => mover.primitives)),
      ...Object.values(thingShapes).map((shape) => shape.primitives),
      ...Object.values(partShapes).map((shape) => shape.primitives),
      ...Object.values(robotLinks),
      ...Object.values(vehicleShapes).map((shape) => shape.primitives),
    ];
    for (const primitives of lists) {
      const geometry = merge(primitives, tones);
      geometry.computeBoundingBox();
      const size = geometry.boundingBox?.getSize(new Vector3()) ?? new Vector3();
      expect(Math.min(size.x, size.y, size.z)).toBeGreaterThan(0.005);
      const numbers = geometry.getAttribute("position").array;
      expect(numbers.every(Number.isFinite)).toBe(true);
      geometry.dispose();
    }
  });

  it("have silhouettes of their own: no two machines fill the same boxes", () => {
    const seen = new Map<string, string>();
    for (const name of shapeNames) {
      const outline = JSON.stringify(machineShapes[name].primitives);
      expect(seen.get(outline), name).toBeUndefined();
      seen.set(outline, name);
    }
  });
});

describe("what it costs", () => {
  it("draws the machining line with 2 000 parts in at most 120 calls and 150 000 triangles", () => {
    const { picture } = shownAt(3);
    const count = 2000;
    const from = picture.parts;
    const fill = <T extends Float32Array | Uint8Array>(list: T): T => {
      const longer = new (list.constructor as new (n: number) => T)(count);
      for (let i = 0; i < count; i++) longer[i] = list[i % from.count] ?? 0;
      return longer;
    };
    const parts = {
      count,
      x: fill(from.x),
      y: fill(from.y),
      z: fill(from.z),
      yaw: fill(from.yaw),
      kind: fill(from.kind),
      tone: fill(from.tone),
      size: fill(from.size),
    };
    const stage = stageOf();
    stage.update({ ...picture, parts }, 1, 0);
    const { calls, triangles } = costOf(stage.scene);
    expect(calls).toBeLessThanOrEqual(120);
    expect(triangles).toBeLessThanOrEqual(150_000);
    stage.dispose();
  });

  it.each(lineFiles)("%s, with each of its plans, needs at most 100 calls before anybody is in it", (file) => {
    const scenario = readScenario(file);
    const singles = scenario.plans
      .flatMap(({ retrofits }) => retrofits)
      .map((one) => (typeof one === "string" ? one : one.id));
    for (const choice of [[], ...[...new Set(singles)].map((id) => [id])]) {
      const planned = plannedLine(scenario, choice);
      if (!planned.ok) continue;
      const own = planLine(planned.line, {
        changed: planned.changed,
        equipment: equipmentOf(planned.chosen, planned.line),
      });
      const stage = createStage({ plan: own, theme: "dark", shadows: false, bottleneck: null });
      expect(costOf(stage.scene).calls, choice.join()).toBeLessThanOrEqual(100);
      stage.dispose();
    }
  });

  it.each([false, true])("gives back everything it made (shadows: %s)", (shadows) => {
    const { picture } = shownAt(2);
    const stage = stageOf("dark", shadows);
    stage.update(picture, 1, 0);
    const alive = new Set<object>();
    stage.scene.traverse((thing) => {
      const { geometry, material } = thing as Partial<Mesh>;
      for (const owned of [geometry, ...(Array.isArray(material) ? material : [material])]) {
        if (!owned) continue;
        alive.add(owned);
        owned.addEventListener("dispose", () => alive.delete(owned));
      }
    });
    expect(alive.size).toBeGreaterThan(20);
    stage.dispose();
    expect(alive.size).toBe(0);
    expect(stage.scene.children).toHaveLength(0);
  });
});

describe("the camera", () => {
  it("knows the angles it was turned to, and fits points into the view beside the insets", () => {
    const camera = createCamera();
    const target = new Vector3(4, 0, 3);
    resize(camera, 900, 600);
    for (const [round, down] of Object.values(views)) {
      turnTo(camera, target, round, down);
      const [r, d] = anglesOf(camera, target);
      expect(d).toBeCloseTo(down, 3);
      if (down < 89) expect(r).toBeCloseTo(round, 3);
      const points = plan.machines.map(({ x, z }) => [x, 1, z] as const);
      fit(camera, target, points, { top: 40, right: 20, bottom: 10, left: 20 });
      const at = new Vector3();
      for (const point of points) {
        at.set(...point).project(camera as OrthographicCamera);
        expect(Math.abs(at.x)).toBeLessThanOrEqual(1);
        expect(Math.abs(at.y)).toBeLessThanOrEqual(1);
      }
    }
  });
});
