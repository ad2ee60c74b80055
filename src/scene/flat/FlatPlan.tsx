import { useEffect, useRef, type RefObject } from "react";
import type { ThemeName } from "../../look";
import { onEveryChange, speedFactor, subscribe, type PlaybackClock } from "../../store";
import { runAt, visibleRects, type CompareMode } from "../compare";
import type { LabelLayer } from "../labels/labelLayer";
import type { NoteBoard } from "../labels/notes";
import { paint, stillView, viewAt } from "../picture/picture";
import { FlatOverlay } from "../overlays/FlatOverlay";
import type { OverlayInput } from "../overlays/types";
import { shownNotes, useMarks } from "../overlays/useMarks";
import type { RunModel } from "../runModel";
import type { StageApi } from "../stageApi";
import type { ViewRect } from "../views";
import { FlatHall, FlatSelection } from "./FlatHall";
import { FlatMoving, show } from "./FlatMoving";
import { paintViews } from "./paintViews";

export interface FlatPlanProps {
  models: readonly RunModel[];
  rects: readonly ViewRect[];
  compare: CompareMode;
  divide: RefObject<number>;
  clock: PlaybackClock;
  theme: ThemeName;
  reducedMotion: boolean;
  selected: string | null;
  overlay: OverlayInput | undefined;
  labelLayer: RefObject<LabelLayer | null>;
  labelVersion: RefObject<number>;
  notes: NoteBoard;
  api: RefObject<StageApi | null>;
}

/** Middle of the view in metres, pixels a metre; shared by both runs. */
interface FlatView {
  x: number;
  z: number;
  zoom: number;
  moved: boolean;
}

const frameMs = 80;
const moment = { ...stillView };

