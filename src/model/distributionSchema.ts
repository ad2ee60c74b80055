import { z } from "zod";

/**
 * Random times of the line model, in seconds. Means and coefficients of variation (`cv`) are those of the
 * variable itself, never of its logarithm. A bare number means a constant.
 */
const positive = z.number().positive();
const nonNegative = z.number().nonnegative();

const Constant = z.strictObject({ dist: z.literal("constant"), value: nonNegative });
const Exponential = z.strictObject({ dist: z.literal("exponential"), mean: positive });
const Erlang = z.strictObject({ dist: z.literal("erlang"), mean: positive, k: z.int().min(1).max(1000) });
const Gamma = z.strictObject({ dist: z.literal("gamma"), mean: positive, cv: positive.max(10) });
const Lognormal = z.strictObject({ dist: z.literal("lognormal"), mean: positive, cv: nonNegative.max(20) });
const Normal = z.strictObject({ dist: z.literal("normal"), mean: nonNegative, sd: nonNegative });
const Triangular = z
  .strictObject({ dist: z.literal("triangular"), low: nonNegative, mode: nonNegative, high: nonNegative })
  .refine((d) => d.low <= d.mode && d.mode <= d.high, { path: ["mode"], error: "low … high" });
const Uniform = z
  .strictObject({ dist: z.literal("uniform"), low: nonNegative, high: nonNegative })
  .refine((d) => d.low <= d.high, { path: ["high"], error: "≥ low" });
const Weibull = z.strictObject({
  dist: z.literal("weibull"),
  shape: positive.min(0.1).max(100),
  scale: positive,
});
const Empirical = z.strictObject({
  dist: z.literal("empirical"),
  values: z.array(nonNegative).min(1).max(100_000),
});

export type DistributionObject =
  | z.infer<typeof Constant>
  | z.infer<typeof Exponential>
  | z.infer<typeof Erlang>
  | z.infer<typeof Gamma>
  | z.infer<typeof Lognormal>
  | z.infer<typeof Normal>
  | z.infer<typeof Triangular>
  | z.infer<typeof Uniform>
  | z.infer<typeof Weibull>
  | z.infer<typeof Empirical>
  | { dist: "mixture"; parts: { weight: number; of: Distribution }[] };

export type Distribution = number | DistributionObject;

const Mixture = z.strictObject({
  dist: z.literal("mixture"),
  parts: z
    .array(
      z.strictObject({
        weight: positive,
        get of(): z.ZodType<Distribution> {
          return DistributionSchema;
        },
      }),
    )
    .min(1)
    .max(50),
});

const DistributionObjectSchema = z.discriminatedUnion("dist", [
  Constant,
  Exponential,
  Erlang,
  Gamma,
  Lognormal,
  Normal,
  Triangular,
  Uniform,
  Weibull,
  Empirical,
  Mixture,
]);

export const DistributionSchema: z.ZodType<Distribution> = z
  .union([z.number().nonnegative(), DistributionObjectSchema])
  .meta({ id: "Distribution", description: "Seconds. A bare number is a constant." }) as z.ZodType<Distribution>;
