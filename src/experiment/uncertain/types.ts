import type { LprTable, Plan, Run, Scenario } from "../../model";
import type { UncertainText } from "./texts";

/** What about a station nobody has measured: seconds of a part, of loading, of a set-up, between stops of one kind. */
export type StationQuantity = "process" | "load" | "setup" | "stops";

/** What an uncertain input changes. Costs and times of several retrofits may be too low together: then they are one. */
export type Target =
  | { aspect: "effect" | "failure" | "action"; retrofit: string }
  | { aspect: "cost" | "time"; retrofits: readonly string[] }
  | { aspect: "overrun" | "price" | "wage" | "electricity" | "demand" }
  | { aspect: "station"; station: string; quantity: StationQuantity; failure?: string };

/** Triangular over low, likely, high; or something that happens or not (value 1 or 0, likely 0). */
export type Spread =
  { dist: "triangular"; low: number; likely: number; high: number } | { dist: "chance"; share: number };

/** One thing not known. Plain data: it may be shown, stored and sent to a worker. */
export interface UncertainInput {
  /** e.g. `effect:G`, `station:op30:setup`; what is drawn for it hangs on the seed and this id alone */
  id: string;
  target: Target;
  /** physics: the line must be simulated again; money: it is only priced again */
  kind: "physics" | "money";
  /**
   * of the value: −1 … 1 (effect between its ends), a share (action rate, overrun, chance), a factor on today's value
   * (price, wage, electricity, demand, station), yuan (cost), weeks (time)
   */
  unit: "position" | "share" | "factor" | "yuan" | "weeks";
  spread: Spread;
  /** given in the file, worked out from a sample in it, or assumed here */
  origin: "given" | "measured" | "assumed";
  name: UncertainText;
  /** how to find out */
  measure: UncertainText;
}

/** A plan whose outcome is in doubt. */
export interface UncertainQuestion {
  scenario: Scenario;
  plan: Plan;
  /** parts a year that can be sold; null = everything that is made */
  sellablePerYear: number | null;
  lpr: LprTable;
  /** absent: `inputsOf(question)` */
  inputs?: readonly UncertainInput[];
  /** of a single replication; absent: the scenario's, 600 hours at most */
  run?: Run;
  /**
   * yuan by month 0 … N added to every outcome: what the simulated way (stops, dip, learning) brings more or less than
   * the one estimated from the two ends, see `wayFlows`; absent: nothing
   */
  wayFlows?: readonly number[];
}

/** What was drawn: for each input's id the share of the distribution below it, 0 … 1. An id that is absent is likely. */
export type Draw = ReadonlyMap<string, number>;

/** Mean with its 95 % interval. */
export interface Uncertain {
  mean: number;
  ci95: [number, number];
}

/** A share with its 95 % interval. */
export interface Share {
  share: number;
  ci95: [number, number];
}
