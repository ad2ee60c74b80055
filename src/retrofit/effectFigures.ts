import type { Effect, Retrofit } from "../model";
import { isRange } from "./value";

/** An effect that is a number: what a person reads, a vendor promises and a consultant changes. */
export interface EffectFigure {
  /** its place in `effects` */
  index: number;
  target: string;
  op: "set" | "scale" | "add";
  /** low = what is left when the goal is missed, high = the best that was seen */
  low: number;
  likely: number;
  high: number;
  needsAction: boolean;
}

const isNumberOp = (op: Effect["op"]): op is EffectFigure["op"] => op === "set" || op === "scale" || op === "add";

/** The effects of a retrofit that are numbers, in their order. Parts put in or taken away have no figure. */
export function effectFigures({ effects }: Pick<Retrofit, "effects">): EffectFigure[] {
  return effects.flatMap(({ target, op, value, needsAction }, index): EffectFigure[] => {
    if (!isNumberOp(op)) return [];
    const common = { index, target, op, needsAction };
    if (typeof value === "number") return [{ ...common, low: value, likely: value, high: value }];
    if (!isRange(value)) return [];
    const { low, likely, high } = value;
    if (typeof low !== "number" || typeof likely !== "number" || typeof high !== "number") return [];
    return [{ ...common, low, likely, high }];
  });
}

/** The retrofit with another range for one of its effects; three equal ends are one number. */
export function withEffectRange(
  retrofit: Retrofit,
  index: number,
  { low, likely, high }: { low: number; likely: number; high: number },
): Retrofit {
  const value = low === likely && likely === high ? likely : { low, likely, high };
  return { ...retrofit, effects: retrofit.effects.map((effect, i) => (i === index ? { ...effect, value } : effect)) };
}
