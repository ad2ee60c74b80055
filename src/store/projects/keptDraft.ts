import type { LineDraft } from "../state";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A line in work as it was kept; null where it is damaged: the line that runs is there all the same. */
export function readDraft(found: unknown): LineDraft | null {
  if (!isObject(found) || !isObject(found.line) || !Array.isArray(found.follow) || !Array.isArray(found.problems))
    return null;
  return found.follow.every(isFollow) && found.problems.every(isProblem) ? (found as unknown as LineDraft) : null;
}

function isFollow(step: unknown): boolean {
  if (!isObject(step)) return false;
  return step.is === "renamed"
    ? [step.list, step.from, step.to].every((each) => typeof each === "string")
    : step.is === "dropped" && Array.isArray(step.retrofits);
}

const isProblem = (problem: unknown): boolean =>
  isObject(problem) && typeof problem.path === "string" && typeof problem.code === "string" && isObject(problem.params);
