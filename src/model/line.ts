import { z } from "zod";
import { defaultPaidHours } from "./calendar";
import { DistributionSchema } from "./distributionSchema";

/** Identifiers are used in effect paths ("stations.op30.load"), so they hold no dots. */
export const Id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\s.[\]]+$/);
export const Name = z.strictObject({ zh: z.string().max(200), en: z.string().max(200) });
export const share = z.number().min(0).max(1);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const count = z.int().min(1).max(10_000);

export const Product = z.strictObject({
  id: Id,
  name: Name.optional(),
  price: z.number().nonnegative().default(0).meta({ description: "yuan a good part" }),
  materialCost: z.number().nonnegative().default(0).meta({ description: "yuan of material a part started" }),
  consumableCost: z
    .number()
    .nonnegative()
    .default(0)
    .meta({ description: "yuan of tools and consumables a part started" }),
  share: share.default(1),
});

export const Sequence = z.strictObject({
  kind: z.enum(["lots", "random"]),
  lot: z.int().min(1).optional(),
});

export const Supply = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unlimited") }),
  z.strictObject({
    kind: z.literal("arrivals"),
    interarrival: DistributionSchema,
    queueCapacity: z.int().nonnegative().nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("conwip"), level: count }),
]);

const Break = z.strictObject({ start: clockTime, end: clockTime });
export const Shift = z.strictObject({
  id: Id,
  name: Name.optional(),
  days: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]).meta({ description: "1 = Monday" }),
  start: clockTime,
  end: clockTime,
  breaks: z.array(Break).default([]),
  wageFactor: z.number().positive().default(1),
});

export const Calendar = z.union([
  z.strictObject({ continuous: z.literal(true) }),
  z.strictObject({
    shifts: z.array(Shift).min(1).max(12),
    daysPerYear: z.number().positive().max(366).optional().meta({
      description: "working days a year; default: the days of the week pattern × 365/7",
    }),
    paidHoursPerPersonYear: z.number().positive().default(defaultPaidHours).meta({
      description: "hours paid to one person a year, used where `headcount` is given",
    }),
  }),
]);

export const OperatorRule = z.enum(["fifo", "downstreamFirst", "upstreamFirst", "random"]);

export const Repairers = z.strictObject({ pool: Id, count: z.int().min(1).default(1) });
export const OperatorNeed = z.strictObject({ pool: Id, count: z.int().min(1).default(1) });

const failureBase = {
  id: Id,
  name: Name.optional(),
  clock: z.enum(["operating", "planned", "calendar"]).default("operating"),
  timeToRepair: DistributionSchema,
  response: DistributionSchema.optional().meta({
    description: "seconds from the stop until somebody is asked for; nobody is held in it",
  }),
  repairers: Repairers.optional(),
  operators: z.enum(["release", "keep"]).default("release"),
  interrupted: z.enum(["resume", "restart", "scrap"]).default("resume"),
};

export const Failure = z.strictObject({
  ...failureBase,
  timeToFailure: DistributionSchema.optional(),
  everyParts: z.union([z.number().positive(), DistributionSchema]).optional(),
});

export const OperatorPool = z.strictObject({
  id: Id,
  name: Name.optional(),
  kind: z.enum(["person", "robot"]).default("person"),
  count: z.int().min(0).max(10_000).default(1),
  countByShift: z.record(z.string(), z.int().min(0).max(10_000)).optional(),
  headcount: z.number().nonnegative().optional().meta({ description: "people paid, reliefs included" }),
  wagePerYear: z.number().nonnegative().default(0),
  onCostRate: z.number().nonnegative().max(2).default(0),
  rule: OperatorRule.default("fifo"),
  alsoServes: z.array(Id).default([]).meta({
    description: "pools whose work these people also know: they help there while nobody of their own pool's work waits",
  }),
  failures: z.array(Failure).default([]).meta({
    description: "robots only, clock operating: a robot that fails finishes the handling in hand, then is repaired",
  }),
});

