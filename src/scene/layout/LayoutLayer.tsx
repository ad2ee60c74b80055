import { useEffect, useLayoutEffect, useRef, type PointerEvent, type RefObject } from "react";
import type { Project } from "../labels/labelLayer";
import { flowsOf } from "../plan/needs";
import type { Pad } from "../plan/types";
import type { StageApi } from "../stageApi";
import { footprintsOf } from "./footprints";
import { snapped } from "./grid";
import type { LayoutHand } from "./useLayout";

/** Moves the outlines to where the camera now sees their places. */
export type PlaceOutlines = (project: Project) => void;

interface LayoutLayerProps {
  hand: LayoutHand;
  api: RefObject<StageApi | null>;
  placer: RefObject<PlaceOutlines | null>;
  selected: string | null;
  onSelect(id: string): void;
}

/** so far, in pixels, a press is still a tap */
const tap = 6;

/** Footprints of all stations over the picture, to be taken hold of; the one in the hand where it would stand. */
export function LayoutLayer({ hand, api, placer, selected, onSelect }: LayoutLayerProps) {
  const svg = useRef<SVGSVGElement>(null);
  const last = useRef<Project | null>(null);
  const drag = useRef<{ id: string; dx: number; dz: number; x: number; y: number; moved: boolean } | null>(null);
  const { model, lifted } = hand;

  const place = (): void => {
    const project = last.current;
    const element = svg.current;
    if (project === null || element === null) return;
    const pixel: [number, number] = [0, 0];
    for (const polygon of element.querySelectorAll("polygon")) {
      const [x = 0, z = 0, width = 0, depth = 0] = (polygon.getAttribute("data-pad") ?? "").split(" ").map(Number);
      const corners = [
        [-0.5, -0.5],
        [0.5, -0.5],
        [0.5, 0.5],
        [-0.5, 0.5],
      ].map(([a = 0, b = 0]) => {
        project(x + a * width, 0.03, z + b * depth, pixel);
        return `${pixel[0].toFixed(1)},${pixel[1].toFixed(1)}`;
      });
      polygon.setAttribute("points", corners.join(" "));
    }
  };
  useEffect(() => {
    placer.current = (project) => {
      last.current = project;
      place();
    };
    api.current?.refresh();
    return () => void (placer.current = null);
  });
  useLayoutEffect(place);

  if (model === null) return null;
  const floorAt = (event: PointerEvent): [number, number] | null =>
    api.current?.floorAt(event.clientX, event.clientY) ?? null;
  const down = (event: PointerEvent<SVGElement>): void => {
    const id = event.target instanceof Element ? event.target.closest("[data-lift]")?.getAttribute("data-lift") : null;
    if (!id || event.button !== 0) return;
    event.stopPropagation();
    const at = floorAt(event);
    const spot = model.plan.stations.find((station) => station.id === id);
    if (!at || !spot) return;
    svg.current?.setPointerCapture(event.pointerId);
    const from = lifted?.station === id ? lifted : { x: spot.room.x, z: spot.room.z };
    drag.current = { id, dx: from.x - at[0], dz: from.z - at[1], x: event.clientX, y: event.clientY, moved: false };
    onSelect(id);
  };
  const move = (event: PointerEvent): void => {
    const own = drag.current;
    if (!own) return;
    if (!own.moved) {
      if (Math.hypot(event.clientX - own.x, event.clientY - own.y) < tap) return;
      own.moved = true;
      if (lifted?.station !== own.id) hand.lift(own.id);
    }
    const at = floorAt(event);
    if (at) hand.moveTo(snapped(at[0] + own.dx), snapped(at[1] + own.dz));
  };
  const up = (event: PointerEvent): void => {
    const own = drag.current;
    if (!own) return;
    event.stopPropagation();
    drag.current = null;
    if (own.moved) {
      // let go where it does not fit: it goes back, and the reason stays to be read
      if (!hand.drop()) hand.refuse();
    } else if (lifted === null) hand.lift(own.id);
    else hand.drop();
  };
  const cancel = (): void => {
    if (drag.current?.moved) hand.cancel();
    drag.current = null;
  };

  const flows = flowsOf(model.run.line);
  const feet = footprintsOf(model.plan, flows);
  const next = lifted && footprintsOf(lifted.plan, flows);
  const isHeld = (s: number): boolean => model.plan.stations[s]?.id === lifted?.station;
  const inTheWay = new Set((lifted?.conflicts ?? (hand.refused ? [hand.refused] : [])).flatMap(({ a, b }) => [a, b]));
  return (
    <svg
      ref={svg}
      className="xj-layout"
      aria-hidden
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={cancel}
    >
      <pattern id="xj-layout-no" width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={3} height={8} className="xj-layout-no" />
      </pattern>
      {feet.map((foot, s) => {
        const id = model.plan.stations[s]?.id;
        return (
          <g
            key={id}
            data-lift={id}
            data-selected={id === selected}
            data-blocked={inTheWay.has(s)}
            data-left={isHeld(s)}
          >
            {foot.things.map((pad, i) => (
              <Outline key={i} pad={pad} kind="thing" />
            ))}
            <Outline pad={foot.room} kind="room" />
          </g>
        );
      })}
      {next?.map((foot, s) =>
        isHeld(s) ? (
          <g
            key={s}
            className="xj-layout-held"
            data-lift={lifted?.station}
            data-testid="layout-held"
            data-blocked={(lifted?.conflicts.length ?? 0) > 0}
          >
            {foot.things.map((pad, i) => (
              <Outline key={i} pad={pad} kind="thing" />
            ))}
            <Outline pad={foot.room} kind="room" />
          </g>
        ) : null,
      )}
    </svg>
  );
}

function Outline({ pad, kind }: { pad: Pad; kind: "room" | "thing" }) {
  return <polygon data-pad={`${pad.x} ${pad.z} ${pad.width} ${pad.depth}`} data-kind={kind} />;
}
