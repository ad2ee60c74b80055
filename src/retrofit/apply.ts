import {
  scaleDistribution,
  type Distribution,
  type Effect,
  type Line,
  type Plan,
  type Problem,
  type Retrofit,
  type Scenario,
} from "../model";
import { chosenOf } from "./chosen";
import { conflictsAmong } from "./conflicts";
import { locate, nameOf, type Located } from "./path";
import { copyOf, isRecord } from "./plain";
import { validated } from "./validate";
import { actedUpon, inCase, isCounted, partly, type EffectCase } from "./value";

/** One change a plan made. `before` is absent where there was nothing, `after` where something was taken away. */
export interface Touched {
  retrofitId: string;
  path: string;
  op: Effect["op"];
  before?: unknown;
  after?: unknown;
}

export type Applied =
  { ok: true; line: Line; touched: Touched[]; chosen: Retrofit[] } | { ok: false; problems: Problem[] };

export interface ApplyOptions {
  /** share of found losses acted upon, by retrofit id; before the plan's and the retrofit's own */
  actionRates?: Readonly<Record<string, number>>;
  /** which end of {low, likely, high} values is used; default likely */
  case?: EffectCase;
  /** the same for single retrofits, e.g. `low` for one that fails */
  cases?: Readonly<Record<string, EffectCase>>;
  /**
   * How far a retrofit has been learned, 0 … 1, by id (absent: 1): `parameter = base + Δ · progress`. People and machines
   * are there at once; what cannot be half done (a removed pool, another distribution) is done whole.
   */
  progress?: Readonly<Record<string, number>>;
}

interface Step {
  retrofitId: string;
  place: string;
  effect: Effect;
  value: unknown;
  rate: number;
  progress: number;
}

type Outcome = { touched: Touched } | { problem: Problem } | null;

const order: readonly Effect["op"][] = ["remove", "set", "scale", "add", "insert"];

function assign(at: Located, value: unknown): void {
  (at.parent as Record<string | number, unknown>)[at.key] = value;
}

function needsNumber(step: Step): Outcome {
  const { target, op } = step.effect;
  return { problem: { path: step.place, code: "needsNumber", params: { target, op } } };
}

function unknownTarget(step: Step, near: string): Outcome {
  return {
    problem: { path: step.place, code: "unknownTarget", params: { target: step.effect.target, nearest: near } },
  };
}

function change(step: Step, at: Located, after: unknown): Outcome {
  const { retrofitId, effect } = step;
  const touched: Touched = { retrofitId, path: effect.target, op: effect.op, after: copyOf(after) };
  if (at.exists) touched.before = copyOf(at.value);
  assign(at, after);
  return { touched };
}

function remove(line: Record<string, unknown>, step: Step, gone: Set<string>): Outcome {
  const { target } = step.effect;
  if (gone.has(target)) return null;
  const found = locate(line, target, false);
  if (!found.ok) return unknownTarget(step, found.nearest);
  const { parent, key, value } = found.at;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  gone.add(target);
  return { touched: { retrofitId: step.retrofitId, path: target, op: "remove", before: value } };
}

function set(line: Record<string, unknown>, step: Step): Outcome {
  const { effect, value, rate } = step;
  if (value === undefined) return { problem: { path: `${step.place}.value`, code: "missing", params: {} } };
  const found = locate(line, effect.target, !effect.needsAction);
  if (!found.ok) return unknownTarget(step, found.nearest);
  const before = found.at.value;
  if (!effect.needsAction) return change(step, found.at, partly(effect.target, before, copyOf(value), step.progress));
  if (typeof value !== "number" || typeof before !== "number") return needsNumber(step);
  const acted = actedUpon("set", value, before, rate);
  return rate === 0 ? null : change(step, found.at, partly(effect.target, before, acted, step.progress));
}

function isDistributionObject(value: unknown): value is Exclude<Distribution, number> {
  return isRecord(value) && typeof value.dist === "string";
}

function scaleOrAdd(line: Record<string, unknown>, step: Step): Outcome {
  const { effect, value, rate } = step;
  const found = locate(line, effect.target, false);
  if (!found.ok) return unknownTarget(step, found.nearest);
  const before = found.at.value;
  if (typeof value !== "number") return needsNumber(step);
  const wanted = effect.needsAction ? actedUpon(effect.op, value, 0, rate) : value;
  const whole = step.progress === 1 || isCounted(effect.target);
  const amount = whole ? wanted : actedUpon(effect.op, wanted, 0, step.progress);
  const untouched = effect.needsAction && rate === 0;
  if (effect.op === "scale" && isDistributionObject(before)) {
    return untouched ? null : change(step, found.at, scaleDistribution(before, amount));
  }
  if (typeof before !== "number") return needsNumber(step);
  return untouched ? null : change(step, found.at, effect.op === "scale" ? before * amount : before + amount);
}

