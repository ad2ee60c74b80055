import type { Line, Scenario } from "../../model";
import { effectFigures, type EffectFigure } from "../../store";
import type { Language } from "../../text";
import { valueWords, type InputRow } from "../assumptions/inputRows";
import type { Say } from "../context";
import { effectValue, targetPlace, targetWhat, unitWords } from "../inputWords";

interface Speaker {
  say: Say;
  language: Language;
}

const effectPlace = /^retrofits\.(.+)\.effects\.(\d+)\.value(?:\.likely)?(\..*)?$/;

/** The effect that an input is the number of, or a number in: what it changes in the line, and its figure if it is one. */
function effectOf(path: string, { retrofits }: Scenario): { target: string; figure: EffectFigure | null } | null {
  const [, id, index, inside = ""] = effectPlace.exec(path) ?? [];
  const retrofit = retrofits.find((each) => each.id === id);
  const effect = retrofit?.effects[Number(index)];
  if (retrofit === undefined || effect === undefined) return null;
  const figure = effectFigures(retrofit).find((each) => each.index === Number(index)) ?? null;
  return { target: `${effect.target}${inside}`, figure };
}

/** "OP30 加工中心 · 上下料 · 时间": the place of the line that moves, not the place in the file. */
export function moverName(speaker: Speaker, row: InputRow, scenario: Scenario, line: Line): string {
  const effect = effectOf(row.path, scenario);
  if (effect === null) return row.group.kind === "retrofit" ? row.label : `${row.groupName} · ${row.label}`;
  const place = targetPlace(speaker, effect.target, line);
  const what = targetWhat(speaker, effect.target, line);
  return place === null ? what : `${place} · ${what}`;
}

/** What an effect does at a value: "−15 %", "+1 人"; null where the value speaks for itself. */
export function moverDoes(speaker: Speaker, row: InputRow, scenario: Scenario, value: number): string | null {
  const figure = effectOf(row.path, scenario)?.figure ?? null;
  return figure === null || figure.op === "set" ? null : effectValue(speaker, figure, value);
}

/** A value with its unit, or what it does. */
export function moverValue(speaker: Speaker, row: InputRow, scenario: Scenario, value: number): string {
  const words = valueWords(speaker, value, row.unit);
  const plain = row.unit === "none" ? words : `${words} ${unitWords(speaker, row.unit)}`;
  return moverDoes(speaker, row, scenario, value) ?? plain;
}
