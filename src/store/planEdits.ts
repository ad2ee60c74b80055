import type { Name, Plan, Retrofit, Scenario } from "../model";
import { idOf, retrofitsOf } from "./plans";
import type { Project } from "./state";

/** An edit that names what it made. */
export interface Made {
  project: Project;
  planId: string;
}

const withScenario = (project: Project, change: Partial<Scenario>): Project => ({
  ...project,
  scenario: { ...project.scenario, ...change },
});

/** `wanted` while nobody has it, else `wanted` with the first free number behind it. */
function freeId(wanted: string, taken: ReadonlySet<string>, between = ""): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}${between}${n}`)) return `${wanted}${between}${n}`;
}

const idsOf = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));

/**
 * The project with retrofits put into it and a plan that consists of them, under the first one's name. A retrofit that is
 * there already under that id stays as it is when `reuse` names it; another of the same id gets a number and cannot be
 * chosen together with its twin.
 */
export function withRetrofitPlan(
  project: Project,
  retrofits: readonly Retrofit[],
  markWanted: string,
  reuse: readonly string[] = [],
): Made {
  const { scenario } = project;
  const taken = idsOf(scenario.retrofits);
  const named = retrofits.map((retrofit): Retrofit => {
    const id = freeId(retrofit.id, taken, "-");
    taken.add(id);
    return id === retrofit.id ? retrofit : { ...retrofit, id, excludes: [...retrofit.excludes, retrofit.id] };
  });
  const planId = freeId(markWanted, idsOf(scenario.plans), "-");
  const [first] = named;
  const plan: Plan = {
    id: planId,
    ...(first === undefined ? {} : { name: first.name }),
    retrofits: [...named.map(({ id }) => id), ...reuse],
    financing: { kind: "ownFunds" },
  };
  const changed = { retrofits: [...scenario.retrofits, ...named], plans: [...scenario.plans, plan] };
  return { project: withScenario(project, changed), planId };
}

/** The project with one retrofit in another's place. */
export function withRetrofit(project: Project, id: string, change: (retrofit: Retrofit) => Retrofit): Project {
  const { retrofits } = project.scenario;
  return withScenario(project, { retrofits: retrofits.map((each) => (each.id === id ? change(each) : each)) });
}

/**
 * A copy of a plan that can go its own way: its retrofits are copied too, because two plans of the same retrofits would
 * be one. A copy excludes what it was copied from, and asks for the copies of what that asked for.
 */
export function withPlanCopy(project: Project, planId: string, name: (name: Name) => Name): Made | null {
  const { scenario } = project;
  const plan = scenario.plans.find(({ id }) => id === planId);
  if (plan === undefined || plan.retrofits.length === 0) return null;
  const own = retrofitsOf(plan);
  const taken = idsOf(scenario.retrofits);
  const copyIds = new Map<string, string>();
  for (const id of own) {
    const copy = freeId(id, taken, id.length < 3 ? "" : "-");
    taken.add(copy);
    copyIds.set(id, copy);
  }
  const copies = scenario.retrofits
    .filter(({ id }) => copyIds.has(id))
    .map((retrofit): Retrofit => ({
      ...retrofit,
      id: copyIds.get(retrofit.id) ?? retrofit.id,
      excludes: [...retrofit.excludes, retrofit.id],
      requires: retrofit.requires.map((group) => group.map((id) => copyIds.get(id) ?? id)),
      name: own.length === 1 ? name(retrofit.name) : retrofit.name,
    }));
  const first = scenario.retrofits.find(({ id }) => id === own[0]);
  const fullName = plan.name ?? first?.name ?? { zh: planId, en: planId };
  const copy: Plan = {
    ...plan,
    id: freeId(planId, idsOf(scenario.plans), planId.length < 3 ? "" : "-"),
    name: name(fullName),
    retrofits: plan.retrofits.map((entry) => {
      const id = copyIds.get(idOf(entry)) ?? idOf(entry);
      return typeof entry === "string" ? id : { ...entry, id };
    }),
  };
  const at = scenario.plans.indexOf(plan) + 1;
  const plans = [...scenario.plans.slice(0, at), copy, ...scenario.plans.slice(at)];
  return {
    project: withScenario(project, { retrofits: [...scenario.retrofits, ...copies], plans }),
    planId: copy.id,
  };
}

/** The project with a plan under another name. */
export function withPlanName(project: Project, planId: string, name: Name): Project {
  const { plans } = project.scenario;
  return withScenario(project, { plans: plans.map((plan) => (plan.id === planId ? { ...plan, name } : plan)) });
}

/** The project without a plan, and without the retrofits that only this plan had and nobody asks for. */
export function withoutPlan(project: Project, planId: string): Project {
  const { scenario } = project;
  const plan = scenario.plans.find(({ id }) => id === planId);
  if (plan === undefined) return project;
  const plans = scenario.plans.filter((each) => each !== plan);
  const needed = new Set([
    ...plans.flatMap(retrofitsOf),
    ...scenario.retrofits.flatMap(({ requires, bundleOf }) => [...requires.flat(), ...bundleOf]),
  ]);
  const gone = new Set(retrofitsOf(plan).filter((id) => !needed.has(id)));
  return withScenario(project, { plans, retrofits: scenario.retrofits.filter(({ id }) => !gone.has(id)) });
}
