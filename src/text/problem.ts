import { isTextKey, t, tLoose, type Language, type TextKey } from "./t";

/** An expected failure as the model hands it over (structurally `Problem` of the model room, which text may not import). */
export interface ProblemLike {
  path: string;
  code: string;
  params: Record<string, string | number>;
}

const longest = 160;

/**
 * One fault in words: the place, what was found there, what is allowed.
 * Example (en): `line.stations.op30.machines: found −1; at least 1 is allowed.`
 */
export function problemText(language: Language, problem: ProblemLike): string {
  const place = problem.path === "" ? t(language, "problem.wholeFile") : problem.path;
  return t(language, "problem.at", { place, what: problemSentence(language, problem) });
}

/** The same without the place. */
export function problemSentence(language: Language, problem: ProblemLike): string {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(problem.params))
    params[name] = shorten(word(language, name, String(value)));
  const variant = `problem.${problem.code}${params["nearest"] === "" ? "None" : ""}`;
  const key = isTextKey(variant) ? variant : `problem.${problem.code}`;
  if (isTextKey(key)) return tLoose(language, key, params);
  return t(language, "problem.other", { code: problem.code, found: Object.values(params).join(", ") });
}

/** Names of types and kinds are words of the schema; those we know are said in the user's language. */
function word(language: Language, name: string, value: string): string {
  const space = name === "expected" || name === "found" ? "type" : name === "kind" || name === "what" ? name : null;
  if (space === null) return value;
  const key = `${space}.${value}`;
  return isTextKey(key) ? t(language, key as TextKey & "type.number") : value;
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