function insert(line: Record<string, unknown>, step: Step): Outcome {
  const { target } = step.effect;
  if (!isRecord(step.value)) return needsPart(step);
  const found = locate(line, target, true);
  if (!found.ok) return unknownTarget(step, found.nearest);
  const list: unknown = found.at.exists ? found.at.value : [];
  if (!Array.isArray(list)) return unknownTarget(step, target.split(".").slice(0, -1).join("."));
  const part = copyOf(step.value);
  const name = nameOf(part, list.length);
  if (list.some((element, index) => nameOf(element, index) === name)) {
    return { problem: { path: step.place, code: "duplicateId", params: { id: name } } };
  }
  assign(found.at, [...(list as unknown[]), part]);
  return { touched: { retrofitId: step.retrofitId, path: `${target}.${name}`, op: "insert", after: copyOf(part) } };
}

function needsPart(step: Step): Outcome {
  const found = step.value === undefined ? "nothing" : JSON.stringify(step.value);
  return { problem: { path: `${step.place}.value`, code: "wrongType", params: { expected: "object", found } } };
}

function perform(line: Record<string, unknown>, step: Step, gone: Set<string>): Outcome {
  const { op, needsAction } = step.effect;
  if (op === "remove" || op === "insert") {
    // Half a machine cannot be put in or taken away: only numbers can be acted upon in part.
    if (needsAction) return needsNumber(step);
    return op === "remove" ? remove(line, step, gone) : insert(line, step);
  }
  return op === "set" ? set(line, step) : scaleOrAdd(line, step);
}

/** A fault the schema found is told at the effect that caused it, where one touched that place. */
function attributed(problem: Problem, steps: readonly Step[]): Problem {
  const place = problem.path.slice("line.".length);
  const cause = steps.findLast(({ effect, value }) => {
    const inserted = effect.op === "insert" ? `${effect.target}.${nameOf(value, 0)}` : effect.target;
    return place === inserted || place.startsWith(`${inserted}.`) || inserted.startsWith(`${place}.`);
  });
  if (cause === undefined) return problem;
  return { ...problem, path: cause.place, params: { target: place, ...problem.params } };
}

/**
 * The line a plan makes of the scenario's: remove → set → scale → add → insert over all chosen retrofits together, then
 * through the model's schema again. The order of retrofits inside the plan means nothing. Never changes its arguments.
 *
 * `scale` on a distribution scales its mean and keeps its cv, on a number multiplies. Effects that need action are
 * reduced to the action rate; at rate 0 the line is the same to the bit. Two retrofits may remove the same thing.
 * Problems: unknownReference, duplicateId, excluded, requires, conflictSet, unknownTarget, needsNumber, missing,
 * wrongType, and what the model says of the edited line (notInteger, tooSmall, unknownKey, unknownReference …).
 */
export function applyPlan(scenario: Scenario, plan: Plan, options: ApplyOptions = {}): Applied {
  const picked = chosenOf(scenario, plan, options.actionRates);
  if (!picked.ok) return picked;
  const { chosen, actionRates } = picked;
  const clashes = conflictsAmong(chosen);
  if (clashes.length > 0) return { ok: false, problems: clashes };

  const steps = chosen.flatMap((retrofit) =>
    retrofit.effects.map((effect, index): Step => ({
      retrofitId: retrofit.id,
      place: `retrofits.${retrofit.id}.effects[${index}]`,
      effect,
      value: inCase(effect.value, options.cases?.[retrofit.id] ?? options.case ?? "likely"),
      rate: actionRates[retrofit.id] ?? retrofit.actionRate,
      progress: options.progress?.[retrofit.id] ?? 1,
    })),
  );
  const edited = copyOf(scenario.line) as Record<string, unknown>;
  const gone = new Set<string>();
  const touched: Touched[] = [];
  const problems: Problem[] = [];
  for (const op of order) {
    for (const step of steps) {
      if (step.effect.op !== op) continue;
      const outcome = perform(edited, step, gone);
      if (outcome === null) continue;
      if ("problem" in outcome) problems.push(outcome.problem);
      else touched.push(outcome.touched);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const result = validated(edited);
  if (!result.ok) return { ok: false, problems: result.problems.map((problem) => attributed(problem, steps)) };
  return { ok: true, line: result.line, touched, chosen };
}
