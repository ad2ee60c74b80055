import { Retrofit, type Problem, problemsOf } from "../model";
import { withEffectRange } from "./effectFigures";

/** A retrofit that no catalogue lists, as somebody types it in. Money in yuan, one number or a range. */
export interface OwnEntry {
  id: string;
  name: Retrofit["name"];
  kind: Retrofit["kind"];
  price: { low: number; likely: number; high: number };
  yearlyCost: number;
  leadTimeWeeks: number;
  /** what it changes; the low end is kept when the goal is missed */
  effect: { target: string; op: "set" | "scale" | "add"; low: number; likely: number; high: number };
  /** where the figures come from, in the user's words */
  source: string;
}

const words = { zh: "由使用者填写", en: "Entered by the user" };

/** The typed-in retrofit with every default filled, or what is wrong with it. Its figures are marked as assumptions. */
export function ownRetrofit(entry: OwnEntry): { ok: true; retrofit: Retrofit } | { ok: false; problems: Problem[] } {
  const { id, name, kind, price, yearlyCost, leadTimeWeeks, effect, source } = entry;
  const { target, op, ...range } = effect;
  const parsed = Retrofit.safeParse(
    {
      id,
      name,
      kind,
      cost: { equipment: price },
      opexPerYear: yearlyCost > 0 ? [{ kind: "yuan", amount: yearlyCost }] : [],
      leadTimeWeeks,
      effects: [{ target, op, value: 0 }],
      evidence: [{ claim: words, source: source.trim() || "assumption", grade: "A" }],
    },
    { reportInput: true },
  );
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues, ["retrofits", id]) };
  return { ok: true, retrofit: withEffectRange(parsed.data, 0, range) };
}
