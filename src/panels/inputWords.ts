import { unitOfPath, type Input, type InputUnit, type Line } from "../model";
import type { EffectFigure } from "../store";
import { isTextKey, nameOf, number, t, type Language } from "../text";
import type { Say } from "./context";

interface Speaker {
  say: Say;
  language: Language;
}

/** One step of a path in words: a known key, the place in a list, else the name as the file has it. */
function stepWords({ say, language }: Speaker, step: Input["keys"][number]): string {
  if (typeof step !== "string") return nameOf(language, step);
  if (/^\d+$/.test(step)) return say("input.nth", { n: Number(step) + 1 });
  const key = `input.${step}`;
  return isTextKey(key) ? t(language, key as "input.process") : step;
}

/** Where an input is, inside its group: "上下料 · 时间 · 均值". The target of an effect is said as the place it names. */
export function keyWords(speaker: Speaker, keys: Input["keys"]): string {
  return keys
    .flatMap((step) => (typeof step === "string" && step.includes(".") ? [...targetSteps(step)] : [step]))
    .map((step) => stepWords(speaker, step))
    .join(" · ");
}

const collections = new Set(["stations", "operators", "flows", "transporters", "products", "indirect"]);

/** The steps of a target behind the thing it belongs to. */
function targetSteps(target: string): string[] {
  const [first = "", thing, ...rest] = target.split(".");
  if (!collections.has(first)) return target.split(".");
  return thing === undefined ? [first] : rest.length === 0 ? [thing] : rest;
}

/** The thing an effect works on, by its name; null while it is not placed, or where it is no single thing. */
export function targetPlace({ language }: Speaker, target: string, line: Line | null): string | null {
  const [collection, id, ...rest] = target.split(".");
  if (id === undefined || rest.length === 0 || id.startsWith("{")) return null;
  if (collection === "stations") return nameOf(language, line?.stations.find((station) => station.id === id)?.name, id);
  if (collection === "operators") return nameOf(language, line?.operators.find((pool) => pool.id === id)?.name, id);
  return id;
}

/** What of that thing an effect changes, in words. */
export function targetWhat(speaker: Speaker, target: string, line: Line | null): string {
  const [, id] = target.split(".");
  const station = line?.stations.find((each) => each.id === id);
  const steps = targetSteps(target).map((step, index, all): Input["keys"][number] => {
    // a stop is called by its own name where the line gives one
    const failure = all[index - 1] === "failures" ? station?.failures.find((each) => each.id === step) : undefined;
    return failure?.name ?? step;
  });
  return steps.map((step) => stepWords(speaker, step)).join(" · ");
}

/** Shares and factors are shown in percent. */
export const shownScale = (unit: InputUnit): number => (unit === "share" || unit === "factor" ? 100 : 1);

export const unitWords = ({ say }: Speaker, unit: InputUnit): string => say(`inputUnit.${unit}`);

/** A typed or stored number as it is read: no more digits than it has, at most six. */
export function plainNumber(language: Language, value: number, scale = 1): string {
  const shown = Number((value * scale).toPrecision(12));
  if (Number.isInteger(shown)) return number(language, shown, { decimals: 0 });
  const digits = Number(shown.toPrecision(6)).toString().split(".")[1]?.length ?? 0;
  return number(language, shown, { decimals: Math.min(digits, 6) });
}

/** The unit of the number an effect holds. */
export const effectUnit = ({ target, op }: Pick<EffectFigure, "target" | "op">): InputUnit =>
  op === "scale" ? "factor" : unitOfPath(target.split("."));

/** One end of an effect: "−15 %" for a scale, "+300 秒" for an addition, "97 %" for a new value. */
export function effectValue(
  speaker: Speaker,
  { target, op }: Pick<EffectFigure, "target" | "op">,
  value: number,
): string {
  const { language } = speaker;
  if (op === "scale") {
    const change = Number(((value - 1) * 100).toPrecision(6));
    return `${change > 0 ? "+" : ""}${plainNumber(language, change)} %`;
  }
  const unit = unitOfPath(target.split("."));
  const sign = op === "add" && value > 0 ? "+" : "";
  const shown = `${sign}${plainNumber(language, value, shownScale(unit))}`;
  return unit === "none" ? shown : `${shown} ${unitWords(speaker, unit)}`;
}
