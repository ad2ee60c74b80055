import { z } from "zod";
import { Id, Name, share } from "./line";

/**
 * One support rule as the document states it. `null` means: the document does not say. Amounts and rates are upper
 * bounds ("≤") unless `op` says "=". Nothing here may be filled by guessing; what the user fills goes into assumptions.
 */
const Bound = z.strictObject({ op: z.enum(["<=", "=", ">", ">="]), value: z.number().nonnegative() });

/** Cost lines a support base may be made of; `loan` = the balance outstanding. */
export const SubsidyBase = z.enum(["equipment", "software", "integration", "training", "loan"]);

export const PolicyRule = z.strictObject({
  id: Id,
  name: Name,
  city: z.enum(["changzhou", "suzhou", "other"]),
  document: z.string().min(1).max(200).meta({ description: "number of the document, as printed" }),
  section: z.string().max(200),
  phrase: z.string().min(1).max(80).meta({ description: "the operative phrase, quoted" }),
  kind: z.enum(["capexShare", "interestShare", "award"]),
  rate: Bound.extend({
    of: z.string().max(100).optional().meta({ description: "interestShare: what the rate is a share of, e.g. LPR" }),
  })
    .nullable()
    .default(null),
  base: z.array(SubsidyBase).nullable().default(null),
  cap: Bound.extend({ per: z.enum(["project", "firm", "year"]).nullable().default(null) })
    .nullable()
    .default(null),
  threshold: Bound.extend({ of: Name }).nullable().default(null),
  funding: z.enum(["ownFunds", "loan"]).nullable().default(null),
  observed: z
    .strictObject({
      share: share.meta({ description: "support paid / total investment, over all supported projects" }),
      source: Name,
    })
    .optional()
    .meta({ description: "what was paid in practice; the likely amount where the rate is an upper bound only" }),
  event: Name.optional().meta({ description: "award: the recognition that triggers it" }),
  probability: share.optional().meta({ description: "award: an assumption, shown, never in the base case" }),
  probabilitySource: Name.optional().meta({ description: "award: where the probability comes from" }),
  payLagMonths: z.number().nonnegative().nullable().default(null),
  validFrom: z.int().nullable().default(null),
  validTo: z.int().nullable().default(null),
  excludes: z.array(Id).default([]).meta({ description: "not for the same yuan; an assumption unless stated" }),
  status: z.enum(["historical", "inForce", "unknown"]).default("unknown"),
  notStated: z.array(Name).default([]).meta({ description: "what the document does not say" }),
});
export type PolicyRule = z.infer<typeof PolicyRule>;
export type SubsidyBase = z.infer<typeof SubsidyBase>;

/** A rule pack: `scenarios/policies/*.json`. */
export const PolicyFile = z.strictObject({
  schemaVersion: z.literal(1),
  rules: z.array(PolicyRule).max(200),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

const isoDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Loan prime rates by date, oldest first. An entry holds from its date until the next one. */
export const LprTable = z
  .strictObject({
    schemaVersion: z.literal(1),
    name: Name,
    entries: z
      .array(
        z.strictObject({
          from: isoDate.nullable().meta({ description: "null: in force before the next entry, start not known" }),
          oneYear: share,
          overFiveYears: share,
          dateConfirmed: z.boolean().meta({ description: "false: the figure was found, its date is from memory" }),
        }),
      )
      .min(1),
    confirmedUntil: isoDate.meta({ description: "later dates use the last entry, as an assumption" }),
  })
  .refine(
    (table) => table.entries.every((e, i) => i === 0 || (e.from ?? "") > (table.entries[i - 1]?.from ?? "")),
    "entries must be in order of date",
  );
export type LprTable = z.infer<typeof LprTable>;
