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
import type { StageApi } from "./stageApi";
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

/** The line, or two lines beside one another, replayed from their traces at the clock's time. */
export function LineScene(props: LineSceneProps) {
  const { runs, clock, language, selected, onSelect, quality, theme, reducedMotion, labels, onContextLost } = props;
  const models = useMemo(() => modelRuns(runs), [runs]);
  const root = useRef<HTMLDivElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const labelLayer = useRef<LabelLayer | null>(null);
  const labelVersion = useRef(0);
  const api = useRef<StageApi | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
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
      if (event.key === "Escape" && selected !== null) onSelect(null);
      else if (event.key === "+" || event.key === "=") api.current?.zoomBy(1.25);
      else if (event.key === "-") api.current?.zoomBy(0.8);
      else if (to === null) return;
      else onSelect(stations[Math.min(stations.length - 1, Math.max(0, to))]?.id ?? null);
      event.preventDefault();
      event.stopPropagation();
    },
    [stations, selected, onSelect],
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

  const shared = { models, rects, clock, theme, reducedMotion, selected, labelLayer, labelVersion, api };
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
      <div className="xj-scene-stage" onPointerDown={onPointerDown} onPointerUp={onPointerUp}>
        {!ready || (quality === "flat" && models.length === 0) ? null : quality === "flat" ? (
          <FlatPlan {...shared} />
        ) : (
          <Suspense fallback={models.length > 0 && <p className="xj-scene-wait">{labels.loading}</p>}>
            <Stage3d
              {...shared}
              quality={quality}
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
        <div className="xj-scene-tools">
          <Tool label={labels.zoomIn} d="M8 3.5V12.5M3.5 8H12.5" onPress={() => api.current?.zoomBy(1.3)} />
          <Tool label={labels.zoomOut} d="M3.5 8H12.5" onPress={() => api.current?.zoomBy(1 / 1.3)} />
          <Tool label={labels.fit} d="M3 6V3H6M10 3H13V6M13 10V13H10M6 13H3V10" onPress={() => api.current?.fit()} />
          {quality === "flat" ? null : (
            <>
              <Tool label={labels.top} d="M3 3H13V13H3ZM3 8H13M8 3V13" onPress={() => api.current?.turn("top")} />
              <Tool
                label={labels.iso}
                d="M8 2.5L13 5.2V10.8L8 13.5L3 10.8V5.2ZM3 5.2L8 8L13 5.2M8 8V13.5"
                onPress={() => api.current?.turn("iso")}
              />
            </>
          )}
        </div>
      )}
      <p className="xj-scene-spoken" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

function Tool({ label, d, onPress }: { label: string; d: string; onPress: () => void }) {
  return (
    <button type="button" className="xj-scene-tool" title={label} aria-label={label} onClick={onPress}>
      <svg viewBox="0 0 16 16" width={18} height={18} aria-hidden>
        <path d={d} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </button>
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
