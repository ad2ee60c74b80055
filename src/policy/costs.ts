import type { SubsidyBase } from "../model";
import { say } from "./finding";
import type { CostLine, PolicyProject, PolicyText, ProjectCosts } from "./types";

const costLines: readonly CostLine[] = ["equipment", "software", "integration", "training", "cloud", "construction"];

/** What a rule looks at: the cost lines as they count, their sum, and who pays which part of it. Yuan. */
export interface Counted {
  costs: ProjectCosts;
  total: number;
  /** part of the investment paid from own funds, 0..1 */
  ownPart: number;
  leased: number;
}

/**
 * The investment as rules count it. Leased assets are no purchase, so they are in no base and no threshold unless the
 * user reads the document so. Where nobody says what is leased, it is what a lease, gain share or pay-per-use covers.
 * Example: a robot of 60 万 on lease in a plan of 100 万 leaves 40 万.
 */
export function countedCosts(project: PolicyProject): Counted {
  const costs: ProjectCosts = { equipment: 0, software: 0, integration: 0, training: 0 };
  let leased = 0;
  const { financing } = project;
  const covered: readonly string[] = project.leased === undefined && "covers" in financing ? financing.covers : [];
  for (const line of costLines) {
    const all = project.costs[line] ?? 0;
    const mark = project.leased?.[line] ?? covered.includes(line);
    const part = mark === true ? all : mark === false ? 0 : Math.min(Math.max(mark, 0), all);
    leased += part;
    costs[line] = project.countLeased === true ? all : all - part;
  }
  const total = totalOf(costs);
  return { costs, total, ownPart: financing.kind === "loan" ? 1 - financing.share : 1, leased };
}

/** Sum of all cost lines, yuan. */
export function totalOf(costs: ProjectCosts): number {
  return costLines.reduce((sum, line) => sum + (costs[line] ?? 0), 0);
}

/** Sum of the lines named, yuan; null = the whole investment; `loan` = the part borrowed. */
export function sumOf(items: readonly SubsidyBase[] | null, counted: Counted): number {
  if (items === null) return counted.total;
  return items.reduce(
    (sum, item) => sum + (item === "loan" ? counted.total * (1 - counted.ownPart) : (counted.costs[item] ?? 0)),
    0,
  );
}

export function leasing(project: PolicyProject, counted: Counted): PolicyText[] {
  if (counted.leased <= 0) return [];
  const params = { leasedYuan: counted.leased };
  return [
    say(project.countLeased === true ? "policy.assumption.leasedCounted" : "policy.assumption.leasedOut", params),
  ];
}
