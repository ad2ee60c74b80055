import type { LineFigures } from "../measure";
import type { Line, Quality, Station } from "../model";
import { type Load, promiseOf } from "./promise";
import { assumed, named, workshop } from "./proposalBase";
import type { Candidate } from "./proposalPeople";

/** Share of parts made bad before the pace-setting station, and seen only after it, from which an earlier look is worth a try. */
const enoughDefects = 0.005;
const detection = { low: 0.5, likely: 0.7, high: 0.85 };

/**
 * Quality where it pays: parts made bad before the station that sets the pace, and found only behind it, use its time for
 * nothing. The station just before it is given a look by its own people. What the later inspection does with a bad part
 * (scrap, repair) is done there; where it sends parts back through the line, nothing is proposed.
 */
export function qualityCandidates(line: Line, figures: LineFigures, load: Load): Candidate[] {
  const stations = new Map(line.stations.map((s) => [s.id, s]));
  const inflows = (id: string): string[] => (line.flows ?? series(line)).filter((f) => f.to === id).map((f) => f.from);
  const before = inflows(load.pace);
  const at = before.length === 1 ? stations.get(before[0]!) : undefined;
  if (at === undefined || at.quality?.inspection !== undefined || at.batch !== undefined || at.assembly !== undefined)
    return [];
  const unseen = unseenDefects(at.id, stations, inflows);
  const later = laterInspection(line, load.pace, stations);
  if (unseen < enoughDefects || later === null) return [];
  const { onReject } = later;
  if (typeof onReject === "object" && "rework" in onReject) return [];
  const [here, pace] = [named(at), named(stations.get(load.pace)!)];
  const path = `stations.${at.id}`;
  const slower = { low: 1.05, likely: 1.02, high: 1 };
  const found = unseen * detection.likely;
  const figure = figures.stations[at.id];
  return [
    {
      draft: {
        id: `check-${at.id}`,
        name: { zh: `${here.zh}：做完自检，坏件不往下走`, en: `${here.en}: check at once, pass no bad part on` },
        description: {
          zh: `坏件在“${pace.zh}”之前就挑出来，不再白占它的时间。`,
          en: `Bad parts are taken out before ${pace.en} and no longer use its time.`,
        },
        effects: [
          { target: `${path}.quality.inspection.detection`, op: "set", value: detection },
          {
            target: `${path}.quality.inspection.falseReject`,
            op: "set",
            value: { low: 0.02, likely: 0.01, high: 0.005 },
          },
          { target: `${path}.quality.inspection.reviewTime`, op: "set", value: 20 },
          { target: `${path}.quality.onReject`, op: "set", value: onReject },
          { target: `${path}.process.time`, op: "scale", value: slower },
          ...Object.keys(at.process.timeByProduct ?? {}).map((product) => ({
            target: `${path}.process.timeByProduct.${product}`,
            op: "scale" as const,
            value: slower,
          })),
        ],
        training: workshop,
        leadTimeWeeks: { low: 2, likely: 4, high: 8 },
        failureProbability: 0.1,
        skills: [{ zh: "首件与过程自检", en: "checking one's own work" }],
        evidence: [
          {
            claim: {
              zh: "人工目检在生产中能看出 60 至 85 % 的坏件；这里取 50、70、85 %。",
              en: "People see 60 to 85 % of bad parts in production; here 50, 70 and 85 %.",
            },
            source: "https://forgepulsx.com/blog/against-manual-visual-inspection-casting.html",
            grade: "V",
          },
          assumed(
            "自检多花 2 %（0 至 5 %）的加工时间，误判 1 %、复看 20 秒，为估计。",
            "Checking takes 2 % (0 to 5 %) more time, 1 % wrong rejects and 20 s of review: estimates.",
          ),
        ],
      },
      reason: { key: "lateScrap", params: { station: at.id, before: load.pace, share: unseen } },
      promise: promiseOf(load, {
        [load.pace]: load.highest * found,
        [at.id]: -0.02 * (figure?.working.mean ?? 0),
      }),
    },
  ];
}

/** Chance that a part leaving `id` carries a defect nobody has looked for, along the single way up to it. */
function unseenDefects(
  id: string,
  stations: ReadonlyMap<string, Station>,
  inflows: (id: string) => readonly string[],
): number {
  let good = 1;
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const station = stations.get(at);
    if (station === undefined || station.quality?.inspection !== undefined) break;
    good *= 1 - (station.quality?.defectRate ?? 0);
    const before: readonly string[] = inflows(at);
    at = before.length === 1 ? before[0] : undefined;
  }
  return 1 - good;
}

/** What the first inspection behind (or at) the pace-setting station does with bad parts; null = nobody inspects there. */
function laterInspection(line: Line, pace: string, stations: ReadonlyMap<string, Station>): Quality | null {
  const flows = line.flows ?? series(line);
  const reached = [pace];
  for (const id of reached) {
    const quality = stations.get(id)?.quality;
    if (quality?.inspection !== undefined) return quality;
    for (const f of flows) if (f.from === id && !reached.includes(f.to)) reached.push(f.to);
  }
  return null;
}

/** A line that leaves its flows out runs from station to station in the order of the file. */
function series({ stations }: Line): { from: string; to: string }[] {
  return stations.slice(1).map((s, i) => ({ from: stations[i]!.id, to: s.id }));
}
