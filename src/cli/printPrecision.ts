import type { Precision } from "../experiment";
import { type Language, number, plusMinus, t } from "../text";

/** What the sequential comparison can say of each plan, one line a plan, and whether the wish was met. */
export function precisionText(language: Language, ids: readonly string[], precision: Precision): string {
  const today = precision.first.mean;
  const rate = (mean: number, half: number, signed: boolean): string =>
    `${plusMinus(language, (100 * mean) / today, (100 * half) / today, { signed })} %`;
  const plans = precision.differences.map(({ verdict, mean, half, more }, i) => {
    const says =
      verdict === "notProven"
        ? more === null
          ? t(language, "cli.notProvenEver")
          : t(language, "cli.notProvenYet", { more: number(language, more, { decimals: 0 }) })
        : t(language, `cli.verdict.${verdict}`);
    return `  ${ids[i + 1]}: ${rate(mean, half, true)}  ${says}`;
  });
  return [
    t(language, precision.state === "precise" ? "cli.precise" : "cli.precisionCap", { n: precision.replications }),
    ...(plans.length > 0 ? plans : [`  ${ids[0]}: ± ${rate(0, precision.first.half, false).replace(/^.*± /, "")}`]),
  ].join("\n");
}
