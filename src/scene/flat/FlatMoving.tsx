import { memo, useId } from "react";
import { mixHex, scenarioColour, stateLooks, stateOrder, themes, type ThemeName } from "../../look";
import { partForms } from "../plan/forms";
import { figureRoles, type Instances } from "../picture/picture";
import { cobot } from "../picture/robots";
import { vehicleKinds } from "../picture/vehicles";
import type { RunModel } from "../runModel";
import { cobotOutline, robotOutline } from "../shapes/robot";
import { partColours } from "../shapes/colours";
import type { Primitive } from "../shapes/primitive";
import { tonesOf } from "../shapes/tones";
import { vehicleShapes } from "../shapes/vehicles";
import { outlineOf } from "./outline";
import { rectangle } from "./pad";
import { partPaths } from "./paths";

/** Empty shells that `show` fills: parts by form, people by role, robots, lamps. */
export const FlatMoving = memo(function FlatMoving({ model, theme }: { model: RunModel; theme: ThemeName }) {
  const look = themes[theme];
  const ids = useId();
  const { raw, done, own } = partColours(theme);
  return (
    <g className="xj-flat-moving">
      <defs>
        {stateOrder.map((state) => {
          const { fill, glyph, glyphColour } = stateLooks[state];
          return (
            <g key={state} id={`${ids}${state}`}>
              <circle r={0.45} fill={look.ring} />
              <circle r={0.39} fill={fill} />
              <path
                d={glyph.d}
                transform="scale(0.036) translate(-8 -8)"
                fill={glyph.stroke === null ? glyphColour : "none"}
                stroke={glyph.stroke === null ? "none" : glyphColour}
                strokeWidth={glyph.stroke ?? 0}
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </g>
          );
        })}
      </defs>
      <g data-layer="parts">
        {partForms.map((form) => (
          <path key={form} fill={own[form] ?? mixHex(raw, done, 0.5)} stroke={look.floor} strokeWidth={0.03} />
        ))}
      </g>
      <g data-layer="people">
        {figureRoles.map((role) => (
          <g key={role}>
            <path
              fill={role === "operator" ? "#5D6B79" : role === "setter" ? stateLooks.setup.fill : stateLooks.down.fill}
              stroke="#FFFFFF"
              strokeWidth={0.06}
            />
            <path fill={role === "operator" ? "#DDE3E9" : "#FFFFFF"} />
            <path fill={scenarioColour(theme, "B")} />
          </g>
        ))}
      </g>
      <g data-layer="vehicles" />
      <g data-layer="robots" />
      <g>
        {model.plan.machines.map((machine, m) => {
          const spot = model.plan.stations[machine.station];
          if (!spot || !model.plan.units[machine.unit]?.isRack) return null;
          const pad = { ...machine, width: spot.machineWidth * 0.84, depth: spot.machineDepth * 0.84 };
          return <rect key={m} className="xj-flat-place" data-machine={m} {...rectangle(pad)} />;
        })}
      </g>
      <g data-layer="lamps" data-ids={ids}>
        {model.plan.units.map((unit, u) => (
          <g key={u} transform={`translate(${unit.x} ${unit.lampZ})`}>
            <use className="xj-flat-lamp" data-state={-1} />
          </g>
        ))}
      </g>
    </g>
  );
});

const disc = (x: number, z: number, r: number): string =>
  `M${(x - r).toFixed(2)} ${z.toFixed(2)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Writes the picture into the shells of a view. */
export function show(view: HTMLElement, { picture }: RunModel, theme: ThemeName): void {
  const layer = (name: string): Element | null => view.querySelector(`[data-layer="${name}"]`);
  const put = (element: Element | null | undefined, d: string): void => {
    if (element && element.getAttribute("d") !== d) element.setAttribute("d", d);
  };
  partPaths(picture.parts).forEach((d, form) => put(layer("parts")?.children[form], d));
  const { people, robots } = picture;
  figureRoles.forEach((_, role) => {
    let bodies = "";
    let hats = "";
    let fresh = "";
    for (let i = 0; i < people.count; i++) {
      if (people.kind[i] !== role) continue;
      bodies += disc(people.x[i] ?? 0, people.z[i] ?? 0, 0.3);
      // who came with the plan wears its colour
      const hat = disc(people.x[i] ?? 0, people.z[i] ?? 0, 0.14);
      if (people.tone[i] === 1) fresh += hat;
      else hats += hat;
    }
    const group = layer("people")?.children[role];
    put(group?.children[0], bodies);
    put(group?.children[1], hats);
    put(group?.children[2], fresh);
  });
  moveMarks(layer("robots"), robots, theme, (kind) => (kind === cobot ? cobotOutline : robotOutline));
  moveMarks(
    layer("vehicles"),
    picture.vehicles,
    theme,
    (kind) => vehicleShapes[vehicleKinds[kind] ?? "forklift"].primitives,
  );
  const lamps = layer("lamps");
  const ids = lamps?.getAttribute("data-ids") ?? "";
  view.querySelectorAll(".xj-flat-place").forEach((place) => {
    const state = stateOrder[picture.lamp[Number(place.getAttribute("data-machine"))] ?? 0] ?? "starved";
    const { fill } = stateLooks[state];
    if (place.getAttribute("fill") !== fill) place.setAttribute("fill", fill);
  });
  view.querySelectorAll(".xj-flat-lamp").forEach((lamp, u) => {
    const state = stateOrder[picture.unitLamp[u] ?? 0] ?? "starved";
    if (lamp.getAttribute("data-state") === state) return;
    lamp.setAttribute("data-state", state);
    lamp.setAttribute("href", `#${ids}${state}`);
  });
  view.classList.toggle("xj-off-shift", !picture.isOnShift);
}

/** One group an instance, made when it is first needed, moved and turned to where the instance is. */
function moveMarks(
  layer: Element | null,
  list: Instances,
  theme: ThemeName,
  shapeOf: (kind: number) => readonly Primitive[],
): void {
  if (!layer) return;
  while (layer.children.length < list.count)
    layer.appendChild(outlineMark(theme, shapeOf(list.kind[layer.children.length] ?? 0)));
  [...layer.children].forEach((mark, i) => {
    mark.setAttribute("display", i < list.count ? "inline" : "none");
    mark.setAttribute(
      "transform",
      `translate(${list.x[i] ?? 0} ${list.z[i] ?? 0}) rotate(${(-(list.yaw[i] ?? 0) * 180) / Math.PI})`,
    );
  });
}

function outlineMark(theme: ThemeName, primitives: readonly Primitive[]): SVGGElement {
  const space = "http://www.w3.org/2000/svg";
  const group = document.createElementNS(space, "g");
  const tones = tonesOf(theme);
  for (const part of outlineOf(primitives)) {
    const mark = document.createElementNS(space, "rect");
    const values: Record<string, string | number> = {
      x: part.x - part.width / 2,
      y: part.z - part.depth / 2,
      width: part.width,
      height: part.depth,
      rx: part.round ? part.width / 2 : 0.04,
      fill: tones[part.tone],
      stroke: tones.glass,
      "stroke-width": 0.03,
    };
    for (const [name, value] of Object.entries(values)) mark.setAttribute(name, String(value));
    group.appendChild(mark);
  }
  return group;
}
