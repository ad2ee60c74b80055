import { useMemo } from "react";
import type { Studies } from "../../store";
import { money, nameOf, number, percent, significant, tLoose, unitPrice } from "../../text";
import { useApp } from "../../store";
import type { Scenario } from "../../model";
import { useWords, type Words } from "../context";
import { planMark } from "../planMark";

type Answer = NonNullable<Studies["doubt"]["answer"]>;
export type Chance = Answer["chance"];
export type Input = Chance["inputs"][number];
type Text = Input["name"];
type Flip = Answer["flips"]["price"];

/** Words for what is uncertain: names instead of ids, values in the unit of each input. */
export interface DoubtWords extends Words {
  scenario: Scenario;
  worded(text: Text): string;
  inputName(inputs: readonly Input[], id: string): string;
  /** one value of an input in its unit */
  valueOf(input: Input, value: number): string;
  spreadOf(input: Input): string;
}

export function useDoubtWords(): DoubtWords {
  const words = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  return useMemo(() => doubtWords(words, scenario), [words, scenario]);
}

export function doubtWords(words: Words, scenario: Scenario): DoubtWords {
  const { say, language } = words;
  const worded = ({ key, params }: Text): string => {
    const station = scenario.line.stations.find((each) => each.id === params["station"]);
    const named = Object.entries(params).map(([param, value]): [string, string | number] => {
      const id = String(value);
      if (param === "retrofit") {
        const name = nameOf(language, scenario.retrofits.find((each) => each.id === id)?.name, id);
        return [param, say("planner.named", { name, mark: planMark(scenario, id) })];
      }
      if (param === "station") return [param, nameOf(language, station?.name, id)];
      if (param === "failure")
        return [param, nameOf(language, station?.failures.find((each) => each.id === id)?.name, id)];
      return [param, value];
    });
    return tLoose(language, key, Object.fromEntries(named));
  };
  const valueOf = ({ unit, spread }: Input, value: number): string => {
    if (spread.dist === "chance") return say(value >= 0.5 ? "doubt.happens" : "doubt.happensNot");
    if (unit === "yuan") return money(language, value, { headline: true });
    if (unit === "weeks") return say("doubt.weeks", { n: number(language, value, { decimals: 1 }) });
    if (unit === "share") return percent(language, value, { figures: 2 });
    if (unit === "factor") return say("doubt.ofToday", { share: percent(language, value, { figures: 3 }) });
    // −1 … 1: from the low end of an effect over the likely one to the high end
    return say("doubt.position", { n: number(language, value, { decimals: 2, signed: true }) });
  };
  return {
    ...words,
    scenario,
    worded,
    valueOf,
    inputName: (inputs, id) => {
      const found = inputs.find((input) => input.id === id);
      return found === undefined ? id : worded(found.name);
    },
    spreadOf: (input) =>
      input.spread.dist === "chance"
        ? say("doubt.chanceOf", { share: percent(language, input.spread.share, { figures: 2 }) })
        : say("doubt.fromTo", {
            low: valueOf(input, input.spread.low),
            high: valueOf(input, input.spread.high),
          }),
  };
}

/** How much of what was promised must come true. */
export function neededInWords({ say, language }: DoubtWords, { effect, gain }: Answer["flips"]): string {
  const share = (value: number | null): string =>
    value === null ? say("money.dash") : percent(language, value, { figures: 2 });
  if (effect.status === "share")
    return say("doubt.needed.share", {
      share: share(effect.share),
      low: share(effect.ci95[0]),
      high: share(effect.ci95[1]),
    });
  if (effect.status !== "whole") return say(`doubt.needed.${effect.status}`);
  if (gain.status === "share") return say("doubt.needed.gain", { share: share(gain.share) });
  return say(`doubt.needed.${gain.status}`);
}

/** At which wage, price and volume the answer flips. */
export function flipsInWords(words: DoubtWords, flips: Answer["flips"]): string {
  const { say } = words;
  const { wage, price, volume } = flipTexts(words, flips);
  return say("doubt.flips", { wage, price, volume });
}

export function flipTexts({ say, language }: DoubtWords, { wage, price, volume }: Answer["flips"]) {
  const flip = ({ pays, value }: Flip, worded: (value: number) => string): string =>
    say(`money.flip.${pays}`, { value: value === null ? "" : worded(value) });
  return {
    wage: flip(wage, (value) => say("doubt.ofToday", { share: percent(language, value, { figures: 3 }) })),
    price: flip(price, (value) => unitPrice(language, value)),
    volume: flip(volume, (value) => say("money.flipVolume", { parts: significant(language, value, 3) })),
  };
}
