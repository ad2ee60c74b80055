import {
  keysAt,
  LprTable,
  nearest,
  type Parsed,
  placeOf,
  PolicyFile,
  type Problem,
  problemsOf,
  stepInto,
} from "../model";

/** Packs above this are not read at all. */
const maximumBytes = 2_000_000;

/**
 * Text of a policy pack → its rules with all defaults, or every problem found, each with its place and what is allowed
 * there. Never throws on bad input. `known` = ids of rules in other packs that this one may refer to.
 */
export function parsePolicyPack(text: string, known: readonly string[] = []): Parsed<PolicyFile> {
  if (text.length > maximumBytes)
    return fails({ path: "", code: "tooLarge", params: { maximum: maximumBytes, found: text.length } });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return fails({ path: "", code: "notJson", params: { detail: error instanceof Error ? error.message : "" } });
  }
  return checkPolicyPack(json, known);
}

/** As parsePolicyPack, for a value that is already JSON. */
export function checkPolicyPack(json: unknown, known: readonly string[] = []): Parsed<PolicyFile> {
  const newer = newerVersion(json);
  if (newer !== null) return fails(newer);
  const result = PolicyFile.safeParse(json, { reportInput: true });
  if (!result.success) return { ok: false, problems: problemsOf(result.error.issues).map(withNearest) };
  const problems = [...crossChecks(result.data, known)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: result.data };
}

/** A table of loan prime rates, checked the same way. */
export function checkLprTable(json: unknown): Parsed<LprTable> {
  const newer = newerVersion(json);
  if (newer !== null) return fails(newer);
  const result = LprTable.safeParse(json, { reportInput: true });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, problems: problemsOf(result.error.issues).map(withNearest) };
}

function fails(problem: Problem): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [problem] };
}

function newerVersion(json: unknown): Problem | null {
  if (typeof json !== "object" || json === null || !("schemaVersion" in json)) return null;
  const version = json.schemaVersion;
  if (typeof version !== "number" || version <= 1) return null;
  return { path: "schemaVersion", code: "newerVersion", params: { version } };
}

/** A mistyped key is answered with the nearest one of that place. */
function withNearest(problem: Problem): Problem {
  if (problem.code !== "unknownKey") return problem;
  const key = String(problem.params.key);
  const steps = problem.path.split(/[.[\]]+/).filter((step) => step !== "");
  const place = steps.slice(0, -1).reduce((at, step) => stepInto(at, step), placeOf(PolicyFile));
  return { ...problem, params: { ...problem.params, nearest: nearest(key, keysAt(place)) } };
}

/** What the shape alone cannot say: ids once, references that lead somewhere, fields that the kind needs. */
function* crossChecks(pack: PolicyFile, known: readonly string[]): Generator<Problem> {
  const ids = pack.rules.map((rule) => rule.id);
  const allowed = [...ids, ...known];
  const numbers = pack.documents.map((d) => d.number);
  for (const [i, rule] of pack.rules.entries()) {
    const at = `rules[${i}]`;
    if (ids.indexOf(rule.id) !== i) yield { path: `${at}.id`, code: "duplicateId", params: { id: rule.id } };
    if (numbers.length > 0 && !numbers.includes(rule.document))
      yield unknown(`${at}.document`, "documents", rule.document, numbers);
    const lists = { excludes: rule.excludes, stacksWith: rule.stacksWith, addOnTo: rule.addOnTo };
    for (const [name, list] of Object.entries(lists))
      for (const [j, id] of list.entries())
        if (!allowed.includes(id)) yield unknown(`${at}.${name}[${j}]`, "policy", id, allowed);
    if (rule.supersededBy !== undefined && !allowed.includes(rule.supersededBy.id))
      yield unknown(`${at}.supersededBy.id`, "policy", rule.supersededBy.id, allowed);
    yield* ladderChecks(pack, rule, at);
    yield* kindChecks(rule, at);
  }
}

type Rule = PolicyFile["rules"][number];

function* ladderChecks(pack: PolicyFile, rule: Rule, at: string): Generator<Problem> {
  const { title } = rule;
  if (title === undefined || pack.ladder.length === 0) return;
  const step = pack.ladder.find((s) => s.id === title.id);
  if (step === undefined)
    yield unknown(
      `${at}.title.id`,
      "ladder",
      title.id,
      pack.ladder.map((s) => s.id),
    );
  else if (step.subject !== title.subject)
    yield { path: `${at}.title.subject`, code: "notOneOf", params: { allowed: step.subject, found: title.subject } };
  else if (step.rank !== title.rank)
    yield { path: `${at}.title.rank`, code: "notOneOf", params: { allowed: step.rank, found: title.rank } };
}

function* kindChecks(rule: Rule, at: string): Generator<Problem> {
  const missing = (field: string, expected: string): Problem => ({
    path: `${at}.${field}`,
    code: "missing",
    params: { expected },
  });
  if (rule.kind === "award" && rule.event === undefined) yield missing("event", "zh, en");
  if (rule.kind === "addOn" && rule.addOnTo.length !== 1) yield missing("addOnTo", "[id]");
  if (rule.kind === "interestShare" && rule.funding === "ownFunds")
    yield { path: `${at}.funding`, code: "notOneOf", params: { allowed: "loan", found: rule.funding } };
  if (rule.interest !== undefined && rule.kind !== "interestShare")
    yield { path: `${at}.kind`, code: "notOneOf", params: { allowed: "interestShare", found: rule.kind } };
  if (rule.kind === "capexShare" && rule.base?.includes("loan") === true)
    yield {
      path: `${at}.base`,
      code: "notOneOf",
      params: { allowed: "equipment, software, integration, training, cloud, construction", found: "loan" },
    };
  const rates: [string, number | undefined][] = [
    ["rate", rule.kind === "addOn" ? undefined : rule.rate?.value],
    ...rule.classes.map((c, j): [string, number | undefined] => [`classes[${j}].rate`, c.rate?.value]),
    ...rule.tiers.map((t, j): [string, number | undefined] => [`tiers[${j}].rate`, t.rate?.value]),
  ];
  for (const [field, value] of rates)
    if (value !== undefined && value > 1)
      yield { path: `${at}.${field}.value`, code: "tooBig", params: { maximum: "≤ 1", found: String(value) } };
  const { amount } = rule;
  if (amount?.from !== undefined && amount.from > amount.value)
    yield {
      path: `${at}.amount.from`,
      code: "tooBig",
      params: { maximum: `≤ ${amount.value}`, found: String(amount.from) },
    };
}

function unknown(path: string, kind: string, id: string, allowed: readonly string[]): Problem {
  return { path, code: "unknownReference", params: { kind, id, allowed: allowed.join(", ") } };
}
