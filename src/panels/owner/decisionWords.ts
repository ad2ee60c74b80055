import type { MoneyResult } from "../../finance";
import type { NumberQuestionId } from "../../interview";
import type { Scenario } from "../../model";
import type { OwnerAdvice, OwnerOption, OwnerReason } from "../../store";
import {
  money,
  nameOf,
  number,
  percent,
  placeName,
  plusMinus,
  quantity,
  reasonText,
  unitPrice,
  type Language,
} from "../../text";
import type { Say } from "../context";
import { halfWidth, judge } from "../judge";
import { backWords } from "../money/backWords";
import { withHalf } from "../planner/planWords";
import { figure } from "./NumberAnswer";

export interface DecisionWords {
  say: Say;
  language: Language;
  /** with the proposals of the search */
  scenario: Scenario;
}

const yuan = ({ language }: DecisionWords, amount: number): string => money(language, amount, { headline: true });

/** "每班增加一名调机工，加上 OP30 快换夹具" */
export const optionName = (
  { say, language, scenario }: DecisionWords,
  ids: readonly string[],
  join = say("owner.join"),
): string =>
  ids.map((id) => nameOf(language, scenario.retrofits.find((retrofit) => retrofit.id === id)?.name, id)).join(join);

/** "+14.5 ± 0.9 %" */
export const rateWords = ({ language }: DecisionWords, rate: number, half: number): string =>
  `${plusMinus(language, rate, half, { signed: true })} %`;

export function outputWords(words: DecisionWords, { differences }: OwnerOption): { figure: string; judgement: string } {
  const output = differences.goodPerYear;
  const judgement = words.say(`judge.${judge(output, true)}`);
  const { percent: share } = output;
  if (share === null)
    return { figure: quantity(words.language, output, { signed: true, unit: "unit.parts" }), judgement };
  return { figure: rateWords(words, share.mean, halfWidth(share.ci95)), judgement };
}

/** The decision in one breath, in the owner's words. */
export function decisionSentence(words: DecisionWords, advice: OwnerAdvice): string {
  const { say } = words;
  const best = advice.recommended === null ? undefined : advice.options[advice.recommended];
  if (best !== undefined)
    return say("owner.say.yes", {
      name: optionName(words, best.ids),
      buy: buyWords(words, best.money),
      more: moreWords(words, best),
      back: backPart(words, best.money),
    });
  const waiting = advice.options.find(({ verdict }) => verdict === "notYet");
  if (waiting === undefined) return say("owner.say.no");
  const [why] = waiting.reasons;
  const reason = why === undefined ? "" : reasonWords(words, why).replace(/[。.]$/, "");
  return say("owner.say.notYet", { name: optionName(words, waiting.ids), why: lowerFirst(words, reason) });
}

const lowerFirst = ({ language }: DecisionWords, text: string): string =>
  language === "en" ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const buyWords = (words: DecisionWords, { investment }: MoneyResult): string =>
  investment.total.likely > 0
    ? words.say("owner.buy", { amount: yuan(words, investment.total.likely) })
    : words.say("owner.buyNothing");

function moreWords(words: DecisionWords, { differences, money: result }: OwnerOption): string {
  const { say, language } = words;
  const output = differences.goodPerYear;
  const size = { mean: Math.abs(output.mean), ci95: output.ci95 };
  const parts = quantity(language, size, { unit: "unit.parts" });
  const made = !output.proven ? say("owner.same") : say(output.mean > 0 ? "owner.more" : "owner.fewer", { parts });
  const { mean, ci95 } = result.annualGain;
  if (mean <= 0) return made;
  return made + say("owner.perYearEarns", { amount: yuan(words, mean), half: yuan(words, halfWidth(ci95)) });
}

function backPart(words: DecisionWords, result: MoneyResult): string {
  const { say, language } = words;
  if (result.investment.total.high <= 0 || result.doubt.paybackYears.p10 === null) return say("owner.sayNoBack");
  return say("owner.sayBack", { back: backWords(result, say, language) });
}

const npvWords = (words: DecisionWords, mean: number, half: number): string => withHalf(words, mean, half);

/** Why a verdict is what it is, one sentence a reason. */
export function reasonWords(words: DecisionWords, reason: OwnerReason): string {
  const { say, language } = words;
  switch (reason.key) {
    case "pays":
    case "unsurePays":
    case "neverPays":
      return say(`owner.reason.${reason.key}`, { npv: npvWords(words, reason.npv.mean, reason.npv.half) });
    case "mayNeverPay":
      return say("owner.reason.mayNeverPay", { share: percent(language, reason.share, { figures: 2 }) });
    case "worstLoses":
      return say("owner.reason.worstLoses", { amount: yuan(words, -reason.npv) });
    case "flips":
      return say("owner.reason.flips", {
        what: say(`owner.short.${reason.id}`),
        at: withUnit(words, reason.id, reason.at),
      });
    case "partWaits":
    case "noBetter":
      return say(`owner.reason.${reason.key}`, { name: optionName(words, reason.ids) });
    case "noMoreOutput":
    case "lessOutput":
      return say(`owner.reason.${reason.key}`, { rate: rateWords(words, reason.rate, reason.half) });
  }
}

export const withUnit = ({ say, language }: DecisionWords, id: NumberQuestionId, value: number): string =>
  `${figure(language, id, value)} ${say(`owner.unit.${id}`)}`;

/** At which price or volume the answer would be another one. */
export function flipWords(words: DecisionWords, { breakEven }: MoneyResult): string[] {
  const { say, language } = words;
  const { price, volume } = breakEven;
  if (price.pays === "never" && volume.pays === "never") return [say("owner.flip.never")];
  const found: string[] = [];
  if (price.value !== null)
    found.push(
      say(price.pays === "atLeast" ? "owner.flip.priceLow" : "owner.flip.priceHigh", {
        value: unitPrice(language, price.value),
      }),
    );
  if (volume.pays === "atLeast" && volume.value > 0)
    found.push(say("owner.flip.volume", { value: quantity(language, volume.value, { unit: "unit.parts" }) }));
  return found.length > 0 ? found : [say("owner.flip.none")];
}

export const npvSpread = (words: DecisionWords, npv: { mean: number; ci95: readonly [number, number] }): string =>
  npvWords(words, npv.mean, halfWidth(npv.ci95));

export const headsWords = ({ say, language }: DecisionWords, heads: number): string =>
  heads === 0
    ? say("owner.nobody")
    : `${number(language, heads, { signed: true, decimals: Number.isInteger(heads) ? 0 : 1 })} ${say(Math.abs(heads) === 1 ? "owner.person" : "unit.people")}`;

/** Why not to buy a step yet, with its numbers; places and steps by their names. */
export function objectionWords(
  words: DecisionWords,
  { key, params }: OwnerAdvice["found"]["steps"][number]["reasons"][number],
): string {
  const { language, scenario } = words;
  const kind = key === "bottleneckPool" ? "pool" : undefined;
  const worded = Object.entries(params).map(([param, value]): [string, string | number] => {
    if (param === "id") return [param, placeName(language, scenario.line, String(value), kind, scenario.retrofits)];
    // a share of a few percent and its half-width: two figures say what is known
    if (param.endsWith("Rate")) return [param, percent(language, Number(value), { figures: 2 })];
    return [param, value];
  });
  return reasonText(language, { key: `advice.why.${key}`, params: Object.fromEntries(worded) });
}