export const Indirect = z.strictObject({
  id: Id,
  name: Name.optional(),
  headcount: z.number().nonnegative(),
  wagePerYear: z.number().nonnegative(),
  onCostRate: z.number().nonnegative().max(2).default(0),
});

export const Transporter = z.strictObject({
  id: Id,
  name: Name.optional(),
  count,
  kind: z.enum(["person", "forklift", "agv", "crane"]).default("forklift"),
  speed: z.number().positive().meta({ description: "m/s" }),
  loadTime: DistributionSchema.default(0).meta({
    description: "seconds of loading and unloading together, once a trip",
  }),
  charge: z.strictObject({ every: DistributionSchema, time: DistributionSchema }).optional().meta({
    description: "after `every` seconds of driving the vehicle charges for `time` once it has delivered",
  }),
  failures: z.array(Failure).default([]).meta({
    description: "clock operating = driving time; the trip is late by the repair",
  }),
});

export const Transport = z.strictObject({
  time: DistributionSchema.optional(),
  distance: z.number().positive().optional().meta({ description: "metres" }),
  transporter: Id.optional(),
  lot: z.int().min(1).default(1),
});

export const Flow = z.strictObject({
  from: Id,
  to: Id,
  share: share.optional(),
  byProduct: z.array(Id).min(1).optional(),
  capacity: z.int().nonnegative().nullable().default(null).meta({
    description: "parts waiting between machines; 0 = hand-over; null = unlimited",
  }),
  transport: Transport.optional(),
  conveyor: z
    .strictObject({
      length: z.number().positive().meta({ description: "metres" }),
      speed: z.number().positive().meta({ description: "m/s" }),
      spacing: z.number().positive().meta({ description: "metres from part to part" }),
    })
    .optional()
    .meta({
      description: "accumulating belt: length/spacing places, one part every spacing/speed, length/speed on the way",
    }),
  shelfLife: z.number().positive().optional().meta({
    description: "seconds of calendar time after which a part that still waits in this buffer is scrap",
  }),
});

export const stationKinds = [
  "generic",
  "bandSaw",
  "lathe",
  "vmc",
  "drillTap",
  "deburr",
  "washer",
  "inspection",
  "packing",
  "shear",
  "heater",
  "forgingPress",
  "trimPress",
  "blaster",
  "coining",
  "sewing",
  "hanging",
  "ironing",
  "printer",
  "placer",
  "oven",
  "aoi",
  "tht",
  "waveSolder",
  "bench",
  "tester",
  "sorting",
  "stacking",
  "laserWelder",
  "ageing",
  "dryer",
  "injection",
  "assembly",
] as const;

export const Setup = z.strictObject({
  time: DistributionSchema,
  everyParts: z.int().min(1).optional(),
  onProductChange: z
    .union([z.literal(true), z.record(z.string(), z.record(z.string(), DistributionSchema))])
    .optional()
    .meta({ description: "true, or a matrix from-product → to-product → time; `time` where the matrix is silent" }),
  operators: OperatorNeed.optional(),
  first: z.enum(["random", "full"]).default("random"),
  scrapParts: z.int().nonnegative().default(0).meta({ description: "first parts after a set-up that are scrap" }),
});

export const Inspection = z.strictObject({
  detection: share,
  falseReject: share.default(0),
  reviewTime: DistributionSchema.optional(),
});

export const OnReject = z.union([
  z.literal("scrap"),
  z.strictObject({ rework: Id, share: share.default(1) }),
  z.strictObject({ repair: z.strictObject({ time: DistributionSchema }), share: share.default(1) }),
]);

export const Quality = z.strictObject({
  defectRate: share.default(0),
  inspection: Inspection.optional(),
  onReject: OnReject.default("scrap"),
});

