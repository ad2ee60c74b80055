import type { LineFigures } from "../measure";
import { distributionMean, type Failure, type Line, type Station } from "../model";
import { type Load, promiseOf, waitsFor } from "./promise";
import { askedBy, assumed, type Draft, named, workshop } from "./proposalBase";
import type { Candidate } from "./proposalPeople";

const smedShare = { low: 0.9, likely: 0.7, high: 0.4 };
const shortStopShare = { low: 0.95, likely: 0.88, high: 0.75 };
/** A stop repaired in less than this is a short stop: order and upkeep shorten it, spare parts do not. */
const shortStopSeconds = 900;

const setupStudies: Draft["evidence"] = [
  {
    claim: {
      zh: "换型改善不花钱也能缩短 60 %；同行评议的案例为 30 %。这里取 10、30、60 %。",
      en: "Set-up work took out 60 % without spending; a reviewed case found 30 %. Here 10, 30 and 60 %.",
    },
    source: "https://manufacturingmanagement.co.uk/content/features/just-a-minute",
    grade: "V",
  },
];
/** Set-ups, short stops and lots: what can be arranged otherwise without buying. */
export function setupCandidates(line: Line, figures: LineFigures, load: Load): Candidate[] {
  return [
    ...line.stations.flatMap((station) => [
      ...shorterSetups(line, figures, load, station),
      ...fewerShortStops(figures, load, station),
    ]),
    ...largerLots(line, figures, load),
  ];
}

function shorterSetups(line: Line, figures: LineFigures, load: Load, station: Station): Candidate[] {
  const of = figures.stations[station.id];
  if (station.setup === undefined || of === undefined || of.setup.mean < 0.02) return [];
  const { zh, en } = named(station);
  const saved = 1 - smedShare.likely;
  return [
    {
      draft: {
        id: `smed-${station.id}`,
        name: { zh: `${zh}：换型改善（SMED）`, en: `${en}: quicker set-ups (SMED)` },
        description: {
          zh: "把换型拆成机内机外，拍录像、备好工具和程序；不买设备，换型时间减三成。",
          en: "Filmed, split into what can be done beside the machine, tools and programs laid ready: a third less time, nothing bought.",
        },
        effects: [{ target: `stations.${station.id}.setup.time`, op: "scale", value: smedShare }],
        training: workshop,
        failureProbability: 0.1,
        skills: [{ zh: "换型录像分析", en: "filming and splitting change-overs" }],
        evidence: [...setupStudies, assumed("费用和学习时间为估计。", "Cost and time to learn are estimates.")],
      },
      reason: { key: "setup", params: { station: station.id, share: of.setup.mean } },
      promise: promiseOf(load, freedBySetups(line, figures, [station], saved)),
    },
  ];
}

/** Shorter or rarer set-ups free the station itself, and the others of some of their wait for the same setter. */
function freedBySetups(
  line: Line,
  figures: LineFigures,
  stations: readonly Station[],
  saved: number,
): Record<string, number> {
  const work = (s: Station): number => {
    const of = figures.stations[s.id]!;
    return s.machines * (of.setup.mean - of.waitingSetter.mean + of.down.mean - of.waitingRepairer.mean);
  };
  const freed: Record<string, number> = {};
  for (const station of stations) {
    freed[station.id] = (freed[station.id] ?? 0) + saved * figures.stations[station.id]!.setup.mean;
    for (const pool of askedBy(station).setter) {
      const all = line.stations.filter((s) => [...askedBy(s).setter, ...askedBy(s).repairer].includes(pool));
      const total = all.reduce((sum, s) => sum + work(s), 0);
      const relieved = total > 0 ? (saved * work(station)) / total : 0;
      for (const [id, wait] of Object.entries(waitsFor(line, figures, pool)))
        if (id !== station.id) freed[id] = (freed[id] ?? 0) + wait * Math.min(1, 2 * relieved);
    }
  }
  return freed;
}

const isShortStop = (failure: Failure): boolean =>
  failure.timeToFailure !== undefined &&
  distributionMean(failure.timeToRepair) <= shortStopSeconds &&
  distributionMean(failure.timeToFailure) > 0;

