import type { LineFigures } from "../measure";
import type { Flow, Line } from "../model";
import type { Load } from "./promise";
import { assumed, named } from "./proposalBase";
import type { Candidate } from "./proposalPeople";

/** Stations occupied within so much of the busiest set the pace too, now and then. */
const nearPace = 0.1;

/** Buffers and transport lots. */
export function roomCandidates(line: Line, figures: LineFigures, load: Load): Candidate[] {
  return [...moreRoom(line, figures, load), ...smallerTransportLots(line)];
}

/** Twice the places (at least five more) in front of and behind the stations that set the pace, where these starve or block. */
function moreRoom(line: Line, figures: LineFigures, load: Load): Candidate[] {
  const near = line.stations.filter(({ id }) => load.occupied[id]! >= load.highest - nearPace);
  const flows = line.flows ?? [];
  return near.flatMap(({ id }) => {
    const of = figures.stations[id]!;
    const gain = (share: number): number => (0.25 * share) / Math.max(0.05, load.occupied[id]!);
    const grows = (f: Flow): boolean => f.capacity !== null && f.conveyor === undefined && f.shelfLife === undefined;
    return flows.filter(grows).flatMap((f): Candidate[] => {
      const share = f.to === id ? of.starved.mean : f.from === id ? of.blocked.mean : 0;
      return share < 0.01 ? [] : [room(line, f, share, gain(share))];
    });
  });
}

function room(line: Line, flow: Flow, share: number, promise: number): Candidate {
  const [from, to] = [flow.from, flow.to].map((id) => named(line.stations.find((s) => s.id === id)!));
  const more = Math.max(5, flow.capacity ?? 0);
  return {
    draft: {
      id: `room-${flow.from}-${flow.to}`,
      name: {
        zh: `“${from!.zh}”与“${to!.zh}”之间多放 ${more} 件`,
        en: `${more} places more between ${from!.en} and ${to!.en}`,
      },
      description: {
        zh: "多几个料架或周转箱，前后工序互相等得少；在制品会多一些。",
        en: "A few more racks or boxes, so that the two wait less for each other; more parts will stand on the floor.",
      },
      effects: [{ target: `flows.${flow.from}>${flow.to}.capacity`, op: "add", value: more }],
      integration: { low: 0, likely: 3000, high: 15_000 },
      leadTimeWeeks: { low: 0, likely: 2, high: 4 },
      tauWeeks: 0,
      evidence: [
        assumed(
          "料架和周转箱的价钱为估计；地方够不够要到现场量。",
          "The price of racks and boxes is an estimate; whether there is room must be measured.",
        ),
      ],
    },
    reason: { key: "starvedOrBlocked", params: { from: flow.from, to: flow.to, share } },
    promise,
  };
}

/** Half the transport lot where parts wait for each other to travel: time in the line, not output. */
function smallerTransportLots(line: Line): Candidate[] {
  const flows = (line.flows ?? []).filter((f) => (f.transport?.lot ?? 1) >= 4);
  if (flows.length === 0) return [];
  return [
    {
      draft: {
        id: "smaller-transport-lots",
        name: { zh: "转运批量减半", en: "Half the transport lot" },
        description: {
          zh: "少攒一些就送：交货周期变短，跑的次数变多。",
          en: "Parts leave in smaller loads: less time in the line, more trips.",
        },
        effects: flows.map((f) => ({
          target: `flows.${f.from}>${f.to}.transport.lot`,
          op: "add",
          value: -Math.floor(f.transport!.lot / 2),
        })),
        leadTimeWeeks: { low: 0, likely: 1, high: 2 },
        tauWeeks: 0,
        evidence: [
          assumed(
            "多跑的次数由模型里的搬运人员和车辆承担。",
            "The extra trips fall on the people and vehicles of the model.",
          ),
        ],
      },
      reason: { key: "transportLot", params: { lot: Math.max(...flows.map((f) => f.transport!.lot)) } },
      promise: 0,
    },
  ];
}
