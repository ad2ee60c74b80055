import type { PolicyRule } from "../model";
import { countedCosts, leasing, sumOf, type Counted } from "./costs";
import { ask, refuse, say, type Finding } from "./finding";
import { capAssumptions, capLeft, termsOf, type Terms } from "./terms";
import { partOf, testThresholds } from "./threshold";
import type { PolicyProject, PolicyText, ThresholdTest } from "./types";

/** What must hold before any money is reckoned: an investment, the right funds, thresholds, a tier. */
export interface Gate {
  counted: Counted;
  terms: Terms;
  part: number;
  refused: Finding | null;
  reasons: PolicyText[];
  assumptions: PolicyText[];
  place: { distanceToThreshold?: number; threshold?: ThresholdTest };
}

export function openGate(rule: PolicyRule, project: PolicyProject): Gate {
  const counted = countedCosts(project);
  const part = partOf(rule, counted);
  const terms = termsOf(rule, project, counted);
  const tested = testThresholds(rule, project, counted);
  const place =
    tested !== null
      ? { distanceToThreshold: tested.distance, threshold: tested.test }
      : terms.belowTiers !== undefined
        ? { distanceToThreshold: terms.belowTiers.distance, threshold: terms.belowTiers.test }
        : {};
  const assumptions = [...leasing(project, counted), ...(tested?.assumptions ?? []), ...terms.assumptions];
  const refused = (...reasons: PolicyText[]): Finding => ({ ...refuse(...reasons), ...place, assumptions });
  const no =
    counted.total <= 0
      ? refused(say("policy.reason.noInvestment"))
      : part <= 0
        ? refuse(say(rule.funding === "loan" ? "policy.reason.noLoan" : "policy.reason.noOwnFunds"))
        : tested !== null && !tested.passed
          ? refused(...tested.reasons)
          : terms.belowTiers !== undefined
            ? refused(
                say("policy.reason.belowTiers", {
                  testedYuan: terms.belowTiers.test.testedYuan,
                  tierYuan: terms.belowTiers.test.thresholdYuan,
                }),
              )
            : null;
  const reasons = [...(tested?.reasons ?? []), ...terms.reasons];
  return { counted, terms, part, refused: no, reasons, assumptions, place };
}

/**
 * Support as a share of the investment: `min(r · base, cap)`. An upper bound ("≤ r") pays between 0 and that, likely
 * `min(observed share × total, r · base, cap)`. A cap without a rate stays an open question: 0 until the user sets a
 * rate, with the three cases 0 / user's rate / cap. Yuan.
 * Example: equipment + software 103 万 of 124 万 at ≤ 6 % → 0 … 6.2 万, likely 2.74 % · 124 万 = 3.4 万.
 */
export function capexAmount(rule: PolicyRule, project: PolicyProject): Finding {
  const gate = openGate(rule, project);
  if (gate.refused !== null) return gate.refused;
  const { counted, terms, part } = gate;
  const own = project.amounts?.[rule.id];
  const assumptions = [
    ...gate.assumptions,
    say("policy.assumption.exclVat"),
    ...capAssumptions(terms.cap, project),
    ...(rule.base === null ? [say("policy.assumption.baseWholeInvestment")] : []),
  ];
  const found =
    terms.rate === null && own !== undefined
      ? setByUser(own, capLeft(terms.cap, project))
      : shareOf(rule, terms, project, sumOf(rule.base, counted) * part, counted.total * part);
  return {
    ...found,
    ...gate.place,
    reasons: [...gate.reasons, ...found.reasons],
    assumptions: [...assumptions, ...found.assumptions],
  };
}

/** Yuan the user has set where the document states no amount, kept under the cap. */
export function setByUser(yuan: number, cap: number): Finding {
  const amount = Math.min(Math.max(yuan, 0), cap);
  return {
    verdict: "applies",
    amount: { low: 0, likely: amount, high: Number.isFinite(cap) ? cap : amount },
    reasons: [say("policy.reason.userAmount", { amountYuan: amount })],
    assumptions: [say("policy.assumption.userAmount", { amountYuan: amount })],
  };
}

/** `base` and `invested`: yuan of the part the rule speaks of. */
function shareOf(rule: PolicyRule, terms: Terms, project: PolicyProject, base: number, invested: number): Finding {
  const cap = capLeft(terms.cap, project);
  const asked = project.rates?.[rule.id] ?? (terms.rate === null ? project.userRate : null);
  const reasons: PolicyText[] = [];
  const capped = (yuan: number): number => {
    if (yuan > cap) reasons.push(say("policy.reason.capBinds", { capYuan: cap }));
    return Math.min(yuan, cap);
  };
  const byUser = (rate: number): PolicyText[] => [say("policy.assumption.userRate", { userRate: rate })];

  if (terms.rate === null) {
    if (cap === Infinity) return ask(say("policy.reason.amountNotStated"));
    reasons.push(say("policy.reason.rateNotStated", { capYuan: cap }));
    const cases = { zero: 0 as const, userRate: null, cap };
    if (asked === null)
      return { verdict: "needsInput", amount: { low: 0, likely: 0, high: cap }, cases, reasons, assumptions: [] };
    reasons.push(say("policy.reason.userRate", { userRate: asked }));
    const likely = capped(asked * base);
    return {
      verdict: "applies",
      amount: { low: 0, likely, high: cap },
      cases: { ...cases, userRate: likely },
      reasons,
      assumptions: byUser(asked),
    };
  }

  const { op, value: bound } = terms.rate;
  if (op === ">" || op === ">=") {
    // a lower bound: counted at the bound unless the user knows the rate that is paid
    const rate = Math.max(bound, asked ?? bound);
    const likely = capped(rate * base);
    reasons.unshift(say("policy.reason.lowerBound", { boundRate: bound, baseYuan: base, amountYuan: likely }));
    const high = Number.isFinite(cap) ? Math.max(likely, Math.min(base, cap)) : likely;
    const assumptions = rate > bound ? byUser(rate) : [];
    return { verdict: likely > 0 ? "applies" : "doesNotApply", amount: { low: 0, likely, high }, reasons, assumptions };
  }

  const high = capped(bound * base);
  const atMost = { boundRate: bound, baseYuan: base, amountYuan: high };
  reasons.push(say(op === "=" ? "policy.reason.fixedRate" : "policy.reason.upperBound", atMost));
  if (high === 0) return refuse(...reasons);
  if (Number.isFinite(cap) && high < cap / 2)
    reasons.push(say("policy.reason.capFarAway", { amountYuan: high, capYuan: cap }));
  const low = op === "=" && rule.status === "inForce" ? high : 0;
  if (op === "=") return { verdict: "applies", amount: { low, likely: high, high }, reasons, assumptions: [] };
  if (asked !== null) {
    const rate = Math.min(asked, bound);
    reasons.push(say("policy.reason.userRate", { userRate: rate }));
    return {
      verdict: "applies",
      amount: { low: 0, likely: Math.min(rate * base, cap), high },
      reasons,
      assumptions: byUser(rate),
    };
  }
  if (rule.observed === undefined) {
    reasons.push(say("policy.reason.noObserved"));
    return { verdict: "needsInput", amount: { low: 0, likely: 0, high }, reasons, assumptions: [] };
  }
  const likely = Math.min(rule.observed.share * invested, high);
  reasons.push(say("policy.reason.observedRate", { observedRate: rule.observed.share, amountYuan: likely }));
  return {
    verdict: "applies",
    amount: { low: 0, likely, high },
    reasons,
    assumptions: [say("policy.assumption.observedShare", { observedRate: rule.observed.share })],
  };
}
