import type { NumberAnswer } from "./answers";
import { limitsOf } from "./answers";

/**
 * Figures of one's own output are usually too good: declared equipment effectiveness lies 8 to 12 points of 100 above what
 * machines record (a vendor's report, grade V). So 90 of every 100 reported parts are counted. A figure counted from
 * records is no memory, and the template's usual figure is nobody's claim: neither is corrected.
 */
export const correctionShare = 0.1;

/** The owner's figure as it is used, good parts a working day. */
export function targetPerDay({ value, sureness }: NumberAnswer, isCorrected: boolean): number {
  return isCorrected && (sureness === "about" || sureness === "guess") ? value * (1 - correctionShare) : value;
}

/** noFigure: the owner has given none. agrees: the ranges overlap. */
export type Agreement = "noFigure" | "agrees" | "makesMore" | "makesLess";

/** Does the simulated output of a day look like the owner's? The owner's range is that of the answer, corrected. */
export function agreement(
  answer: NumberAnswer,
  isCorrected: boolean,
  simulated: { ci95: readonly [number, number] },
): Agreement {
  if (answer.sureness === "usual") return "noFigure";
  const [low, high] = limitsOf("perDay", { ...answer, value: targetPerDay(answer, isCorrected) });
  if (simulated.ci95[0] > high) return "makesMore";
  return simulated.ci95[1] < low ? "makesLess" : "agrees";
}

export interface Calibration {
  /** all times of the line are multiplied by this */
  factor: number;
  /** beyond half or double the template is another kind of line: scaling would hide that, so none is proposed */
  isPlausible: boolean;
}

/** With every time longer by a factor, output is smaller by the same factor: simulated / wanted. */
export function calibrationOf(simulatedPerDay: number, wantedPerDay: number): Calibration {
  const factor = simulatedPerDay / wantedPerDay;
  return { factor, isPlausible: Number.isFinite(factor) && factor >= 0.5 && factor <= 2 };
}
