import { z } from "zod";
import { Id, share } from "./line";

/** One payment of a purchase: a share of the price, so many months after an event. */
export const PaymentTerm = z.strictObject({
  share,
  at: z.enum(["order", "acceptance"]),
  months: z.int().min(0).max(60).default(0).meta({ description: "months after the event" }),
});
export type PaymentTerm = z.infer<typeof PaymentTerm>;

export const PaymentTerms = z
  .array(PaymentTerm)
  .min(1)
  .max(12)
  .refine((terms) => Math.abs(terms.reduce((sum, t) => sum + t.share, 0) - 1) < 1e-9, "shares must add up to 1");

/** What a vendor quotes for a retrofit. Figures as quoted; what they come to without VAT is computed. */
export const Offer = z
  .strictObject({
    id: Id,
    vendor: z.string().max(200),
    price: z.number().nonnegative().meta({ description: "yuan, as quoted" }),
    includesVat: z.boolean().default(true).meta({ description: "is VAT inside the quoted price" }),
    vatRate: share.default(0.13),
    yearlyCost: z
      .number()
      .nonnegative()
      .optional()
      .meta({ description: "yuan a year without VAT: licence, service; absent: the estimate's stands" }),
    leadTimeWeeks: z.number().nonnegative().max(520).optional(),
    promises: z
      .array(
        z.strictObject({ target: z.string().min(1).max(300), op: z.enum(["set", "scale", "add"]), value: z.number() }),
      )
      .max(50)
      .default([])
      .meta({ description: "promised values of the retrofit's own effects, named by target and op" }),
    paymentTerms: PaymentTerms.optional(),
    warrantyMonths: z.number().nonnegative().max(600).optional(),
    note: z.string().max(500).optional(),
  })
  .meta({ id: "Offer" });
export type Offer = z.infer<typeof Offer>;
