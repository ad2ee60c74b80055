import { memo, useId } from "react";
import { mixHex, scenarioColour, stateLooks, themes, type ThemeName } from "../../look";
import { newPads, touchedPads } from "../plan/changes";
import { frameStrips } from "../plan/frames";
import { rackSlot } from "../plan/rack";
import { marksOf, sceneryOf } from "../plan/scenery";
import type { LinePlan, Rack } from "../plan/types";
import { machineShapes } from "../shapes/machines";
import type { Shape, Tone } from "../shapes/primitive";
import { thingShapes } from "../shapes/things";
import { tonesOf } from "../shapes/tones";
import { outlineOf } from "./outline";
import { padPath, rectangle } from "./pad";

/** Everything that stands still. */
export const FlatHall = memo(function FlatHall({
  plan,
  theme,
  bottleneck,
}: {
  plan: LinePlan;
  theme: ThemeName;
  bottleneck: { station: string; settled: boolean } | null;
}) {
  const look = themes[theme];
  const tones = tonesOf(theme);
  const grid = useId();
  const slot: [number, number] = [0, 0];
  const racks = [...plan.racks, ...plan.raws, ...plan.reworks].filter((rack) => rack !== null && rack.slots > 0);
  const slots = racks
    .filter((rack) => !rack?.isBelt)
    .flatMap((rack) =>
      Array.from({ length: rack?.slots ?? 0 }, (_, i) => {
        if (rack) rackSlot(rack, i * rack.perSlot, slot);
        const mark = (rack?.pitch ?? 0) * 0.83;
        return padPath({ x: slot[0], z: slot[1], width: mark, depth: mark });
      }),
    )
    .join("");
  const narrow = plan.stations.find((spot) => spot.id === bottleneck?.station);
  const b = scenarioColour(theme, "B");
  return (
    <g>
      <g className="xj-flat-ground">
        <pattern id={grid} width={1} height={1} patternUnits="userSpaceOnUse">
          <path d="M0 0H1M0 0V1" stroke={look.grid} strokeWidth={0.05} fill="none" />
        </pattern>
        <rect
          x={plan.minX}
          y={plan.minZ}
          width={plan.maxX - plan.minX}
          height={plan.maxZ - plan.minZ}
          fill={look.floor}
          className="xj-flat-floor"
        />
        <rect
          x={plan.minX}
          y={plan.minZ}
          width={plan.maxX - plan.minX}
          height={plan.maxZ - plan.minZ}
          fill={`url(#${grid})`}
          stroke={look.controlEdge}
          strokeWidth={0.12}
        />
        <path d={plan.walkways.map(padPath).join("")} fill={mixHex(look.floor, look.grid, 0.8)} />
        <path
          d={plan.routes.flatMap((route) => route.strips.map(padPath)).join("")}
          fill={mixHex(look.grid, look.trim, 0.18)}
        />
        {plan.routes.map((route, i) => (
          <path
            key={i}
            d="M0 0L-0.5 -0.32V0.32Z"
            transform={`translate(${route.head.x} ${route.head.z}) rotate(${(-route.head.yaw * 180) / Math.PI})`}
            fill={mixHex(look.grid, look.trim, 0.18)}
          />
        ))}
        {(["edge", "lane"] as const).map((tone) => (
          <path
            key={tone}
            d={marksOf(plan)
              .filter((mark) => mark.tone === tone)
              .map(padPath)
              .join("")}
            fill={mixHex(look.grid, look.trim, tone === "lane" ? 0.32 : 0.16)}
          />
        ))}
      </g>
      <g className="xj-flat-things">
        {newPads(plan).map((pad, i) => (
          <rect key={i} {...rectangle(pad)} fill={b} fillOpacity={0.25} stroke={b} strokeWidth={0.12} />
        ))}
        {touchedPads(plan).map((pad, i) => (
          <rect key={i} {...rectangle(pad)} fill="none" stroke={b} strokeWidth={0.12} />
        ))}
        {narrow ? (
          <>
            <path d={frameStrips(narrow, 0.62, 0.14, !bottleneck?.settled).map(padPath).join("")} fill="#16212B" />
            <path d={frameStrips(narrow, 0.45, 0.14, !bottleneck?.settled).map(padPath).join("")} fill="#FFFFFF" />
          </>
        ) : null}
        {racks.map((rack, i) =>
          rack ? (
            <rect
              key={i}
              {...rectangle(rack)}
              fill={look.belt}
              fillOpacity={rack.isBelt ? 1 : 0.55}
              stroke={tones.trim}
              strokeWidth={0.06}
            />
          ) : null,
        )}
        <path
          d={racks.flatMap((rack) => (rack?.isBelt ? chevrons(rack) : [])).join("")}
          fill="none"
          stroke={mixHex(look.belt, look.floor, 0.45)}
          strokeWidth={0.06}
        />
        <path
          d={slots}
          fill={mixHex(look.belt, theme === "light" ? "#FFFFFF" : "#000000", theme === "light" ? 0.72 : 0.4)}
        />
        <path
          d={sceneryOf(plan)
            .filter((box) => box.tone === "wood")
            .map(padPath)
            .join("")}
          fill={mixHex(look.belt, "#C9B79C", 0.5)}
        />
        <path
          d={sceneryOf(plan)
            .filter((box) => box.tone === "bin")
            .map(padPath)
            .join("")}
          fill={stateLooks.down.fill}
        />
        <path
          d={sceneryOf(plan)
            .filter((box) => box.tone === "fence")
            .map(padPath)
            .join("")}
          fill={tones.trim}
        />
        {plan.units.map((unit, u) =>
          unit.isRack ? (
            <rect
              key={u}
              {...rectangle({ ...unit, width: unit.width + 0.12, depth: unit.depth + 0.12 })}
              fill={tones.trim}
            />
          ) : null,
        )}
        {plan.machines.map((machine, m) => {
          const spot = plan.stations[machine.station];
          // machines of a rack show their states instead, in the moving layer
          if (!spot || plan.units[machine.unit]?.isRack) return null;
          const shape = machineShapes[spot.shape];
          return (
            <g
              key={m}
              transform={`translate(${machine.x} ${machine.z}) scale(${spot.machineWidth / shape.width} ${spot.machineDepth / shape.depth})`}
            >
              <Outlines shape={shape} tones={tones} />
            </g>
          );
        })}
        {plan.things.map((thing, i) => (
          <g key={i} transform={`translate(${thing.x} ${thing.z})`}>
            <Outlines shape={thingShapes[thing.kind]} tones={{ ...tones, belt: b }} />
          </g>
        ))}
      </g>
    </g>
  );
});

