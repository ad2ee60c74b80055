import type { Effect, Plan, Retrofit } from "../model";
import type { Follow } from "./draft";
import { renamed, renamedTarget } from "./references";
import type { Json } from "./json";

/** What a scenario holds besides its line that names parts of the line. */
interface Around {
  retrofits: Retrofit[];
  plans: Plan[];
  meta: { assumptions: { path?: string | undefined }[]; fits: { station: string }[] };
}

/** The rest of the scenario after renamings and after steps that lost what they change. */
export function followed<T extends Around>(scenario: T, steps: readonly Follow[]): T {
  return steps.reduce(
    (now, step) => (step.is === "renamed" ? afterRename(now, step) : without(now, step.retrofits)),
    scenario,
  );
}

function afterRename<T extends Around>(scenario: T, { list, from, to }: Follow & { is: "renamed" }): T {
  const target = (path: string): string => renamedTarget(path, list, from, to);
  const effectAfter = (effect: Effect): Effect => ({
    ...effect,
    target: target(effect.target),
    ...(effect.value === undefined ? {} : { value: renamed(effect.value as Json, list, from, to) }),
  });
  return {
    ...scenario,
    retrofits: scenario.retrofits.map((retrofit) => ({
      ...retrofit,
      effects: retrofit.effects.map(effectAfter),
      ...(retrofit.beforeOffer === undefined
        ? {}
        : { beforeOffer: { ...retrofit.beforeOffer, effects: retrofit.beforeOffer.effects.map(effectAfter) } }),
    })),
    meta: {
      ...scenario.meta,
      assumptions: scenario.meta.assumptions.map((each) =>
        each.path === undefined ? each : { ...each, path: target(each.path) },
      ),
      fits: scenario.meta.fits.map((fit) =>
        list === "stations" && fit.station === from ? { ...fit, station: to } : fit,
      ),
    },
  };
}

/** Steps taken out of the file and of every plan; a plan that held nothing else goes with them. */
function without<T extends Around>(scenario: T, retrofits: readonly string[]): T {
  const stays = (entry: Plan["retrofits"][number]): boolean =>
    !retrofits.includes(typeof entry === "string" ? entry : entry.id);
  return {
    ...scenario,
    retrofits: scenario.retrofits
      .filter((retrofit) => !retrofits.includes(retrofit.id))
      .map((retrofit) => ({ ...retrofit, excludes: retrofit.excludes.filter((id) => !retrofits.includes(id)) })),
    plans: scenario.plans
      .map((plan) => (plan.retrofits.every(stays) ? plan : { ...plan, retrofits: plan.retrofits.filter(stays) }))
      .filter((plan, i) => plan.retrofits.length > 0 || scenario.plans[i]!.retrofits.length === 0),
  };
}
