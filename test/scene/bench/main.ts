// What `npm run bench:scene` measures, in a real browser: the page offers the pieces, the script drives them and counts.
import { WebGLRenderer } from "three";
import machining from "../../../scenarios/lines/machining.json";
import { watch } from "../../../src/engine";
import { checkScenario, Line, Run, ScenarioSchema } from "../../../src/model";
import { equipmentOf, type SceneRun } from "../../../src/scene";
import { modelRuns } from "../../../src/scene/runModel";
import { createGhost } from "../../../src/scene/three/ghost";
import { plannedLine } from "../../../src/store";
import {
  createPicture,
  type Instances,
  paint,
  type Picture,
  stillView,
  viewAt,
} from "../../../src/scene/picture/picture";
import { contentPoints } from "../../../src/scene/plan/content";
import { planLine } from "../../../src/scene/plan/planLine";
import { createCamera, fit, resize, turnTo, views } from "../../../src/scene/three/camera";
import { createStage, type Stage } from "../../../src/scene/three/stage";
import { TraceCursor } from "../../../src/trace";

const width = 1366;
const height = 768;
const hour = 3600e6;

interface Set {
  picture: Picture;
  cursor: TraceCursor;
  stage: Stage;
}

function setOf(line: Line, hours: number): Set {
  const trace = watch(line, Run.parse({}), 0, hours);
  const plan = planLine(line);
  const cursor = new TraceCursor(trace);
  const stage = createStage({ plan, theme: "light", shadows: false, bottleneck: null });
  return { picture: createPicture(line, plan, trace), cursor, stage };
}

/** The machining line, its parts repeated until there are so many to draw. */
function withParts(parts: Instances, count: number): Instances {
  const fill = <T extends Float32Array | Uint8Array>(list: T): T => {
    const longer = new (list.constructor as new (n: number) => T)(count);
    for (let i = 0; i < count; i++) longer[i] = list[i % Math.max(1, parts.count)] ?? 0;
    return longer;
  };
  const { x, y, z, yaw, kind, tone, size } = parts;
  return {
    count,
    x: fill(x),
    y: fill(y),
    z: fill(z),
    yaw: fill(yaw),
    kind: fill(kind),
    tone: fill(tone),
    size: fill(size),
  };
}

/** Today's machining line and the plan with a robot at the lathes, as both stand on one stage. */
function comparedSets(count: number): Set[] {
  const checked = checkScenario({ ...machining, policies: [] }, { retrofits: [], policies: [] });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const scenario = checked.value;
  const planned = plannedLine(scenario, ["A"]);
  if (!planned.ok) throw new Error("plan A does not fit the machining line");
  const runOf = (id: "A" | "B", line: Line): SceneRun => ({
    id,
    title: id,
    line,
    trace: watch(line, Run.parse({}), 0, 24),
  });
  const runs: SceneRun[] = [
    runOf("A", scenario.line),
    { ...runOf("B", planned.line), changed: planned.changed, equipment: equipmentOf(planned.chosen, planned.line) },
  ];
  return modelRuns(runs).map(({ plan, picture, cursor }) => {
    cursor.seek(10 * hour);
    paint(picture, cursor, stillView);
    const full = { ...picture, parts: withParts(picture.parts, count) };
    const stage = createStage({ plan, theme: "light", shadows: false, bottleneck: null });
    stage.update(full, 1, 0);
    return { picture: full, cursor, stage };
  });
}

/** Sixty stations of four machines in a row; the last one holds everything up, so that every rack fills. */
function longLine(): Line {
  const line = structuredClone(ScenarioSchema.parse(machining).line);
  const [, lathe] = line.stations;
  if (!lathe) throw new Error("the machining line has lost its lathes");
  const stations = Array.from({ length: 60 }, (_, i) => ({
    ...lathe,
    id: `s${i}`,
    kind: (["lathe", "vmc", "drillTap", "inspection", "washer", "bench"] as const)[i % 6] ?? "generic",
    machines: 4,
    setup: undefined,
    load: undefined,
    failures: [],
    quality: undefined,
    process: { time: i === 59 ? 1e6 : 24 },
  }));
  const flows = stations.slice(1).map((station, i) => ({ from: `s${i}`, to: station.id, capacity: 90 }));
  return Line.parse(JSON.parse(JSON.stringify({ ...line, stations, flows, calendar: { continuous: true } })));
}

function rendererOf(): WebGLRenderer {
  const renderer = new WebGLRenderer({ antialias: true });
  renderer.setSize(width, height);
  document.body.append(renderer.domElement);
  return renderer;
}

function draw(renderer: WebGLRenderer, { stage, picture }: Set): void {
  const camera = createCamera();
  resize(camera, width, height);
  const target = stage.scene.position.clone();
  turnTo(camera, target, ...views.iso);
  fit(camera, target, contentPoints(picture.plan), { top: 44, right: 18, bottom: 16, left: 18 });
  stage.clear(camera);
  renderer.render(stage.scene, camera);
}

