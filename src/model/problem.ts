/**
 * An expected failure, as a value. `path` is where in the file ("line.stations.op30.load"), `code` is the text key the
 * screen and the command line translate, `params` are what the sentence needs. Params by code:
 *
 * - `unreadable` {reason}: the file cannot be read · `notJson` {} · `tooLarge` {maximum, found} · `newerVersion` {version}
 * - `unknownKey` {key, nearest} (`nearest` is "" when nothing is close) · `missing` {}
 * - `wrongType` {expected, found} · `tooSmall` {minimum, found} · `tooBig` {maximum, found}
 * - `notOneOf` {allowed, found} · `badFormat` {expected, found} · `duplicateId` {id}
 * - `unknownReference` {kind, id, allowed} · `sharesNotOne` {sum} · `notSupported` {what}
 * - `conflictSet` {path, a, b}: retrofits a and b both set the same place, or one inside the other
 * - `excluded` {a, b}: a and b must not be chosen together · `requires` {a, groups}: a needs one of each group
 * - `unknownTarget` {target, nearest}: an effect points at nothing · `notInteger` {path, value}: a count became a fraction
 * - `linkBroken` {}: an address that lost a part · `linkVersion` {}: of another version · `linkBase` {}: it changes a line
 *   that ships, and this program ships another version of that line
 * - `notFetched` {}: a line that ships could not be fetched
 * - `needsNumber` {target, op}: the effect works on numbers (or times) only
 */
export const problemCodes = [
  "notJson",
  "tooLarge",
  "unknownKey",
  "missing",
  "wrongType",
  "tooSmall",
  "tooBig",
  "notOneOf",
  "badFormat",
  "duplicateId",
  "unknownReference",
  "sharesNotOne",
  "notSupported",
  "conflictSet",
  "excluded",
  "requires",
  "unknownTarget",
  "notInteger",
  "needsNumber",
  "newerVersion",
  "unreadable",
  "linkBroken",
  "linkVersion",
  "linkBase",
  "notFetched",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  path: string;
  code: ProblemCode;
  params: Record<string, string | number>;
}