export const Station = z.strictObject({
  id: Id,
  name: Name.optional(),
  kind: z.enum(stationKinds).default("generic"),
  machines: z.int().min(1).max(500).default(1),
  position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
  idealTime: z.number().positive().optional().meta({ description: "seconds a part and machine, for OEE" }),
  floor: z.strictObject({ width: z.number().positive(), depth: z.number().positive() }).optional(),
  power: z
    .strictObject({
      offShift: z.number().nonnegative().default(0),
      idle: z.number().nonnegative().default(0),
      working: z.number().nonnegative().default(0),
    })
    .optional()
    .meta({ description: "kW a machine" }),
  assetValue: z.number().nonnegative().optional(),
  ageYears: z.number().nonnegative().optional(),
  connectivity: z.enum(["A", "B", "C", "D"]).optional(),
  supply: Supply.optional().meta({ description: "raw parts of a further station without inflow" }),
  process: z.strictObject({
    time: DistributionSchema,
    timeByProduct: z.record(z.string(), DistributionSchema).optional(),
    operators: OperatorNeed.optional(),
    transit: DistributionSchema.optional(),
  }),
  load: z.strictObject({ time: DistributionSchema, operators: OperatorNeed.optional() }).optional(),
  setup: Setup.optional(),
  failures: z.array(Failure).default([]),
  quality: Quality.optional(),
  assembly: z.strictObject({ inputs: z.array(z.strictObject({ from: Id, count })).min(1) }).optional(),
  batch: z.strictObject({ size: count, minSize: count.optional(), maxWait: DistributionSchema.optional() }).optional(),
  unattended: z.boolean().default(false),
});

export const Kanban = z
  .strictObject({ id: Id, from: Id, to: Id, cards: count })
  .meta({ description: "at most `cards` parts from being taken by `from` until they have left `to`" });

const changeBase = {
  at: z.number().nonnegative().meta({ description: "hours of calendar time from the beginning of the run" }),
  stations: z.array(Id).min(1),
};
export const Change = z.union([
  z.strictObject({
    ...changeBase,
    stopHours: z.number().positive().meta({ description: "calendar hours of standstill" }),
  }),
  z.strictObject({
    ...changeBase,
    pace: z.number().positive().meta({ description: "times of cycle, loading and set-up are multiplied by this" }),
    tauHours: z.number().positive().optional().meta({
      description: "with it, the factor returns to 1 as learning does: 1 + (pace − 1)·e^(−t/tau); without, it stays",
    }),
  }),
]);

export const Line = z
  .strictObject({
    products: z.array(Product).max(200).default([]),
    sequence: Sequence.optional(),
    supply: Supply.default({ kind: "unlimited" }),
    demand: z.strictObject({ perYear: z.number().nonnegative() }).nullable().default(null),
    calendar: Calendar.default({ continuous: true }),
    operators: z.array(OperatorPool).max(200).default([]),
    indirect: z.array(Indirect).max(100).default([]),
    transporters: z.array(Transporter).max(50).default([]),
    kanban: z.array(Kanban).max(200).default([]),
    changes: z.array(Change).max(500).default([]),
    stations: z.array(Station).min(1).max(500),
    flows: z.array(Flow).max(2000).optional(),
  })
  .meta({ id: "Line" });

export type Line = z.infer<typeof Line>;
export type LineInput = z.input<typeof Line>;
export type Station = z.infer<typeof Station>;
export type Flow = z.infer<typeof Flow>;
export type Failure = z.infer<typeof Failure>;
export type OperatorPool = z.infer<typeof OperatorPool>;
export type Calendar = z.infer<typeof Calendar>;
export type Shift = z.infer<typeof Shift>;
export type Supply = z.infer<typeof Supply>;
export type Product = z.infer<typeof Product>;
export type Quality = z.infer<typeof Quality>;
export type Name = z.infer<typeof Name>;
export type StationKind = (typeof stationKinds)[number];
