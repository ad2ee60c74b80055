import type { Line, Retrofit, StationKind } from "../../model";

/** Things that a retrofit puts into the hall, besides machines, robots and people. */
export const equipmentKinds = [
  "sensor",
  "gateway",
  "board",
  "camera",
  "gauge",
  "fixture",
  "meter",
  "cabinet",
  "takeOut",
  "pressArm",
  "hangingRail",
  "cart",
] as const;
export type EquipmentKind = (typeof equipmentKinds)[number];

/** A kind of thing and the stations it comes to; a cobot is no thing beside its robot, but what that robot is like. */
export interface Equipment {
  kind: EquipmentKind | "cobot";
  stations: string[];
}

/** What an entry of the catalogue brings; entries that are machines, robots or people are seen as such. */
const byEntry: Readonly<Record<string, readonly Equipment["kind"][]>> = {
  R02: ["cobot"],
  R04: ["fixture"],
  R05: ["sensor", "gateway"],
  R06: ["board"],
  R07: ["board"],
  R10: ["camera"],
  R11: ["gauge"],
  R12: ["sensor", "gateway"],
  R13: ["meter"],
  R15: ["cabinet"],
};

/** The sector's own machines (R14), told by the station they come to. */
const bySector: Partial<Record<StationKind, EquipmentKind>> = {
  injection: "takeOut",
  forgingPress: "pressArm",
  sewing: "hangingRail",
  hanging: "hangingRail",
  placer: "cart",
};

/** Which part of a station a thing acts on; a bundle touches stations for several reasons. */
const actsOn: Partial<Record<Equipment["kind"], RegExp>> = {
  cobot: /\.load\.operators/,
  fixture: /\.setup\.time$/,
  camera: /\.quality\.inspection/,
  gauge: /\.quality\.defectRate$/,
};

/** What the chosen retrofits put into the hall, and where: told by the catalogue entry and the stations they change. */
export function equipmentOf(chosen: readonly Retrofit[], line: Line): Equipment[] {
  const found = new Map<Equipment["kind"], Set<string>>();
  const bring = (kind: Equipment["kind"], stations: readonly string[]): void => {
    const known = found.get(kind) ?? new Set<string>();
    for (const id of stations) known.add(id);
    if (known.size > 0) found.set(kind, known);
  };
  for (const retrofit of chosen) {
    for (const entry of retrofit.catalogue) {
      for (const kind of byEntry[entry] ?? []) {
        const own = touched(retrofit, actsOn[kind], kind === "fixture" ? "set" : null);
        bring(kind, own.length > 0 ? own : touched(retrofit));
      }
      if (entry !== "R14") continue;
      for (const id of touched(retrofit)) {
        const station = line.stations.find((each) => each.id === id);
        const kind = station && bySector[station.kind];
        if (kind) bring(kind, [id]);
      }
    }
  }
  return [...found].map(([kind, stations]) => ({ kind, stations: [...stations] }));
}

/** Stations that a retrofit's effects name, all of them or those at which it acts in a certain way. */
function touched(retrofit: Retrofit, on?: RegExp, op: string | null = null): string[] {
  const ids = retrofit.effects.flatMap((effect) => {
    const id = /^stations\.([^.]+)\./.exec(effect.target)?.[1];
    return id === undefined || (on && !on.test(effect.target)) || (op !== null && effect.op !== op) ? [] : [id];
  });
  return [...new Set(ids)];
}
