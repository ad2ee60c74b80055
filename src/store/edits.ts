import type { Economics, Name, Plan, Scenario } from "../model";
import { listedPlan, planOf, type Choice } from "./plans";
import type { Project } from "./state";

/** The project with other economics: prices only, so no figure of the line goes stale. */
export function withEconomics(project: Project, change: (economics: Economics) => Economics): Project {
  const economics = change(project.scenario.economics);
  return economics === project.scenario.economics
    ? project
    : { ...project, scenario: { ...project.scenario, economics } };
}

/**
 * The project with the plan of a choice changed (how it is paid, which rules are claimed). A choice that no plan of the
 * file stands for becomes one, under `name`: what is decided about it must be in the file that is saved.
 */
export function withPlan(project: Project, choice: Choice, name: Name, change: (plan: Plan) => Plan): Project {
  const { scenario } = project;
  const listed = listedPlan(scenario, choice);
  const own = planOf(scenario, choice);
  if (own === null) return project;
  const plans =
    listed === null
      ? [...scenario.plans, change({ ...own, id: freeId(scenario, choice), name })]
      : scenario.plans.map((plan) => (plan === listed ? change(plan) : plan));
  return { ...project, scenario: { ...scenario, plans } };
}

/** A way to pay for all of a plan: what single retrofits said of their own is dropped. */
export function paidBy(plan: Plan, financing: Plan["financing"]): Plan {
  const retrofits = plan.retrofits.map((entry) => {
    if (typeof entry === "string" || entry.financing === undefined) return entry;
    const { financing: _dropped, ...rest } = entry;
    return rest;
  });
  return { ...plan, retrofits, financing };
}

/** Short, because it is the plan's mark on the shelf: "AC", else P1, P2 … */
function freeId(scenario: Scenario, choice: Choice): string {
  const taken = new Set(scenario.plans.map((plan) => plan.id));
  const joined = [...choice].sort().join("");
  if (joined.length <= 3 && !taken.has(joined)) return joined;
  for (let n = 1; ; n++) if (!taken.has(`P${n}`)) return `P${n}`;
}
