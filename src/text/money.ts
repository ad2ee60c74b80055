import { number, placeOf, roundAt } from "./number";
import { t, type Language } from "./t";

const wan = 1e4;
const yi = 1e8;
const million = 1e6;

export interface MoneyOptions {
  /** round to 3 significant figures; otherwise to what the unit shows */
  headline?: boolean;
  signed?: boolean;
}

/**
 * Money in words of the language: `8,600 元`, `1,234.6 万元`, `3.21 亿元`; `¥8,600`, `¥12.35 million`, `¥321 million`.
 * `yuan` unrounded; rounding happens here only.
 */
export function money(language: Language, yuan: number, options: MoneyOptions = {}): string {
  if (!Number.isFinite(yuan)) return "—";
  const value = options.headline === true ? roundAt(yuan, placeOf(yuan, 3)) : yuan;
  const size = Math.abs(value);
  if (language === "zh") {
    if (Math.round(size) < wan) return `${amount(language, value, 0, options)} 元`;
    if (size / wan < 9_999.95) return `${amount(language, value / wan, trim(value / wan, 1, options), options)} 万元`;
    return `${amount(language, value / yi, 2, options)} 亿元`;
  }
  const sign = signOf(value, options);
  if (Math.round(size) < million) return `${sign}¥${number(language, size, { decimals: 0 })}`;
  if (size / million < 99.995)
    return `${sign}¥${number(language, size / million, { decimals: trim(size / million, 2, options) })} million`;
  return `${sign}¥${number(language, size / million, { decimals: 0 })} million`;
}

export interface MoneyColumn {
  unit: string;
  /** yuan in one unit, for axes */
  divisor: number;
  format: (yuan: number, signed?: boolean) => string;
}

/** One unit for a column: its name for the head, its divisor, its decimals. Chosen by the largest amount. */
export function moneyColumn(language: Language, amounts: readonly number[]): MoneyColumn {
  const largest = amounts.reduce((a, b) => (Number.isFinite(b) ? Math.max(a, Math.abs(b)) : a), 0);
  const [unit, divisor, decimals] =
    language === "zh"
      ? largest >= yi
        ? (["亿元", yi, 2] as const)
        : largest >= wan
          ? (["万元", wan, largest >= 1000 * wan ? 1 : 2] as const)
          : (["元", 1, 0] as const)
      : largest >= million
        ? (["¥ million", million, 3] as const)
        : (["¥", 1, 0] as const);
  return { unit, divisor, format: (yuan, signed = false) => number(language, yuan / divisor, { decimals, signed }) };
}

/** A price a part with its interval's half-width: "52.31 ± 0.42 元/件", "¥52.31 ± 0.42 a part". */
export function unitPrice(language: Language, yuan: number, half = 0, signed = false): string {
  if (!Number.isFinite(yuan)) return "—";
  const spread = half > 0 ? ` ± ${number(language, half, { decimals: 2 })}` : "";
  const mean = number(language, Math.abs(yuan), { decimals: 2 });
  return t(language, "unit.priceSpread", { sign: signOf(yuan, { signed }), mean, spread });
}

function amount(language: Language, value: number, decimals: number, options: MoneyOptions): string {
  return number(language, value, { decimals, signed: options.signed === true });
}

function signOf(value: number, options: MoneyOptions): string {
  if (Math.round(value * 100) === 0) return "";
  return value < 0 ? "−" : options.signed === true ? "+" : "";
}

/** Headlines drop decimals that rounding to 3 figures made empty: 30.0 万元 → 30 万元. */
function trim(value: number, decimals: number, options: MoneyOptions): number {
  if (options.headline !== true) return decimals;
  let kept = decimals;
  while (kept > 0 && Math.abs(value - roundAt(value, -(kept - 1))) < 1e-9) kept--;
  return kept;
}
