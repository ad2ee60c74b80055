import type { LprTable, PolicyRule } from "../model";
import { signed } from "./assumptions";
import { capexAmount } from "./capexShare";
import { nothing, refuse, say, type Finding } from "./finding";
import { addOnAmount, awardAmount, fixedAmount } from "./fixedAmount";
import { interestAmount, yearly } from "./interestShare";
import type { PolicyProject, PolicyText, RuleVerdict } from "./types";

/**
 * One rule against one project: what it pays at least, likely and at most (yuan), and why. Works from the rule's data
 * only, never from its id. `under` = the verdict of the rule an add-on multiplies.
 */
export function evaluateRule(
  rule: PolicyRule,
  project: PolicyProject,
  lpr: LprTable,
  under?: RuleVerdict,
): RuleVerdict {
  const found = outsideForce(rule, project) ?? guarded(rule, project, byKind(rule, project, lpr, under));
  const gaps = found.verdict === "doesNotApply" ? found.assumptions : [...found.assumptions, ...common(rule)];
  const byMonth = found.byMonth ?? null;
  return {
    ruleId: rule.id,
    name: rule.name,
    kind: rule.kind,
    status: rule.status,
    verdict: found.verdict,
    amount: found.amount,
    byMonth,
    byYear: byMonth === null ? null : yearly(byMonth),
    payLagMonths: rule.payLagMonths,
    reasons: found.reasons,
    distanceToThreshold: found.distanceToThreshold ?? null,
    threshold: found.threshold ?? null,
    cases: found.cases ?? null,
    document: rule.document,
    section: rule.section,
    phrase: rule.phrase,
    isSecondHand: rule.source.kind === "secondHand",
    stated: rule.stated,
    notStated: rule.notStated,
    notes: rule.notes,
    evidence: rule.evidence,
    assumptions: gaps.map((gap) => signed(gap, project)),
  };
}

function outsideForce(rule: PolicyRule, project: PolicyProject): Finding | null {
  const year = project.year ?? project.drawDown?.year;
  if (project.claimed !== undefined && !project.claimed.includes(rule.id))
    return refuse(say("policy.reason.notClaimed"));
  if (rule.status === "historical") return refuse(say("policy.reason.notInForce"));
  const isLocal = rule.level === "city" || rule.level === "district";
  if (isLocal && project.city !== undefined && rule.city !== "other" && rule.city !== project.city)
    return refuse(say("policy.reason.otherCity"));
  if (rule.district !== undefined && project.district !== undefined && rule.district !== project.district)
    return refuse(say("policy.reason.otherDistrict", { district: rule.district }));
  if (year === undefined) return null;
  if (rule.validFrom !== null && isBefore(project, year, rule.validFrom))
    return refuse(say("policy.reason.notYetValid", { from: rule.validFrom, year }));
  if (rule.validTo !== null && isAfter(project, year, rule.validTo))
    return refuse(say("policy.reason.expired", { to: rule.validTo, year }));
  return null;
}

type Dated = number | string;

/** Months where the project is dated so finely (draw-down in that year), else years. */
function stamp(project: PolicyProject, year: number, limit: Dated): [project: number, limit: number] {
  if (typeof limit === "number") return [year, limit];
  const [limitYear = 0, limitMonth = 1] = limit.split("-").map(Number);
  if (project.drawDown === undefined || project.drawDown.year !== year) return [year, limitYear];
  return [year * 12 + project.drawDown.month, limitYear * 12 + limitMonth];
}

const isBefore = (project: PolicyProject, year: number, limit: Dated): boolean => {
  const [now, from] = stamp(project, year, limit);
  return now < from;
};
const isAfter = (project: PolicyProject, year: number, limit: Dated): boolean => {
  const [now, to] = stamp(project, year, limit);
  return now > to;
};

function byKind(rule: PolicyRule, project: PolicyProject, lpr: LprTable, under: RuleVerdict | undefined): Finding {
  switch (rule.kind) {
    case "capexShare":
      return capexAmount(rule, project);
    case "interestShare":
      return interestAmount(rule, project, lpr);
    case "fixedAmount":
      return fixedAmount(rule, project);
    case "addOn":
      return addOnAmount(rule, project, under);
    case "award":
      return awardAmount(rule, project);
  }
}

/** Money that hangs on a fact nobody has given yet counts 0; what it could be at most stays visible. */
function guarded(rule: PolicyRule, project: PolicyProject, found: Finding): Finding {
  if (found.verdict === "doesNotApply") return found;
  const open: PolicyText[] = [];
  if (rule.district !== undefined && project.district === undefined)
    open.push(say("policy.reason.districtNotGiven", { district: rule.district }));
  const isConfirmed = rule.status === "inForce" || project.confirmed?.includes(rule.id) === true;
  if (rule.source.kind === "secondHand" && !isConfirmed) open.push(say("policy.reason.secondHand"));
  if (open.length === 0) return found;
  const { byMonth, ...rest } = found;
  return {
    ...rest,
    verdict: found.verdict === "chance" ? "chance" : "needsInput",
    amount: { ...nothing, high: found.amount.high },
    ...(byMonth === undefined ? {} : { byMonth: byMonth.map(() => 0) }),
    reasons: [...open, ...found.reasons],
  };
}

function common(rule: PolicyRule): PolicyText[] {
  const list = [say("policy.assumption.eligible")];
  if (rule.status !== "inForce") list.unshift(say("policy.assumption.inForce"));
  if (rule.supersededBy !== undefined && !rule.supersededBy.stated)
    list.push(say("policy.assumption.notSuperseded", { other: rule.supersededBy.id }));
  return list;
}
