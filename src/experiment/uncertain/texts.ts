/** The sentences this folder asks for; the words live in `text`. Params name a retrofit, station or failure by its id. */
export const uncertainTextKeys = [
  "uncertain.input.effect",
  "uncertain.input.failure",
  "uncertain.input.action",
  "uncertain.input.cost",
  "uncertain.input.costs",
  "uncertain.input.time",
  "uncertain.input.times",
  "uncertain.input.overrun",
  "uncertain.input.price",
  "uncertain.input.wage",
  "uncertain.input.electricity",
  "uncertain.input.demand",
  "uncertain.input.process",
  "uncertain.input.load",
  "uncertain.input.setup",
  "uncertain.input.stops",
  "uncertain.measure.pilot",
  "uncertain.measure.reference",
  "uncertain.measure.owner",
  "uncertain.measure.quotation",
  "uncertain.measure.deliveryDate",
  "uncertain.measure.contracts",
  "uncertain.measure.payroll",
  "uncertain.measure.bill",
  "uncertain.measure.orders",
  "uncertain.measure.stopwatch",
  "uncertain.measure.filmSetups",
  "uncertain.measure.tally",
  "uncertain.origin.given",
  "uncertain.origin.measured",
  "uncertain.origin.assumed",
] as const;
export type UncertainTextKey = (typeof uncertainTextKeys)[number];

export interface UncertainText {
  key: UncertainTextKey;
  params: Readonly<Record<string, string | number>>;
}

export const say = (key: UncertainTextKey, params: UncertainText["params"] = {}): UncertainText => ({ key, params });
