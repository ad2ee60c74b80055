import type { Language } from "./t";

const locale: Record<Language, string> = { zh: "zh-CN", en: "en-US" };
const formats = new Map<string, Intl.NumberFormat>();

export interface NumberOptions {
  /** decimals, exactly */
  decimals?: number;
  /** write + before positive numbers */
  signed?: boolean;
}

/** Grouped digits with a true minus sign. Example: `number("zh", -1234.5, { decimals: 1 })` is "−1,234.5". */
export function number(language: Language, value: number, options: NumberOptions = {}): string {
  if (!Number.isFinite(value)) return "—";
  const decimals = Math.min(20, Math.max(0, options.decimals ?? decimalsFor(value, 3)));
  const key = `${language}${decimals}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, format);
  }
  const text = format.format(Math.abs(value));
  const isZero = !/[1-9]/.test(text);
  if (value < 0 && !isZero) return `−${text}`;
  return options.signed === true && !isZero ? `+${text}` : text;
}

/**
 * Decimals that leave `significant` figures before grouping; never negative.
 * Example: 33.71 with 3 → 1; 0.0123 with 3 → 4; 1517 with 3 → 0.
 */
export function decimalsFor(value: number, significant: number): number {
  return Math.max(0, -placeOf(value, significant));
}

/** Power of ten of the n-th significant digit: 33.7, n = 3 → −1; 151 700, n = 3 → 3; 0 → 0. */
export function placeOf(value: number, n: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Math.floor(Math.log10(Math.abs(value)) + 1e-12) - n + 1;
}

/** Rounds at a power of ten: `roundAt(151 712, 2)` is 151 700. */
export function roundAt(value: number, place: number): number {
  if (place <= 0) return Number(value.toFixed(Math.min(20, -place)));
  const unit = 10 ** place;
  return Math.round(value / unit) * unit;
}

/** A number with `significant` figures, zeros filling the rest. Example: 151 712 with 3 → "152,000". */
export function significant(language: Language, value: number, figures = 3, signed = false): string {
  const place = placeOf(value, figures);
  return number(language, roundAt(value, place), { decimals: Math.max(0, -place), signed });
}
