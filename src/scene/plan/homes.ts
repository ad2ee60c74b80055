import type { Line } from "../../model";
import { homePitch } from "./measures";
import { mostOnDuty, poolsAt } from "./needs";
import { overlap, pads } from "./pads";
import type { Home, LinePlan, Pad, StationSpot } from "./types";

/** a crowd of the usual size stands eight abreast; a large one in two rows, to fit between the rows of machines */
const perRow = (people: number): number => (people > 16 ? Math.ceil(people / 2) : Math.min(8, people));

/** Where the idle people of each pool wait: in front of the machines they serve, clear of everything else. */
export function placeHomes(line: Line, plan: LinePlan): (Home | null)[] {
  const taken: Pad[] = [...pads(plan), ...plan.stations.map((spot) => spot.room)];
  return line.operators.map((pool, p): Home | null => {
    const people = mostOnDuty(pool);
    if (pool.kind === "robot" || people === 0) return null;
    const served = plan.stations.filter((_, s) =>
      poolsAt(line.stations[s] as Line["stations"][number]).includes(pool.id),
    );
    const own = served.length > 0 ? mainRow(served) : plan.stations;
    const columns = perRow(people);
    const rows = Math.ceil(people / columns);
    const home: Home = {
      pool: p,
      columns,
      x: own.reduce((sum, spot) => sum + spot.x, 0) / own.length,
      z: 0,
      width: columns * homePitch + 0.3,
      depth: rows * homePitch + 0.3,
    };
    const front = Math.max(...own.map(({ room }) => room.z + room.depth / 2)) + 1.3 + home.depth / 2;
    const wanted = home.x;
    // further and further to the front: in front of everything there is always room
    search: for (home.z = front; ; home.z += 0.6) {
      for (let step = 0; step < 15; step++) {
        for (const side of [1, -1]) {
          home.x = wanted + side * step * 0.5;
          if (!taken.some((pad) => overlap(pad, home, 0.35))) break search;
        }
      }
    }
    taken.push(home);
    return home;
  });
}

/** Of the stations a pool serves, those in the row where most of them stand. */
function mainRow(served: StationSpot[]): StationSpot[] {
  let best: StationSpot[] = [];
  for (const spot of served) {
    const row = served.filter((other) => Math.abs(other.room.z - spot.room.z) < 2);
    if (row.length > best.length) best = row;
  }
  return best;
}
