import { z } from "zod";
import { Range } from "./retrofit";

/** Economic inputs, each editable; defaults from the domain notes (retrofits §2, policies §8), graded there. */
export const Economics = z.strictObject({
  horizonYears: z.int().min(1).max(30).default(8),
  discountRate: z.number().min(0).max(1).default(0.08),
  electricityPrice: z.number().nonnegative().default(0.7).meta({ description: "yuan per kWh, flat" }),
  incomeTaxRate: z.number().min(0).max(0.5).default(0.25),
  depreciationYears: z.number().positive().default(10),
  residualRate: z.number().min(0).max(1).default(0.05),
  labourSaving: z.enum(["none", "paidHeads"]).default("paidHeads").meta({
    description:
      "none: freed people are redeployed and still paid; paidHeads: the plan's changed headcount changes the wage bill",
  }),
  escapeCost: z
    .number()
    .nonnegative()
    .default(0)
    .meta({ description: "yuan a defective part that reaches the customer" }),
  scrapValue: z.number().nonnegative().default(0).meta({ description: "yuan recovered from a scrapped part" }),
  subsidyRate: z.number().min(0).max(1).nullable().default(null).meta({
    description: "the user's own rate where a document gives a cap without a rate; null = not set",
  }),
  wageGrowth: z.number().min(-0.5).max(1).default(0),
  investmentOverrun: Range.optional(),
});
export type Economics = z.infer<typeof Economics>;
