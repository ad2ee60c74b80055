import { createRoot, useFrame, useThree, type ReconcilerRoot } from "@react-three/fiber";
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { type OrthographicCamera, Vector3, type WebGLRenderer } from "three";
import { MapControls } from "three/addons/controls/MapControls.js";
import { themes, type ThemeName } from "../../look";
import { onEveryChange, speedFactor, subscribe, type PlaybackClock } from "../../store";
import type { LabelLayer, Project } from "../labels/labelLayer";
import { glideFor, paint } from "../picture/picture";
import { pickStation } from "../pick";
import type { RunModel } from "../runModel";
import type { StageApi } from "../stageApi";
import type { SceneQuality } from "../types";
import type { ViewRect } from "../views";
import { createCamera, fit, resize, turnTo } from "./camera";
import { takeRenderer, type PreparedRenderer } from "./renderer";
import { createStage, type Stage } from "./stage";

export { prepareEarly } from "./renderer";

export interface Stage3dProps {
  models: readonly RunModel[];
  rects: readonly ViewRect[];
  clock: PlaybackClock;
  theme: ThemeName;
  quality: SceneQuality;
  /** of the stage, in CSS pixels */
  width: number;
  height: number;
  reducedMotion: boolean;
  selected: string | null;
  labelLayer: RefObject<LabelLayer | null>;
  /** counts up when labels have new words and must find their places again */
  labelVersion: RefObject<number>;
  api: RefObject<StageApi | null>;
  onContextLost?: (() => void) | undefined;
}

/**
 * The lines in three dimensions: one canvas, one camera, one view a run. Drawn only when something has changed; without a
 * run nothing is drawn, but everything gets ready.
 */
export default function Stage3d(props: Stage3dProps) {
  const { quality, width, height } = props;
  const full = quality === "full";
  const host = useRef<HTMLDivElement>(null);
  const [stand, setStand] = useState<Stand | null>(null);

  // a canvas of our own instead of the library's component: it may have been prepared before this component was there
  useLayoutEffect(() => {
    const { renderer, hall } = takeRenderer(full);
    const canvas = renderer.domElement;
    canvas.tabIndex = -1;
    host.current?.append(canvas);
    const root = createRoot(canvas);
    setStand({ root, renderer, hall });
    return () => {
      root.unmount();
      hall.dispose();
      canvas.remove();
    };
  }, [full]);

  useLayoutEffect(() => {
    if (!stand) return;
    const { root, renderer, hall } = stand;
    void root.configure({
      // handed over as made here, so that it is also released with the root
      gl: () => renderer,
      size: { width, height, top: 0, left: 0 },
      flat: true,
      frameloop: "demand",
      dpr: full ? [1, 2] : 1,
      // without a light that casts them there are none; the kind is part of every shader, so it stays the prepared one
      shadows: "percentage",
    });
    root.render(<Director {...props} onFirstDraw={() => hall.dispose()} />);
  });

  return <div ref={host} className="xj-scene-canvas" aria-hidden />;
}

interface Stand extends PreparedRenderer {
  root: ReconcilerRoot<HTMLCanvasElement>;
}

interface DirectorProps extends Stage3dProps {
  onFirstDraw(): void;
}

/** What changes from frame to frame, kept out of React. */
interface Direction {
  stages: Stage[];
  isFirst: boolean;
  camera: OrthographicCamera;
  controls: MapControls | null;
  /** the viewer has moved the camera: leave it where it is when the size changes */
  moved: boolean;
  stale: boolean;
}

/** room for the titles and for what is written over the lamps at the back */
const insets = { top: 44, right: 18, bottom: 16, left: 18 };

