import { stationPoints } from "../plan/content";
import type { LinePlan } from "../plan/types";
import type { ViewRect } from "../views";
import type { Project } from "./labelLayer";
import type { Box } from "./settle";

/** a label may touch the frame round a station, not what stands inside */
const inner = 0.7;
const pixel: [number, number] = [0, 0];

/** Where the machines of a station are seen in a view, as a box that labels keep off; none where it is not. */
export function bodyOf(plan: LinePlan, station: string | null, project: Project, rect: ViewRect | undefined): Box[] {
  const s = plan.stations.findIndex((spot) => spot.id === station);
  if (s < 0 || !rect) return [];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of stationPoints(plan, s)) {
    project(...point, pixel);
    left = Math.min(left, rect.left + pixel[0]);
    right = Math.max(right, rect.left + pixel[0]);
    top = Math.min(top, rect.top + pixel[1]);
    bottom = Math.max(bottom, rect.top + pixel[1]);
  }
  const width = (right - left) * inner;
  const height = (bottom - top) * inner;
  return [{ x: (left + right) / 2, y: (top + bottom) / 2 - height / 2, width, height, priority: 0, hidden: false }];
}
