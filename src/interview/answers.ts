import type { Facts } from "./facts";
import { hurts, questionIds, questions, sales, type Hurt, type QuestionId, type Sale } from "./questions";

/**
 * How sure an answer is. usual: the template's figure, not the owner's own. counted: from records. about, guess: from
 * memory, and wider.
 */
export const surenesses = ["counted", "about", "guess", "usual"] as const;
export type Sureness = (typeof surenesses)[number];

/** Half of the range around a figure, as a share of it: what "about" and "guess" are taken to mean, an assumption. */
const halfShare: Record<Sureness, number> = { counted: 0.02, about: 0.1, guess: 0.25, usual: 0.25 };
/** A price stands in a contract: even a guess at it is nearer than a guess at minutes. */
const narrower: Partial<Record<QuestionId, number>> = { price: 0.4 };
export const spreadOf = (id: QuestionId, sureness: Sureness): number => halfShare[sureness] * (narrower[id] ?? 1);

export interface NumberAnswer {
  value: number;
  sureness: Sureness;
}
type NumberId = { [K in QuestionId]: (typeof questions)[K]["kind"] extends "number" ? K : never }[QuestionId];
export type NumberQuestionId = NumberId;

/** Only what the owner has said; a figure that is missing is the template's usual one. */
export type Answers = { shifts?: 1 | 2 | 3; hurts?: Hurt; sale?: Sale } & { [K in NumberId]?: NumberAnswer };

export const freshAnswers: Answers = {};

/** What an owner of one line usually has in mind for a first step, yuan. */
const usualBudget = 300_000;

/**
 * The answer that counts: the owner's, or the usual figure, which follows what was said before (two shifts instead of one
 * mean twice the people and twice the parts).
 */
export function answerOf(facts: Facts, answers: Answers, id: NumberId): NumberAnswer {
  const own = answers[id];
  if (own !== undefined && own.sureness !== "usual") return own;
  return { value: usualValue(facts, answers, id), sureness: "usual" };
}

function usualValue(facts: Facts, answers: Answers, id: NumberId): number {
  if (id === "budget") return usualBudget;
  const shifts = (answers.shifts ?? facts.shifts) / facts.shifts;
  const size = (answers.machines?.value ?? facts.machines) / facts.machines;
  if (id === "people") return Math.round(facts.people * shifts * size * 10) / 10;
  if (id === "perDay") return Math.max(1, Math.round(facts.perDay * shifts * size));
  return facts[id];
}

/** Low and high end of what an answer means. */
export function limitsOf(id: NumberId, { value, sureness }: NumberAnswer): [low: number, high: number] {
  const half = value * spreadOf(id, sureness);
  return [value - half, value + half];
}

/** The answers with one of them at an end of its range: what if the guess was wrong? */
export function withEnd(facts: Facts, answers: Answers, id: NumberId, end: "low" | "high"): Answers {
  const answer = answerOf(facts, answers, id);
  const question = questions[id];
  const wanted = limitsOf(id, answer)[end === "low" ? 0 : 1];
  const isWhole = question.decimals === 0 && id !== "perDay" && id !== "budget";
  // a whole figure moves by at least one: three machines are not 3.3
  const value = isWhole ? (end === "low" ? Math.floor(wanted) : Math.ceil(wanted)) : wanted;
  const kept = Math.min(question.most, Math.max(question.least, value));
  return { ...answers, [id]: { value: kept, sureness: answer.sureness === "usual" ? "guess" : answer.sureness } };
}

export function isValidValue(id: NumberId, value: unknown): value is number {
  const { least, most } = questions[id];
  return typeof value === "number" && Number.isFinite(value) && value >= least && value <= most;
}

/** What was kept between two visits, entry by entry: anything broken or unknown is left out. */
export function readAnswers(kept: unknown): Answers {
  const from = (typeof kept === "object" && kept !== null ? kept : {}) as Record<string, unknown>;
  const answers: Record<string, unknown> = {};
  for (const id of questionIds) {
    const value = from[id];
    if (id === "shifts") {
      if (value === 1 || value === 2 || value === 3) answers[id] = value;
    } else if (id === "hurts" || id === "sale") {
      const options: readonly string[] = id === "hurts" ? hurts : sales;
      if (typeof value === "string" && options.includes(value)) answers[id] = value;
    } else {
      const answer = (value ?? {}) as Partial<NumberAnswer>;
      const sureness = surenesses.find((each) => each === answer.sureness);
      if (sureness !== undefined && isValidValue(id, answer.value)) answers[id] = { value: answer.value, sureness };
    }
  }
  return answers;
}