/** The hall from straight above, in SVG: for machines without WebGL, with the same lamps, parts, people and selection. */
export function FlatPlan({
  models,
  rects,
  compare,
  divide,
  clock,
  theme,
  reducedMotion,
  selected,
  overlay,
  labelLayer,
  labelVersion,
  notes,
  api,
}: FlatPlanProps) {
  const marks = useMarks(models, overlay, clock, theme);
  useEffect(() => {
    notes.current = shownNotes(marks, compare);
    api.current?.refresh();
  }, [marks, compare, notes, api]);
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<FlatView>({ x: 0, z: 0, zoom: 12, moved: false });
  const redraw = useRef<() => void>(() => undefined);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const views = [...element.querySelectorAll<HTMLElement>(".xj-flat-view")];
    const union = models.reduce(
      (box, { plan }) => ({
        minX: Math.min(box.minX, plan.minX),
        maxX: Math.max(box.maxX, plan.maxX),
        minZ: Math.min(box.minZ, plan.minZ),
        maxZ: Math.max(box.maxZ, plan.maxZ),
      }),
      { minX: Infinity, maxX: -Infinity, minZ: Infinity, maxZ: -Infinity },
    );
    const now = view.current;
    const frame = (): void => {
      const rect = rects[0];
      if (!rect) return;
      // titles above, buttons below where there is the height for both
      const top = 44;
      const bottom = rect.height >= 560 ? 84 : rect.height > 300 ? 52 : 10;
      now.zoom = Math.max(
        1,
        Math.min(
          (rect.width - 20) / (union.maxX - union.minX),
          (rect.height - top - bottom) / (union.maxZ - union.minZ),
        ),
      );
      now.x = (union.minX + union.maxX) / 2;
      now.z = (union.minZ + union.maxZ) / 2 - (top - bottom) / 2 / now.zoom;
      now.moved = false;
    };
    const look = (): void => {
      rects.forEach((rect, i) => {
        const width = rect.width / now.zoom;
        const height = rect.height / now.zoom;
        const box = `${now.x - width / 2} ${now.z - height / 2} ${width} ${height}`;
        views[i]?.querySelectorAll("svg").forEach((svg) => svg.setAttribute("viewBox", box));
        // lamps keep a legible size however far away
        views[i]?.style.setProperty("--xj-lamp", String(Math.max(1, 17 / now.zoom / 0.9)));
      });
      places();
    };
    const places = (): void => {
      const rect = rects[0];
      if (!rect) return;
      const visible = visibleRects(compare, rects, divide.current);
      rects.forEach((own, i) => {
        const view = views[i];
        const seen = visible[i];
        if (!view) return;
        const left = seen ? seen.left - own.left : 0;
        const right = seen ? own.width - left - seen.width : 0;
        view.style.clipPath = left > 0 || right > 0 ? `inset(0 ${right}px 0 ${left}px)` : "";
      });
      labelLayer.current?.place(
        (x, _y, z, out) => {
          out[0] = rect.width / 2 + (x - now.x) * now.zoom;
          out[1] = rect.height / 2 + (z - now.z) * now.zoom;
        },
        rects,
        now.zoom,
        true,
        visible,
      );
    };
    let words = -1;
    const update = (): void => {
      models.forEach((model, i) => {
        model.cursor.seek(clock.now);
        paint(model.picture, model.cursor, viewAt(clock.now, speedFactor(clock.speed), reducedMotion, moment));
        const view = views[i];
        if (view) show(view, model, theme);
      });
      if (words !== labelVersion.current) {
        words = labelVersion.current;
        places();
      }
    };
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        update();
      }, frameMs);
    };
    redraw.current = () => {
      update();
      look();
    };
    if (!now.moved) frame();
    redraw.current();
    const leave = [onEveryChange(clock, soon), subscribe(clock, soon)];

    let drag: { x: number; y: number } | null = null;
    const down = (event: PointerEvent): void => void (drag = { x: event.clientX, y: event.clientY });
    const move = (event: PointerEvent): void => {
      if (!drag || event.buttons === 0) return;
      now.x -= (event.clientX - drag.x) / now.zoom;
      now.z -= (event.clientY - drag.y) / now.zoom;
      drag = { x: event.clientX, y: event.clientY };
      now.moved = true;
      look();
    };
    const up = (): void => void (drag = null);
    const zoomBy = (factor: number): void => {
      now.zoom = Math.min(160, Math.max(2, now.zoom * factor));
      now.moved = true;
      look();
    };
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15);
    };
    const aim = (clientX: number, clientY: number): { run: number; x: number; z: number } | null => {
      const box = element.getBoundingClientRect();
      const x = clientX - box.left;
      const y = clientY - box.top;
      const run = runAt(visibleRects(compare, rects, divide.current), x, y);
      const rect = rects[run];
      if (!rect) return null;
      return {
        run,
        x: now.x + (x - rect.left - rect.width / 2) / now.zoom,
        z: now.z + (y - rect.top - rect.height / 2) / now.zoom,
      };
    };
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("wheel", wheel, { passive: false });
    api.current = {
      fit() {
        frame();
        look();
      },
      turn() {
        frame();
        look();
      },
      focus(station) {
        const rect = rects[0];
        const spot = models.map(({ plan }) => plan.stations.find(({ id }) => id === station)).find(Boolean);
        if (!rect || !spot) return;
        now.x = spot.x;
        now.z = spot.z;
        now.zoom = Math.min(62, rect.width / (spot.width + 5), rect.height / (spot.depth + 5));
        now.moved = true;
        look();
      },
      // one view, no feet: the flat plan is looked at from above
      follow: () => false,
      walk: () => undefined,
      hover: () => undefined,
      zoomBy,
      pick(clientX, clientY) {
        const at = aim(clientX, clientY);
        const hit =
          at &&
          models[at.run]?.plan.stations.find(
            (spot) => Math.abs(at.x - spot.x) <= spot.width / 2 && Math.abs(at.z - spot.z) <= spot.depth / 2,
          );
        return at && hit ? { run: at.run, station: hit.id } : null;
      },
      floorAt(clientX, clientY) {
        const at = aim(clientX, clientY);
        return at && [at.x, at.z];
      },
      refresh: places,
      pixelsPerMetre: () => now.zoom,
      paintInto: (pen, scale) => paintViews(pen, scale, views, rects),
    };
    return () => {
      if (timer !== null) clearTimeout(timer);
      leave.forEach((stop) => stop());
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("wheel", wheel);
      api.current = null;
    };
  }, [models, rects, compare, divide, clock, theme, reducedMotion, labelLayer, labelVersion, api]);

  return (
    <div ref={host} className="xj-flat" aria-hidden>
      {models.map((model, i) => {
        const rect = rects[i];
        if (!rect) return null;
        // of the two in one place today's lies below: it shows where the plan has nothing
        const isGhost = compare === "ghost" && models.length > 1;
        return (
          <div
            key={model.run.id}
            className={`xj-flat-view${!isGhost ? "" : i === 0 ? " xj-flat-ghost" : " xj-flat-over"}`}
            style={{ left: rect.left, top: rect.top, width: rect.width, height: rect.height }}
          >
            <svg>
              <FlatHall plan={model.plan} theme={theme} bottleneck={model.run.bottleneck ?? null} />
              {marks[i] && !(isGhost && i === 0) && <FlatOverlay marks={marks[i]} />}
              <FlatSelection plan={model.plan} theme={theme} selected={selected} />
            </svg>
            {/* what moves is a picture of its own: the browser need not draw the hall again with every part */}
            <svg className="xj-flat-over-hall">
              <FlatMoving model={model} theme={theme} />
            </svg>
          </div>
        );
      })}
    </div>
  );
}
