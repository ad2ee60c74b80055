import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from "react";
import { themeVariables } from "../look";
import { subscribe } from "../store";
import { createCapture } from "./capture/capture";
import { comparedRects } from "./compare";
import { Divider } from "./Divider";
import { FlatPlan } from "./flat/FlatPlan";
import { createLabelLayer, type LabelLayer } from "./labels/labelLayer";
import type { NoteBoard } from "./labels/notes";
import { snapped } from "./layout/grid";
import { LayoutLayer, type PlaceOutlines } from "./layout/LayoutLayer";
import { LayoutNote } from "./layout/LayoutNote";
import { useLayout } from "./layout/useLayout";
import { aspectOf } from "./aspect";
import { modelRuns } from "./runModel";
import "./scene.css";
import { pressKey } from "./sceneKeys";
import { SceneTitles } from "./SceneTitles";
import { SceneTools, type Look } from "./SceneTools";
import type { StageApi, StageView } from "./stageApi";
import { stationsOf } from "./spoken";
import { useSize } from "./useSize";
import { useSpokenState } from "./useSpokenState";
import type { LineSceneProps, SceneQuality } from "./types";

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

/** The line, or two lines beside one another or in one place, replayed from their traces at the clock's time. */
export function LineScene(props: LineSceneProps) {
  const { runs, clock, language, selected, onSelect, quality, theme, reducedMotion, labels, overlay, onContextLost } =
    props;
  const { compare = "split", onCompare, isLayout = false, onLayout, capture } = props;
  const all = useMemo(() => modelRuns(runs), [runs]);
  // it is today's line that is laid out; a plan's stations stand where today's do
  const models = useMemo(() => (isLayout ? all.slice(0, 1) : all), [all, isLayout]);
  const root = useRef<HTMLDivElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const labelLayer = useRef<LabelLayer | null>(null);
  const labelVersion = useRef(0);
  const notes = useRef<NoteBoard["current"]>([]);
  const outlines = useRef<PlaceOutlines | null>(null);
  const divide = useRef(0.5);
  const api = useRef<StageApi | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  const [view, setView] = useState<StageView | "follow">("iso");
  const ids = useId();
  const mode = models.length > 1 ? compare : "split";

  const aspect = useMemo(() => aspectOf(models, quality === "flat"), [models, quality]);
  const rects = useMemo(
    () => comparedRects(mode, models.length, size.width, size.height, aspect),
    [mode, models.length, size, aspect],
  );

  // the words over the picture: made with the runs, written at most four times a second
  useEffect(() => {
    const host = labelHost.current;
    if (!host) return;
    const layer = createLabelLayer(host, models, language, notes);
    labelLayer.current = {
      ...layer,
      place(project, ...rest) {
        layer.place(project, ...rest);
        outlines.current?.(project);
      },
    };
    return () => {
      labelLayer.current = null;
      layer.dispose();
    };
  }, [models, language]);
  useEffect(() => {
    let measured = -Infinity;
    const write = (): void => {
      for (const model of models) model.cursor.seek(clock.now);
      // what the page lays over the picture comes, goes and grows: looked at once a second, because looking lays out the page
      if (performance.now() - measured > 1000) {
        measured = performance.now();
        labelLayer.current?.remeasure();
      }
      labelLayer.current?.write(labels, language, selected);
      labelVersion.current++;
    };
    write();
    // one nudge, so that a still picture also moves its labels
    for (const listener of clock.frameListeners) listener();
    return subscribe(clock, write);
  }, [models, clock, labels, language, selected, rects, overlay]);
  useImperativeHandle(
    capture,
    () =>
      createCapture(
        () => root.current,
        () => api.current,
      ),
    [],
  );

  const stations = useMemo(() => stationsOf(models), [models]);
  const { states, announcement } = useSpokenState(models, clock, labels, language, selected, stations);
  const hand = useLayout(isLayout ? (models[0] ?? null) : null, onLayout ?? noMove);

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
  // a layout is read from above; afterwards the line is seen at an angle again
  const wasLayout = useRef(false);
  useEffect(() => {
    if (isLayout !== wasLayout.current) look(isLayout ? "top" : "iso");
    wasLayout.current = isLayout;
  }, [isLayout, look]);

  const step = (event: KeyboardEvent): void => {
    const isOurs =
      (!event.ctrlKey && !event.metaKey && !event.altKey && hand.key(event, selected)) ||
      pressKey(event, {
        stations,
        selected,
        isWalking: view === "walk",
        canCompare: models.length > 1,
        stage: api.current,
        look,
        compare: (to) => onCompare?.(to),
        select: onSelect,
      });
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
  };

  // a click is a press that has not become a drag
  const press = useRef({ x: 0, y: 0 });
  const onPointerDown = (event: PointerEvent): void => {
    press.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (event.button !== 0 || Math.hypot(event.clientX - press.current.x, event.clientY - press.current.y) > 5) return;
    list.current?.focus({ preventScroll: true });
    const floor = hand.lifted === null ? null : (api.current?.floorAt(event.clientX, event.clientY) ?? null);
    if (floor !== null) {
      hand.moveTo(snapped(floor[0]), snapped(floor[1]));
      hand.drop();
      return;
    }
    onSelect(stationUnder(event) ?? null);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    api.current?.hover(stationUnder(event));
  };
  const stationUnder = (event: PointerEvent): string | null => {
    const label = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-station]") : null;
    return label?.dataset.station ?? api.current?.pick(event.clientX, event.clientY)?.station ?? null;
  };

  const shared = {
    models,
    rects,
    compare: mode,
    divide,
    clock,
    theme,
    reducedMotion,
    selected,
    labelLayer,
    labelVersion,
    notes,
    api,
    overlay,
  };
  const ready = size.width > 0 && size.height > 0;
  return (
    <div
      ref={root}
      className="xj-scene"
      data-quality={quality}
      data-theme={theme}
      data-compare={mode}
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
        {isLayout && <LayoutLayer hand={hand} api={api} placer={outlines} selected={selected} onSelect={onSelect} />}
        <div ref={labelHost} className="xj-scene-labels" aria-hidden />
      </div>
      <SceneTitles models={models} rects={rects} mode={mode} theme={theme} labels={labels} />
      {mode === "swipe" && (
        <Divider
          label={labels.divider}
          start={divide.current}
          onMove={(to) => {
            divide.current = to;
            api.current?.refresh();
          }}
        />
      )}
      {isLayout && <LayoutNote hand={hand} labels={labels} language={language} />}
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

const noMove = (): void => undefined;