function fewerShortStops(figures: LineFigures, load: Load, station: Station): Candidate[] {
  const of = figures.stations[station.id];
  const stops = station.failures.filter(isShortStop);
  if (of === undefined || stops.length === 0) return [];
  const ratio = stops.reduce(
    (sum, f) => sum + distributionMean(f.timeToRepair) / distributionMean(f.timeToFailure!),
    0,
  );
  const share = Math.min(of.down.mean, ratio * of.working.mean);
  const { zh, en } = named(station);
  return [
    {
      draft: {
        id: `stops-${station.id}`,
        name: { zh: `${zh}：缩短小停机（5S、自主保养）`, en: `${en}: shorter short stops (5S, upkeep)` },
        description: {
          zh: "备好易损件，写清处理步骤，班前点检；小停机短一成多。",
          en: "Wear parts at hand, clear steps, a check before the shift: short stops get an eighth shorter.",
        },
        effects: stops.map((f) => ({
          target: `stations.${station.id}.failures.${f.id}.timeToRepair`,
          op: "scale",
          value: shortStopShare,
        })),
        training: workshop,
        failureProbability: 0.1,
        evidence: [assumed("小停机缩短 5、12、25 %，为估计。", "Short stops 5, 12 and 25 % shorter: an estimate.")],
      },
      reason: { key: "shortStops", params: { station: station.id, share } },
      promise: promiseOf(load, { [station.id]: share * (1 - shortStopShare.likely) }),
    },
  ];
}

/** Half as many parts again between set-ups, at every station that is set up by count, and in the sequence of products. */
function largerLots(line: Line, figures: LineFigures, load: Load): Candidate[] {
  const stations = line.stations.filter(
    (s) => s.setup?.everyParts !== undefined && figures.stations[s.id] !== undefined,
  );
  const share = Math.max(0, ...stations.map((s) => figures.stations[s.id]!.setup.mean));
  if (share < 0.02) return [];
  const half = (n: number): number => Math.max(1, Math.round(n / 2));
  const lot = line.sequence?.kind === "lots" ? line.sequence.lot : undefined;
  return [
    {
      draft: {
        id: "larger-lots",
        name: { zh: "批量加大一半", en: "Lots half as large again" },
        description: {
          zh: "换型少三分之一；成品库存和交货周期会变长，先问销售能不能接受。",
          en: "A third fewer set-ups; stock of finished parts and time to deliver grow: ask sales first.",
        },
        effects: [
          ...stations.map((s): Draft["effects"][number] => ({
            target: `stations.${s.id}.setup.everyParts`,
            op: "add",
            value: half(s.setup!.everyParts!),
          })),
          ...(lot === undefined ? [] : [{ target: "sequence.lot", op: "add" as const, value: half(lot) }]),
        ],
        opexPerYear: stockCost(line, half(lot ?? Math.max(...stations.map((s) => s.setup!.everyParts!)))),
        leadTimeWeeks: { low: 0, likely: 1, high: 4 },
        tauWeeks: 0,
        evidence: [
          assumed("批量由订单定还是由习惯定，要问清楚。", "Whether orders or habits set the lot must be asked."),
          assumed(
            "库存每种零件多出批量增量的一半，按售价计，一年占用费 10、20、30 %；线上没写品种数时取 2、6、20 种。",
            "Stock grows by half of what the lot grows by, of each part number, at its price; holding it costs 10, 20, 30 % a year; 2, 6, 20 part numbers where the line names one.",
          ),
        ],
      },
      reason: { key: "lots", params: { share } },
      promise: promiseOf(load, freedBySetups(line, figures, stations, 1 / 3)),
    },
  ];
}

const partNumbers = { low: 2, likely: 6, high: 20 };
const holdingRate = { low: 0.1, likely: 0.2, high: 0.3 };

/** What it costs a year to hold the stock that lots larger by `more` parts leave: on average half of it of each part number. */
function stockCost({ products }: Line, more: number): NonNullable<Draft["opexPerYear"]> {
  const all = products.reduce((sum, { share }) => sum + share, 0);
  const price = all > 0 ? products.reduce((sum, { share, price }) => sum + share * price, 0) / all : 0;
  const cost = (end: "low" | "likely" | "high"): number =>
    Math.round((more / 2) * (products.length > 1 ? products.length : partNumbers[end]) * price * holdingRate[end]);
  const note = { zh: "多出的库存占用的资金和仓库", en: "money and room for the larger stock" };
  return price > 0
    ? [{ kind: "yuan", amount: { low: cost("low"), likely: cost("likely"), high: cost("high") }, note }]
    : [];
}
