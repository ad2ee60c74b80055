import type { Difference, Estimate } from "../measure";
import { plusMinus, quantity, type TextKey } from "../text";
import { useWords } from "./context";
import { halfWidth, judge } from "./judge";

interface EstimateProps {
  estimate: Estimate;
  /** left out where the row names it */
  unit?: TextKey;
  scale?: number;
  figures?: number;
}

/** A random figure: mean ± half-width and unit, with the exact interval for screen readers and on hover. */
export function EstimateText({ estimate, unit, scale = 1, figures = 4 }: EstimateProps) {
  const { language } = useWords();
  return (
    <span className="xj-number">
      {quantity(language, estimate, { ...(unit === undefined ? {} : { unit }), scale, figures })}
    </span>
  );
}

interface DifferenceProps {
  difference: Difference;
  scale?: number;
  better: "more" | "less" | null;
  isComplete: boolean;
}

/** Plan − baseline: sign, arrow, 95 % half-width, percent; or in words that no difference is proven. */
export function DifferenceText({ difference, scale = 1, better, isComplete }: DifferenceProps) {
  const { language, say } = useWords();
  const judgement = judge(difference, isComplete);
  const absolute = plusMinus(language, difference.mean * scale, halfWidth(difference.ci95) * scale, { signed: true });
  const relative =
    difference.percent === null
      ? ""
      : `${plusMinus(language, difference.percent.mean, halfWidth(difference.percent.ci95), { signed: true })} %`;
  return (
    <span className="xj-difference" data-judgement={judgement} data-tone={toneOf(difference, better)}>
      <span className="xj-number">
        {judgement === "proven" && <span aria-hidden="true">{difference.mean > 0 ? "▲ " : "▼ "}</span>}
        {absolute}
      </span>
      {relative !== "" && <span className="xj-number xj-relative">{relative}</span>}
      <Chip judgement={judgement} says={say(`judge.${judgement}`)} />
    </span>
  );
}

export function Chip({ judgement, says }: { judgement: "proven" | "uncertain" | "none"; says: string }) {
  return (
    <span className="xj-chip" data-judgement={judgement}>
      {says}
    </span>
  );
}

/** Gain and loss by sign and direction; only what is proven gets a colour. */
export function toneOf(difference: Difference, better: "more" | "less" | null): "gain" | "loss" | "even" {
  if (!difference.proven || better === null || difference.mean === 0) return "even";
  return difference.mean > 0 === (better === "more") ? "gain" : "loss";
}
