import type { Movable } from "../../model";

/** How far a slider goes, in steps from the stated value: the stated value itself is always a step. */
export interface Travel {
  stated: number;
  /** one step, in the input's own unit */
  step: number;
  /** steps to the left (0 or negative) and to the right */
  least: number;
  most: number;
  /** ends of the range in steps, low to high; what lies outside of them is beyond the range */
  from: number;
  to: number;
  /** nobody has stated a range: it is the usual spread of such figures */
  isAssumed: boolean;
}

/** Slider positions that a hand can tell apart. */
const positions = 80;
/** Beyond a range there is as much again as this share of it, on either side. */
const beyond = 0.25;
/** Without a stated range or a usual spread. */
const anyFigure = [0.8, 1.2] as const;
/** A rate of nothing, such as a growth nobody expects, may be up to this. */
const rateFromNothing = 0.1;

const clean = (value: number): number => Number(value.toPrecision(12));

/** The smallest of 1, 2, 5 × 10ⁿ that is not below `size`. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const digit = [1, 2, 5].find((each) => each * power >= size * 0.999_999) ?? 10;
  return digit * power;
}

type Moved = Pick<Movable, "value" | "range" | "ends" | "unit" | "path" | "keys">;

const counted = new Set(["people", "machines", "parts"]);
/** Half a person is no one, but part of a working time is. */
const isWhole = ({ value, range, unit, path }: Moved): boolean =>
  counted.has(unit) &&
  !path.endsWith(".fte") &&
  [value, range?.low ?? value, range?.high ?? value].every((each) => Number.isInteger(each));

function rangeOf(input: Moved, usual: readonly [number, number] | null): { low: number; high: number } | null {
  const { value, range, ends, unit } = input;
  const stated = range ?? ends;
  if (stated !== undefined && stated !== null && stated.low !== stated.high)
    // the better end of an effect may be the smaller number
    return { low: Math.min(stated.low, stated.high, value), high: Math.max(stated.low, stated.high, value) };
  if (isWhole(input)) return { low: value - 1, high: value + 1 };
  if (value === 0) return unit === "share" ? { low: 0, high: rateFromNothing } : null;
  const [low, high] = usual ?? anyFigure;
  const [least, most] = [Math.min(value * low, value * high), Math.max(value * low, value * high)];
  // of a whole there is no more than all
  return { low: least, high: unit === "share" && value <= 1 ? Math.min(most, 1) : most };
}

/** What no such figure can go below. */
function floorOf({ unit, path, range, value }: Moved, low: number): number {
  if (path.endsWith(".machines")) return 1;
  if (low < 0 || Math.min(value, range?.low ?? 0) < 0) return -Infinity;
  // a time or a factor of nothing is no line any more
  return unit === "seconds" || unit === "factor" ? low / 2 : 0;
}

/**
 * The travel of a slider over an input's range and a little beyond; `usual` = factors on the value that doubt is reckoned
 * with where nobody has stated a range. Null where there is nothing to move in.
 */
export function travelOf(input: Moved, usual: readonly [number, number] | null): Travel | null {
  const { value, unit, range, ends } = input;
  const found = rangeOf(input, usual);
  if (found === null) return null;
  const { low, high } = found;
  const whole = isWhole(input);
  const margin = whole ? 1 : (high - low) * beyond;
  const min = Math.max(low - margin, Math.min(floorOf(input, low), value));
  const max = unit === "share" && high <= 1 ? Math.min(high + margin, 1) : high + margin;
  const step = whole ? 1 : roundStep((max - min) / positions);
  if (!(step > 0)) return null;
  const inSteps = (of: number): number => clean((of - value) / step);
  const stated = range ?? ends;
  return {
    stated: value,
    step,
    least: Math.ceil(inSteps(min) - 1e-9),
    most: Math.floor(inSteps(max) + 1e-9),
    from: inSteps(low),
    to: inSteps(high),
    isAssumed: stated === undefined || stated === null || stated.low === stated.high,
  };
}

export const valueAt = ({ stated, step }: Travel, steps: number): number => clean(stated + steps * step);
export const stepsTo = ({ stated, step }: Travel, value: number): number => clean((value - stated) / step);

/** Is a value outside of what has been stated, or is usual? */
export function isBeyond(travel: Travel, value: number): boolean {
  const steps = stepsTo(travel, value);
  return steps < travel.from - 1e-9 || steps > travel.to + 1e-9;
}
