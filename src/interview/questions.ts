/** What hurts most, in the owner's view: it changes no figure, but is held against what the simulation finds. */
export const hurts = ["orders", "people", "changeover", "breakdown", "scrap", "unsure"] as const;
export type Hurt = (typeof hurts)[number];

/** Could more be sold? "some" = up to 15 % more than today. */
export const sales = ["all", "some", "none"] as const;
export type Sale = (typeof sales)[number];

/**
 * The questions in their order: first what the line is, then what it does, then the money. Each default needs only what
 * was asked before it. With the trade itself they are twelve answers.
 */
export const questionIds = [
  "shifts",
  "machines",
  "people",
  "perDay",
  "changeover",
  "scrap",
  "hurts",
  "price",
  "wage",
  "sale",
  "budget",
] as const;
export type QuestionId = (typeof questionIds)[number];

export type Question =
  | { kind: "choice"; topic: Topic; options: readonly string[] }
  | {
      kind: "number";
      topic: Topic;
      least: number;
      most: number;
      /** decimals that can be typed */
      decimals: number;
      /** a stated figure that is usually too good: the known correction applies to it */
      isFlattered?: boolean;
      /** counted by looking, or one's own to set: nobody is asked how sure of it */
      isPlain?: boolean;
    };
export type Topic = "line" | "month" | "money";

export const questions = {
  shifts: { kind: "choice", topic: "line", options: ["1", "2", "3"] },
  machines: { kind: "number", topic: "line", least: 1, most: 60, decimals: 0, isPlain: true },
  people: { kind: "number", topic: "line", least: 1, most: 2000, decimals: 1 },
  perDay: { kind: "number", topic: "month", least: 1, most: 1_000_000, decimals: 0, isFlattered: true },
  changeover: { kind: "number", topic: "month", least: 1, most: 1440, decimals: 0 },
  scrap: { kind: "number", topic: "month", least: 0.1, most: 30, decimals: 1 },
  hurts: { kind: "choice", topic: "month", options: hurts },
  price: { kind: "number", topic: "money", least: 0.01, most: 1_000_000, decimals: 2 },
  wage: { kind: "number", topic: "money", least: 1000, most: 60_000, decimals: 0 },
  sale: { kind: "choice", topic: "money", options: sales },
  budget: { kind: "number", topic: "money", least: 0, most: 100_000_000, decimals: 0, isPlain: true },
} as const satisfies Record<QuestionId, Question>;
