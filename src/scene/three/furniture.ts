import { Color } from "three";
import { mixHex, scenarioColour } from "../../look";
import { newPads, touchedPads } from "../plan/changes";
import { frameStrips } from "../plan/frames";
import { rackSlot } from "../plan/rack";
import { sceneryOf } from "../plan/scenery";
import type { LinePlan, Rack } from "../plan/types";
import { sceneryColours } from "../shapes/colours";
import { flush, paintPads, place } from "./instanced";
import type { Kit } from "./kit";

/** Racks with a mark for each place, bins, pallets, rails and fences; what the plan changed, and the bottleneck. */
export function addFurniture(kit: Kit, plan: LinePlan, bottleneck: { station: string; settled: boolean } | null): void {
  const { look, theme } = kit;
  const colours = sceneryColours(theme);
  const colour = new Color();
  const boxes = sceneryOf(plan);
  const boxMesh = kit.add(kit.cube, kit.solid, boxes.length, { cast: true });
  boxMesh.count = boxes.length;
  boxes.forEach((item, i) => {
    place(boxMesh, i, item.x, item.y, item.z, 0, item.width, item.height, item.depth);
    boxMesh.setColorAt(i, colour.set(colours[item.tone]));
  });
  flush(boxMesh);

  // every place of a rack is marked, so that what is missing can be counted too
  const racks = [...plan.racks, ...plan.raws, ...plan.reworks].filter(
    (rack) => rack !== null && !rack.isBelt,
  ) as Rack[];
  const trays = kit.add(
    kit.tile,
    kit.paint,
    racks.reduce((sum, rack) => sum + rack.slots, 0),
  );
  const tray = new Color(mixHex(look.floor, look.belt, theme === "light" ? 0.16 : 0.45));
  const at: [number, number] = [0, 0];
  for (const rack of racks) {
    const mark = rack.pitch * 0.8;
    for (let i = 0; i < rack.slots; i++) {
      rackSlot(rack, i * rack.perSlot, at);
      trays.setColorAt(trays.count, tray);
      place(trays, trays.count++, at[0], rack.height - 0.012, at[1], 0, mark, 1, mark);
    }
  }
  flush(trays);

  // what is new stands on B's colour, what was changed is framed in it; the bottleneck has a double ring, ink and white
  const b = scenarioColour(theme, "B");
  const tint = mixHex(look.floor, b, theme === "light" ? 0.26 : 0.32);
  const fresh = newPads(plan);
  const narrow = plan.stations.find((spot) => spot.id === bottleneck?.station);
  const ring = (inset: number, ink: string) =>
    narrow ? frameStrips(narrow, inset, 0.14, !bottleneck?.settled).map((strip) => ({ ...strip, colour: ink })) : [];
  const marks = [
    ...fresh.map((pad) => ({ ...pad, colour: tint })),
    ...fresh.flatMap((pad) => frameStrips(pad, 0, 0.1).map((strip) => ({ ...strip, colour: b }))),
    ...touchedPads(plan).flatMap((pad) => frameStrips(pad, 0, 0.09).map((strip) => ({ ...strip, colour: b }))),
    ...ring(0.62, "#16212B"),
    ...ring(0.45, "#FFFFFF"),
  ];
  paintPads(kit.add(kit.tile, kit.paint, marks.length), marks, 0.026);
}