function Director(props: DirectorProps) {
  const {
    models,
    rects,
    clock,
    theme,
    quality,
    reducedMotion,
    selected,
    labelLayer,
    labelVersion,
    api,
    onContextLost,
  } = props;
  const gl = useThree((state) => state.gl);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const direction = useRef<Direction | null>(null);
  const seen = useRef({ labels: -1, time: Number.NaN });
  direction.current ??= {
    stages: [],
    isFirst: true,
    camera: createCamera(),
    controls: null,
    moved: false,
    stale: true,
  };

  useEffect(() => {
    const now = direction.current;
    if (!now) return;
    now.stages = models.map(({ run, plan }) =>
      createStage({ plan, theme, shadows: quality === "full", bottleneck: run.bottleneck ?? null }),
    );
    seen.current.time = Number.NaN;
    invalidate();
    return () => {
      for (const stage of now.stages) stage.dispose();
      now.stages = [];
    };
  }, [models, theme, quality, invalidate]);

  useEffect(() => {
    const now = direction.current;
    if (!now) return;
    const controls = new MapControls(now.camera, gl.domElement);
    controls.enableDamping = !reducedMotion;
    controls.maxPolarAngle = (85 * Math.PI) / 180;
    controls.minZoom = 3;
    controls.maxZoom = 160;
    controls.zoomSpeed = 1.6;
    const onChange = (): void => {
      now.stale = true;
      invalidate();
    };
    const onStart = (): void => void (now.moved = true);
    controls.addEventListener("change", onChange);
    controls.addEventListener("start", onStart);
    const before = now.controls;
    if (before) controls.target.copy(before.target);
    else turnTo(now.camera, controls.target, "iso");
    now.controls = controls;
    return () => controls.dispose();
  }, [gl, invalidate, reducedMotion]);

  useEffect(() => {
    gl.setClearColor(themes[theme].page, 1);
    invalidate();
  }, [gl, theme, invalidate]);

  useEffect(() => {
    const canvas = gl.domElement;
    const lost = (event: Event): void => {
      event.preventDefault();
      onContextLost?.();
    };
    canvas.addEventListener("webglcontextlost", lost);
    return () => canvas.removeEventListener("webglcontextlost", lost);
  }, [gl, onContextLost]);

  useEffect(() => {
    const now = direction.current;
    const rect = rects[0];
    if (!now?.controls || !rect) return;
    resize(now.camera, rect.width, rect.height);
    now.controls.panSpeed = size.height > 0 ? rect.height / size.height : 1;
    if (!now.moved && models.length > 0)
      fit(
        now.camera,
        now.controls.target,
        models.map((model) => model.plan),
        insets,
      );
    now.stale = true;
    invalidate();
  }, [rects, models, size, invalidate]);

  useEffect(() => {
    const leave = [onEveryChange(clock, () => invalidate()), subscribe(clock, () => invalidate())];
    return () => leave.forEach((stop) => stop());
  }, [clock, invalidate]);

  useEffect(() => {
    direction.current?.stages.forEach((stage, i) => {
      stage.select(models[i]?.plan.stations.findIndex((spot) => spot.id === selected) ?? -1);
    });
    invalidate();
  }, [selected, models, theme, quality, invalidate]);

  useEffect(() => {
    const now = direction.current;
    const plans = models.map((model) => model.plan);
    api.current = {
      fit() {
        if (!now?.controls || plans.length === 0) return;
        fit(now.camera, now.controls.target, plans, insets);
        now.moved = false;
        now.stale = true;
        invalidate();
      },
      turn(view) {
        if (!now?.controls) return;
        turnTo(now.camera, now.controls.target, view);
        this.fit();
      },
      zoomBy(factor) {
        if (!now) return;
        now.camera.zoom = Math.min(160, Math.max(3, now.camera.zoom * factor));
        now.camera.updateProjectionMatrix();
        now.moved = true;
        now.stale = true;
        invalidate();
      },
      pick(clientX, clientY) {
        if (!now) return null;
        const box = gl.domElement.getBoundingClientRect();
        const x = clientX - box.left;
        const y = clientY - box.top;
        const run = rects.findIndex((r) => x >= r.left && x < r.left + r.width && y >= r.top && y < r.top + r.height);
        const rect = rects[run];
        const model = models[run];
        if (!rect || !model) return null;
        const origin = new Vector3(
          ((x - rect.left) / rect.width) * 2 - 1,
          1 - ((y - rect.top) / rect.height) * 2,
          -1,
        ).unproject(now.camera);
        const ahead = now.camera.getWorldDirection(new Vector3());
        const station = model.plan.stations[pickStation(model.plan, origin.toArray(), ahead.toArray())];
        return station ? { run, station: station.id } : null;
      },
    };
    return () => void (api.current = null);
  }, [api, gl, invalidate, models, rects]);

  useFrame((state) => {
    const now = direction.current;
    if (now && models.length > 0)
      draw(
        now,
        props,
        state.gl,
        size.height,
        state.clock.elapsedTime,
        seen.current,
        labelVersion.current,
        labelLayer.current,
      );
  }, 1);
  return null;
}

/** One frame: the state at the clock's time, each run into its view, labels where the camera now sees them. */
function draw(
  now: Direction,
  { models, rects, clock, reducedMotion, onFirstDraw }: DirectorProps,
  gl: WebGLRenderer,
  height: number,
  realSeconds: number,
  seen: { labels: number; time: number },
  labelVersion: number,
  labelLayer: LabelLayer | null,
): void {
  now.controls?.update();
  const { camera } = now;
  const lampSize = Math.max(0.95, 15 / camera.zoom);
  const pulse = reducedMotion || !clock.playing ? 0 : 0.5 - 0.5 * Math.cos(realSeconds * 2 * Math.PI);
  const view = viewOf(clock, reducedMotion);
  gl.setScissorTest(false);
  gl.autoClear = false;
  gl.clear();
  gl.setScissorTest(true);
  for (let i = 0; i < models.length; i++) {
    const model = models[i];
    const stage = now.stages[i];
    const rect = rects[i];
    if (!model || !stage || !rect) continue;
    model.cursor.seek(clock.now);
    paint(model.picture, model.cursor, view);
    stage.update(model.picture, lampSize, pulse);
    const bottom = height - rect.top - rect.height;
    gl.setViewport(rect.left, bottom, rect.width, rect.height);
    gl.setScissor(rect.left, bottom, rect.width, rect.height);
    gl.render(stage.scene, camera);
  }
  if (now.isFirst) onFirstDraw();
  now.isFirst = false;
  if (labelLayer && (now.stale || seen.labels !== labelVersion)) {
    now.stale = false;
    seen.labels = labelVersion;
    // seen from above, labels stand beside their machines instead of over them
    const above = (camera.matrixWorld.elements[9] ?? 0) > 0.93;
    labelLayer.place(projector(camera, rects[0]), rects, camera.zoom, above);
  }
}

const view = { glide: 0 };
function viewOf(clock: PlaybackClock, reducedMotion: boolean): { glide: number } {
  view.glide = glideFor(speedFactor(clock.speed), reducedMotion);
  return view;
}

const point = new Vector3();
function projector(camera: OrthographicCamera, rect: ViewRect | undefined): Project {
  camera.updateMatrixWorld();
  return (x, y, z, out) => {
    point.set(x, y, z).project(camera);
    out[0] = ((point.x + 1) / 2) * (rect?.width ?? 1);
    out[1] = ((1 - point.y) / 2) * (rect?.height ?? 1);
  };
}
