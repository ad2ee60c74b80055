import { number, placeOf, roundAt } from "./number";
import { t, type Language, type TextKey } from "./t";

/** A random figure: its mean and its 95 % interval. */
export interface WithInterval {
  mean: number;
  ci95: readonly [number, number];
}

export interface QuantityOptions {
  /** unit, as a text key; left out for pure numbers */
  unit?: TextKey;
  /** significant figures of the mean (3 for headlines, 4 in tables) */
  figures?: number;
  signed?: boolean;
  /** the value is multiplied by this for display, e.g. 100 for percent, 1e6 for ppm */
  scale?: number;
}

/**
 * Mean ± half-width with a unit, both rounded at the same place: "86.2 ± 1.4 件/时". The place is the coarser of the
 * mean's last wanted figure and the half-width's second; never so coarse that a half-width above 0 reads 0.
 * Without spread (one exact figure) the ± is left out.
 */
export function quantity(language: Language, figure: WithInterval | number, options: QuantityOptions = {}): string {
  const scale = options.scale ?? 1;
  const mean = (typeof figure === "number" ? figure : figure.mean) * scale;
  const half = typeof figure === "number" ? 0 : (Math.abs(figure.ci95[1] - figure.ci95[0]) / 2) * scale;
  return withUnit(language, plusMinus(language, mean, half, options), options.unit);
}

/** The figure without its unit, for columns that name the unit in their head. */
export function plusMinus(
  language: Language,
  mean: number,
  half: number,
  options: Pick<QuantityOptions, "figures" | "signed"> = {},
): string {
  const figures = options.figures ?? 3;
  if (!Number.isFinite(mean)) return "—";
  if (!Number.isFinite(half))
    return number(language, roundAt(mean, placeOf(mean, figures)), {
      decimals: Math.max(0, -placeOf(mean, figures)),
      signed: options.signed === true,
    });
  if (half === 0) {
    const place = placeOf(mean, figures);
    return number(language, roundAt(mean, place), { decimals: Math.max(0, -place), signed: options.signed === true });
  }
  let place = mean === 0 ? placeOf(half, 2) : Math.max(placeOf(half, 2), placeOf(mean, figures));
  if (roundAt(half, place) === 0) place = placeOf(half, 1);
  const decimals = Math.max(0, -place);
  const head = number(language, roundAt(mean, place), { decimals, signed: options.signed === true });
  return `${head} ± ${number(language, roundAt(half, place), { decimals })}`;
}

/** "12.3 %" in both languages: a thin habit, one place. `share` is 0..1. */
export function percent(
  language: Language,
  share: WithInterval | number,
  options: Omit<QuantityOptions, "scale" | "unit"> = {},
): string {
  return quantity(language, share, { ...options, scale: 100, unit: "unit.percent" });
}

export function withUnit(language: Language, text: string, unit: TextKey | undefined): string {
  if (unit === undefined) return text;
  return `${text} ${t(language, unit as "unit.percent")}`;
}
