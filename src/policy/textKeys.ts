/**
 * The sentences this room may ask for; the words live in `text`. Params ending in `Yuan` are money, in `Rate` shares 0..1;
 * `from` is a date, `chosen`, `others` and `other` are ids of rules.
 *
 * - thresholdNotReached {missingYuan, thresholdYuan, testedYuan} · thresholdExactlyMet {thresholdYuan}
 * - thresholdReached {thresholdYuan, testedYuan} · thresholdNear {missingYuan} · thresholdNarrowBase {narrowYuan, thresholdYuan}
 * - rateNotStated {capYuan} · userRate {userRate} · upperBound {boundRate, baseYuan, amountYuan}
 * - observedRate {observedRate, amountYuan} · capBinds {capYuan} · capFarAway {amountYuan, capYuan}
 * - interestCapBinds {amountYuan} · lprShare {shareRate, lprRate, amountYuan}
 * - award {capYuan, probabilityRate} · awardNoProbability {capYuan} · notYetValid {from, year} · expired {to, year}
 * - best {chosen} · exclusive (base) {chosen, others}
 * - assumptions: observedShare {observedRate} · lprDate {year, from} · lprNewest {from} · lprDateFromMemory {from}
 *   · lprAfterTable {year} · lprTenor {oneYearRate, overFiveRate} · wholeLoanLife {months} · probability {probabilityRate}
 *   · exclusive, stackedByUser, partsByFunding {other}
 */
export const policyTextKeys = [
  "policy.reason.notClaimed",
  "policy.reason.notYetValid",
  "policy.reason.expired",
  "policy.reason.notInForce",
  "policy.reason.noLoan",
  "policy.reason.noOwnFunds",
  "policy.reason.noSchedule",
  "policy.reason.noInvestment",
  "policy.reason.thresholdNotReached",
  "policy.reason.thresholdExactlyMet",
  "policy.reason.thresholdReached",
  "policy.reason.thresholdNear",
  "policy.reason.thresholdNarrowBase",
  "policy.reason.rateNotStated",
  "policy.reason.amountNotStated",
  "policy.reason.userRate",
  "policy.reason.upperBound",
  "policy.reason.observedRate",
  "policy.reason.capBinds",
  "policy.reason.capFarAway",
  "policy.reason.interestCapBinds",
  "policy.reason.lprShare",
  "policy.reason.award",
  "policy.reason.awardNoProbability",
  "policy.base.best",
  "policy.base.exclusive",
  "policy.base.nothing",
  "policy.assumption.inForce",
  "policy.assumption.eligible",
  "policy.assumption.exclVat",
  "policy.assumption.baseWholeInvestment",
  "policy.assumption.capPerProject",
  "policy.assumption.observedShare",
  "policy.assumption.ownFundsPart",
  "policy.assumption.looseThreshold",
  "policy.assumption.partsByFunding",
  "policy.assumption.exclusive",
  "policy.assumption.stackedByUser",
  "policy.assumption.lprDate",
  "policy.assumption.lprNewest",
  "policy.assumption.lprBeforeTable",
  "policy.assumption.lprDateFromMemory",
  "policy.assumption.lprAfterTable",
  "policy.assumption.lprTenor",
  "policy.assumption.lprFixed",
  "policy.assumption.wholeLoanLife",
  "policy.assumption.interestCap",
  "policy.assumption.probability",
] as const;

export type PolicyTextKey = (typeof policyTextKeys)[number];