const bench = {
  /** From this call to the first frame of the machining line, shaders included. */
  firstFrame(): number {
    const begun = performance.now();
    const renderer = rendererOf();
    const set = setOf(Line.parse(machining.line), 24);
    set.cursor.seek(10 * hour);
    paint(set.picture, set.cursor, stillView);
    set.stage.update(set.picture, 1, 0);
    draw(renderer, set);
    renderer.getContext().finish();
    const took = performance.now() - begun;
    set.stage.dispose();
    renderer.dispose();
    return took;
  },
  /** What the machining line with so many parts costs the renderer. */
  cost(count: number): { calls: number; triangles: number } {
    const renderer = rendererOf();
    const set = setOf(Line.parse(machining.line), 24);
    set.cursor.seek(10 * hour);
    paint(set.picture, set.cursor, stillView);
    const picture = { ...set.picture, parts: withParts(set.picture.parts, count) };
    set.stage.update(picture, 1, 0);
    draw(renderer, { ...set, picture });
    const { calls, triangles } = renderer.info.render;
    set.stage.dispose();
    renderer.dispose();
    return { calls, triangles };
  },
  /**
   * What the machining line beside a plan of it costs, each with so many parts, as the stage draws them: `swipe` both in
   * one place, each on its side of the divider; `ghost` the plan, and today's line pale in it (its depth, then its colour).
   */
  compared(count: number, mode: "swipe" | "ghost"): { calls: number; triangles: number } {
    const renderer = rendererOf();
    // added up over the passes of one frame
    renderer.info.autoReset = false;
    const sets = comparedSets(count);
    const camera = createCamera();
    resize(camera, width, height);
    const target = sets[0]!.stage.scene.position.clone();
    turnTo(camera, target, ...views.iso);
    fit(
      camera,
      target,
      sets.flatMap(({ picture }) => contentPoints(picture.plan)),
      { top: 44, right: 18, bottom: 46, left: 18 },
    );
    const ghost = createGhost("light");
    renderer.autoClear = false;
    renderer.setScissorTest(true);
    sets.forEach(({ stage }, i) => {
      stage.clear(camera);
      renderer.setScissor(mode === "swipe" && i === 1 ? width / 2 : 0, 0, mode === "swipe" ? width / 2 : width, height);
      if (mode === "swipe" || i === 1) renderer.render(stage.scene, camera);
    });
    if (mode === "ghost") ghost.draw(renderer, sets[0]!.stage.scene, camera);
    const { calls, triangles } = renderer.info.render;
    for (const { stage } of sets) stage.dispose();
    ghost.dispose();
    renderer.dispose();
    return { calls, triangles };
  },
  long: null as Set | null,
  /** Sets up the long line; how many stations, machines and parts there are to draw. */
  prepare(): { stations: number; machines: number; parts: number } {
    const set = setOf(longLine(), 16);
    bench.long = set;
    set.cursor.seek(15 * hour);
    paint(set.picture, set.cursor, stillView);
    set.stage.update(set.picture, 1, 0);
    const { plan, parts } = set.picture;
    return { stations: plan.stations.length, machines: plan.machines.length, parts: parts.count };
  },
  /** So many frames of playback at 60 ×; milliseconds of our own JavaScript in each. */
  frames(count: number): { mean: number; p95: number } {
    const set = bench.long;
    if (!set) throw new Error("prepare first");
    const took = new Float64Array(count);
    const view = { ...stillView };
    for (let i = 0; i < count; i++) {
      const now = 15 * hour + ((i % 1000) / 60) * 60e6 * 0.05;
      const begun = performance.now();
      set.cursor.seek(now);
      paint(set.picture, set.cursor, viewAt(now, 60, false, view));
      set.stage.update(set.picture, 1, 0);
      took[i] = performance.now() - begun;
    }
    took.sort();
    return { mean: took.reduce((a, b) => a + b, 0) / count, p95: took[Math.floor(count * 0.95)] ?? 0 };
  },
  short: null as (Set & { renderer: WebGLRenderer }) | null,
  /** Sets up the machining line over a day, drawn for real: what half an hour of playback is made of. */
  prepareDay(): void {
    const renderer = rendererOf();
    bench.short = { ...setOf(Line.parse(machining.line), 30), renderer };
  },
  /**
   * So many minutes of playback at 60 × and 30 frames a second, one frame after the other as fast as they come: state, picture and
   * scene of each, every 60th really drawn (software graphics would take the half hour itself). Frames made.
   */
  playback(minutes: number): number {
    const set = bench.short;
    if (!set) throw new Error("prepare the day first");
    const view = { ...stillView };
    const frames = minutes * 60 * 30;
    for (let i = 0; i < frames; i++) {
      const now = (((i * 2e6) / 3600e6) % 28) * hour + hour;
      set.cursor.seek(now);
      paint(set.picture, set.cursor, viewAt(now, 60, false, view));
      set.stage.update(set.picture, 1, 0);
      if (i % 60 === 0) draw(set.renderer, set);
    }
    return frames;
  },
  /** Builds, draws and gives back the machining line so many times; what the renderer still holds. */
  mounts(count: number): { geometries: number; textures: number } {
    const renderer = rendererOf();
    const line = Line.parse(machining.line);
    const { cursor } = setOf(line, 4);
    const plan = planLine(line);
    const picture = createPicture(line, plan, cursor.trace);
    cursor.seek(2 * hour);
    paint(picture, cursor, stillView);
    for (let i = 0; i < count; i++) {
      const stage = createStage({ plan, theme: i % 2 === 0 ? "light" : "dark", shadows: false, bottleneck: null });
      stage.update(picture, 1, 0);
      draw(renderer, { picture, cursor, stage });
      stage.dispose();
    }
    const { geometries, textures } = renderer.info.memory;
    renderer.dispose();
    return { geometries, textures };
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