/** Which way a belt moves: an arrow every 1.2 m. */
function chevrons({ x, z, width, depth, flow }: Rack): string[] {
  const count = Math.max(1, Math.round(width / 1.2));
  return Array.from({ length: count }, (_, i) => {
    const at = x - width / 2 + ((i + 0.5) / count) * width;
    const [back, half] = [0.14 * flow, depth * 0.28];
    return `M${(at - back).toFixed(2)} ${(z - half).toFixed(2)}L${(at + back).toFixed(2)} ${z.toFixed(2)}L${(at - back).toFixed(2)} ${(z + half).toFixed(2)}`;
  });
}

/** A machine from above, its moving pieces where they rest. */
function Outlines({ shape, tones }: { shape: Shape; tones: Readonly<Record<Tone, string>> }) {
  const all = [...shape.primitives, ...(shape.movers ?? []).flatMap((mover) => mover.primitives)];
  return outlineOf(all).map((part, i) => (
    <rect
      key={i}
      x={part.x - part.width / 2}
      y={part.z - part.depth / 2}
      width={part.width}
      height={part.depth}
      rx={part.round ? part.width / 2 : 0.05}
      fill={tones[part.tone]}
      stroke={mixHex(tones[part.tone], tones.glass, 0.4)}
      strokeWidth={0.03}
    />
  ));
}

export function FlatSelection({
  plan,
  theme,
  selected,
}: {
  plan: LinePlan;
  theme: ThemeName;
  selected: string | null;
}) {
  const spot = plan.stations.find((station) => station.id === selected);
  return spot ? <path d={frameStrips(spot, 0.3, 0.16).map(padPath).join("")} fill={themes[theme].action} /> : null;
}
