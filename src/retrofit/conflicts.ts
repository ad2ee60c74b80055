import type { Problem, Retrofit } from "../model";

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

function setConflicts(chosen: readonly Retrofit[]): Problem[] {
  const sets = chosen.flatMap((retrofit) =>
    retrofit.effects.flatMap((effect, index) =>
      effect.op === "set" ? [{ id: retrofit.id, index, target: effect.target }] : [],
    ),
  );
  const problems: Problem[] = [];
  for (const [i, a] of sets.entries()) {
    for (const b of sets.slice(i + 1)) {
      if (!within(a.target, b.target) && !within(b.target, a.target)) continue;
      const path = a.target.length >= b.target.length ? a.target : b.target;
      problems.push({
        path: `retrofits.${b.id}.effects[${b.index}]`,
        code: "conflictSet",
        params: { path, a: a.id, b: b.id },
      });
    }
  }
  return problems;
}

function exclusions(chosen: readonly Retrofit[]): Problem[] {
  const problems: Problem[] = [];
  for (const [i, a] of chosen.entries()) {
    for (const b of chosen.slice(i + 1)) {
      if (!a.excludes.includes(b.id) && !b.excludes.includes(a.id)) continue;
      problems.push({ path: `retrofits.${b.id}`, code: "excluded", params: { a: a.id, b: b.id } });
    }
  }
  return problems;
}

function missingRequirements(chosen: readonly Retrofit[]): Problem[] {
  const ids = new Set(chosen.map((retrofit) => retrofit.id));
  return chosen.flatMap((retrofit): Problem[] => {
    const unmet = retrofit.requires.filter((group) => !group.some((id) => ids.has(id)));
    if (unmet.length === 0) return [];
    const groups = unmet.map((group) => group.join(" | ")).join("; ");
    return [{ path: `retrofits.${retrofit.id}`, code: "requires", params: { a: retrofit.id, groups } }];
  });
}

/**
 * Why these retrofits cannot be chosen together: exclusions (either side may name the other), unmet requirements
 * (any-of groups), and two `set`s on one place or one inside the other. Whether the paths exist is not looked at.
 */
export function conflictsAmong(chosen: readonly Retrofit[]): Problem[] {
  return [...exclusions(chosen), ...missingRequirements(chosen), ...setConflicts(chosen)];
}
