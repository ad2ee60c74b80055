import { z } from "zod";
import { DistributionSchema } from "./distributionSchema";
import { Economics } from "./economics";
import { Id, Line, Name } from "./line";
import { PolicyRule } from "./policyRule";
import { Plan, Retrofit } from "./retrofit";

/** The version this build writes. Older files are migrated on opening (migrate.ts), never rejected. */
export const schemaVersion = 1;

const Assumption = z.strictObject({
  path: z.string().max(300).optional().meta({ description: "the place in the file it speaks of" }),
  text: Name,
  grade: z.enum(["P", "G", "V", "A", "S"]).default("A"),
  source: z.string().max(500).optional(),
});

/** A fitted quantity: what was measured is kept as deciles only, so that the fit can be judged without the raw rows. */
export const Fit = z.strictObject({
  station: Id,
  quantity: z.enum(["processTime", "defectRate"]),
  sampleSize: z.int().min(1),
  deciles: z.array(z.number().nonnegative()).length(11).optional().meta({
    description: "seconds: minimum, 10 % … 90 %, maximum of the sample",
  }),
  fitted: DistributionSchema.optional(),
  candidates: z
    .array(z.strictObject({ dist: z.string(), aic: z.number(), ks: z.number() }))
    .optional()
    .meta({ description: "what was tried: Akaike's criterion and the Kolmogorov–Smirnov distance" }),
  observed: z.number().nonnegative().optional().meta({ description: "defectRate: share of sub-batches with scrap" }),
});
export type Fit = z.infer<typeof Fit>;

export const Meta = z.strictObject({
  id: Id.optional(),
  name: Name,
  description: Name.optional(),
  sources: z
    .array(z.strictObject({ text: Name, url: z.string().max(500).optional(), licence: z.string().max(200).optional() }))
    .default([]),
  assumptions: z.array(Assumption).default([]),
  fits: z.array(Fit).default([]),
});

export const Run = z.strictObject({
  hours: z.number().min(0.001).max(1_000_000).default(2000).meta({ description: "planned hours measured" }),
  warmUpHours: z.number().nonnegative().max(1_000_000).default(100),
  replications: z.int().min(1).max(100_000).default(20),
  seed: z.int().nonnegative().max(4_294_967_295).default(1),
});
export type Run = z.infer<typeof Run>;

export const ScenarioSchema = z
  .strictObject({
    $schema: z.string().optional(),
    schemaVersion: z.literal(schemaVersion),
    meta: Meta.default({ name: { zh: "未命名", en: "Untitled" }, sources: [], assumptions: [], fits: [] }),
    line: Line,
    retrofits: z.array(z.union([Id, Retrofit])).default([]),
    plans: z.array(Plan).default([]),
    economics: Economics.prefault({}),
    policies: z.array(z.union([Id, PolicyRule])).default([]),
    run: Run.prefault({}),
  })
  .meta({ id: "Scenario", title: "Xianjian scenario file" });

export type ScenarioFile = z.infer<typeof ScenarioSchema>;
/** A scenario as the rooms use it: retrofits and policies resolved to objects. */
export type Scenario = Omit<ScenarioFile, "retrofits" | "policies"> & { retrofits: Retrofit[]; policies: PolicyRule[] };
