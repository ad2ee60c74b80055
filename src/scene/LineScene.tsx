import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from "react";
import { scenarioColour, themeVariables } from "../look";
import { subscribe } from "../store";
import { FlatPlan } from "./flat/FlatPlan";
import { createLabelLayer, type LabelLayer } from "./labels/labelLayer";
import { contentPoints, type Point } from "./plan/content";
import { modelRuns, type RunModel } from "./runModel";
import "./scene.css";
import { SceneTools, type Look } from "./SceneTools";
import type { StageApi, StageView } from "./stageApi";
import { stationsOf } from "./spoken";
import { useSpokenState } from "./useSpokenState";
import type { LineSceneProps, SceneQuality } from "./types";
import { viewRects } from "./views";

// three is loaded only when it is wanted: the flat plan never asks for it
const loadStage3d = () => import("./three/Stage3d");
let early: ReturnType<typeof loadStage3d> | null = null;
const Stage3d = lazy(() => early ?? loadStage3d());

/** Fetches the 3D part early and has its shaders compiled on this context, to be ready when the first trace is. */
export async function preloadStage3d(context: WebGL2RenderingContext | null, quality: SceneQuality): Promise<void> {
  early = loadStage3d().then((stage3d) => {
    if (context !== null) stage3d.prepareEarly(context, quality === "full");
    return stage3d;
  });
  // a failed download is told by the stage when it asks for it
  await early.catch(() => undefined);
}

const viewKeys: Readonly<Record<string, StageView>> = { "1": "iso", "2": "top", "3": "along", "4": "walk" };
/** on foot: metres ahead, metres to the right, degrees to the left */
const walkKeys: Readonly<Record<string, [number, number, number]>> = {
  w: [0.8, 0, 0],
  s: [-0.8, 0, 0],
  a: [0, -0.6, 0],
  d: [0, 0.6, 0],
  q: [0, 0, 15],
  e: [0, 0, -15],
};

