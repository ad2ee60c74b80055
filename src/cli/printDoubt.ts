import type { BreakEvenAnswer, InformationAnswer, TornadoAnswer, UncertainAnswer, UncertainText } from "../experiment";
import type { Scenario } from "../model";
import { type Language, money, nameOf, number, percent, t, tLoose } from "../text";
import { table } from "./print";

interface Doubts {
  chance: UncertainAnswer;
  bars: TornadoAnswer;
  flips: BreakEvenAnswer;
  information: InformationAnswer;
}

const mostBars = 8;

/** Params name retrofits, stations and failures by id: here they get the names of the file. */
function worded(language: Language, scenario: Scenario, { key, params }: UncertainText): string {
  const station = scenario.line.stations.find((s) => s.id === params.station);
  const named = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (name === "retrofit") {
      const retrofit = scenario.retrofits.find((r) => r.id === value);
      return [name, `${value} ${nameOf(language, retrofit?.name, "")}`.trim()];
    }
    if (name === "station") return [name, nameOf(language, station?.name, String(value))];
    if (name === "failure")
      return [name, nameOf(language, station?.failures.find((f) => f.id === value)?.name, String(value))];
    return [name, value];
  });
  return tLoose(language, key, Object.fromEntries(named));
}

export function doubtText(
  language: Language,
  scenario: Scenario,
  { chance, bars, flips, information }: Doubts,
): string {
  const yuan = (value: number | null): string => (value === null ? "—" : money(language, value));
  const share = (value: number): string => percent(language, value, { figures: 2 });
  const name = new Map(chance.inputs.map((input) => [input.id, worded(language, scenario, input.name)]));
  const parts = [
    t(language, "cli.doubt", {
      draws: chance.draws,
      p10: yuan(chance.npv.p10),
      p50: yuan(chance.npv.p50),
      p90: yuan(chance.npv.p90),
    }),
    t(language, "cli.never", {
      share: share(chance.never.share),
      low: share(chance.never.ci95[0]),
      high: share(chance.never.ci95[1]),
    }),
  ];
  const { npv } = chance.spread;
  if (npv !== null)
    parts.push(t(language, "cli.luck", { luck: share(npv.luck.share), notKnowing: share(npv.notKnowing.share) }));
  const rows = bars.bars.npv
    .slice(0, mostBars)
    .map((bar) => [
      name.get(bar.id) ?? bar.id,
      ...[bar.low, bar.high].map((end) =>
        end.change === null
          ? "—"
          : `${money(language, end.change.mean, { signed: true })} ± ${money(language, (end.change.ci95[1] - end.change.ci95[0]) / 2)}`,
      ),
    ]);
  parts.push("", t(language, "cli.tornado"), table([["", "P10", "P90"], ...rows]));
  const next = information.inputs.find((input) => input.id === (information.measureNext ?? information.secureNext));
  if (next !== undefined) {
    const params = {
      input: name.get(next.id) ?? next.id,
      value: money(language, next.value.mean),
      flips: share(next.flips),
    };
    parts.push(
      "",
      t(language, information.measureNext === null ? "cli.secureNext" : "cli.measureNext", params),
      `  ${worded(language, scenario, next.measure)}`,
    );
  }
  const { effect } = flips;
  if (effect.status === "share")
    parts.push(
      t(language, "cli.effectNeeded", {
        share: share(effect.share),
        low: effect.ci95[0] === null ? "—" : share(effect.ci95[0]),
        high: effect.ci95[1] === null ? "—" : share(effect.ci95[1]),
      }),
    );
  const flip = ({ pays, value }: BreakEvenAnswer["price"]): string =>
    t(language, `money.flip.${pays}`, { value: value === null ? "" : number(language, value) });
  parts.push(t(language, "cli.breakEven", { volume: flip(flips.volume), price: flip(flips.price) }));
  return parts.join("\n");
}