/** The line, or two lines beside one another, replayed from their traces at the clock's time. */
export function LineScene(props: LineSceneProps) {
  const { runs, clock, language, selected, onSelect, quality, theme, reducedMotion, labels, overlay, onContextLost } =
    props;
  const models = useMemo(() => modelRuns(runs), [runs]);
  const root = useRef<HTMLDivElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const labelLayer = useRef<LabelLayer | null>(null);
  const labelVersion = useRef(0);
  const api = useRef<StageApi | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [view, setView] = useState<StageView | "follow">("iso");
  const ids = useId();

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const read = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, []);

  const aspect = useMemo(() => aspectOf(models, quality === "flat"), [models, quality]);
  const rects = useMemo(() => viewRects(models.length, size.width, size.height, aspect), [models.length, size, aspect]);

  // the words over the picture: made with the runs, written at most four times a second
  useEffect(() => {
    const host = labelHost.current;
    if (!host) return;
    const layer = createLabelLayer(host, models, language);
    labelLayer.current = layer;
    return () => {
      labelLayer.current = null;
      layer.dispose();
    };
  }, [models, language]);
  useEffect(() => {
    const write = (): void => {
      for (const model of models) model.cursor.seek(clock.now);
      labelLayer.current?.write(labels, language, selected);
      labelVersion.current++;
    };
    write();
    // one nudge, so that a still picture also moves its labels
    for (const listener of clock.frameListeners) listener();
    return subscribe(clock, write);
  }, [models, clock, labels, language, selected, rects]);

  const stations = useMemo(() => stationsOf(models), [models]);
  const { states, announcement } = useSpokenState(models, clock, labels, language, selected, stations);

  const look = useCallback(
    (to: Look) => {
      const stage = api.current;
      if (!stage) return;
      if (to === "fit") {
        stage.fit();
        setView((now) => (now === "walk" || now === "follow" ? "iso" : now));
      } else if (to === "focus") {
        if (selected !== null) stage.focus(selected);
      } else if (to === "follow") {
        setView((now) => (stage.follow(selected, now !== "follow") ? "follow" : "iso"));
      } else {
        stage.turn(to);
        setView(to);
      }
    },
    [selected],
  );
  const step = useCallback(
    (event: KeyboardEvent) => {
      const at = stations.findIndex((station) => station.id === selected);
      const to =
        event.key === "ArrowRight" || event.key === "ArrowDown"
          ? at + 1
          : event.key === "ArrowLeft" || event.key === "ArrowUp"
            ? at < 0
              ? stations.length - 1
              : at - 1
            : event.key === "Home"
              ? 0
              : event.key === "End"
                ? stations.length - 1
                : null;
      const feet = walkKeys[event.key.toLowerCase()];
      const shortcut = viewKeys[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && selected !== null) onSelect(null);
      else if (event.key === "+" || event.key === "=") api.current?.zoomBy(1.25);
      else if (event.key === "-") api.current?.zoomBy(0.8);
      else if (event.key === "0") look("fit");
      else if (event.key === "9") look("focus");
      else if (event.key === "5") look("follow");
      else if (shortcut) look(shortcut);
      else if (feet && view === "walk") api.current?.walk(...feet);
      else if (to === null) return;
      else onSelect(stations[Math.min(stations.length - 1, Math.max(0, to))]?.id ?? null);
      event.preventDefault();
      event.stopPropagation();
    },
    [stations, selected, onSelect, look, view],
  );

  // a click is a press that has not become a drag
  const press = useRef({ x: 0, y: 0 });
  const onPointerDown = (event: PointerEvent): void => {
    press.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (event.button !== 0 || Math.hypot(event.clientX - press.current.x, event.clientY - press.current.y) > 5) return;
    const label = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-station]") : null;
    onSelect(label?.dataset.station ?? api.current?.pick(event.clientX, event.clientY)?.station ?? null);
    list.current?.focus({ preventScroll: true });
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    const label = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-station]") : null;
    api.current?.hover(label?.dataset.station ?? api.current.pick(event.clientX, event.clientY)?.station ?? null);
  };

  const shared = { models, rects, clock, theme, reducedMotion, selected, labelLayer, labelVersion, api, overlay };
  const ready = size.width > 0 && size.height > 0;
  return (
    <div
      ref={root}
      className="xj-scene"
      data-quality={quality}
      data-theme={theme}
      lang={language}
      style={themeVariables(theme)}
    >
      <div
        ref={list}
        className="xj-scene-list"
        role="listbox"
        tabIndex={0}
        aria-label={labels.scene}
        aria-activedescendant={
          selected !== null && stations.some((station) => station.id === selected) ? `${ids}${selected}` : undefined
        }
        onKeyDown={step}
      >
        {stations.map((station, i) => (
          <div key={station.id} id={`${ids}${station.id}`} role="option" aria-selected={station.id === selected}>
            {states[i] ?? station.id}
          </div>
        ))}
      </div>
      <div
        className="xj-scene-stage"
        onPointerDown={onPointerDown}
        onPointerUp={onPointerUp}
        onPointerMove={onPointerMove}
        onPointerLeave={() => api.current?.hover(null)}
      >
        {!ready || (quality === "flat" && models.length === 0) ? null : quality === "flat" ? (
          <FlatPlan {...shared} />
        ) : (
          <Suspense fallback={models.length > 0 && <p className="xj-scene-wait">{labels.loading}</p>}>
            <Stage3d
              {...shared}
              quality={quality}
              language={language}
              labels={labels}
              width={size.width}
              height={size.height}
              onContextLost={onContextLost}
            />
          </Suspense>
        )}
        <div ref={labelHost} className="xj-scene-labels" aria-hidden />
      </div>
      {models.map(({ run }, i) => (
        <p
          key={run.id}
          className="xj-scene-title"
          style={{
            left: (rects[i]?.left ?? 0) + 12,
            top: (rects[i]?.top ?? 0) + 10,
            color: scenarioColour(theme, run.id),
          }}
        >
          {run.title}
        </p>
      ))}
      {models.length === 2 ? <hr className="xj-scene-divide" style={dividerStyle(rects)} aria-hidden /> : null}
      {models.length > 0 && (
        <SceneTools
          labels={labels}
          isFlat={quality === "flat"}
          view={view}
          hasSelection={selected !== null}
          onLook={look}
          onZoom={(factor) => api.current?.zoomBy(factor)}
        />
      )}
      <p className="xj-scene-spoken" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

function dividerStyle(
  rects: readonly { left: number; top: number; width: number; height: number }[],
): Record<string, number> {
  const [a, b] = rects;
  if (!a || !b) return {};
  return b.left > a.left
    ? { left: b.left - 1, top: 0, width: 1, height: a.height }
    : { left: 0, top: b.top - 1, width: a.width, height: 1 };
}

/** Width by height of what is to be seen: the plan itself, or its look from 45° round and 35° down. */
function aspectOf(models: readonly RunModel[], flat: boolean): number {
  if (flat) {
    const width = Math.max(1, ...models.map(({ plan }) => plan.maxX - plan.minX));
    return width / Math.max(1, ...models.map(({ plan }) => plan.maxZ - plan.minZ));
  }
  const points = models.flatMap(({ plan }) => contentPoints(plan));
  const range = (of: (point: Point) => number): number => {
    const values = points.map(of);
    return Math.max(1, Math.max(...values) - Math.min(...values));
  };
  const half = Math.SQRT1_2;
  return range(([x, , z]) => (x - z) * half) / range(([x, y, z]) => y * 0.8192 - (x + z) * half * 0.5736);
}
