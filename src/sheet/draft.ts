import type { JsonObject } from "./json";

/** What else in the file follows a change of the line: steps that name a station by its id, plans that hold those steps. */
export type Follow =
  | { is: "renamed"; list: "stations" | "operators" | "products" | "transporters" | "shifts"; from: string; to: string }
  | { is: "dropped"; retrofits: readonly string[] };

/** A line in work: it may be wrong for a while. The last right one goes on running. */
export interface Draft {
  line: JsonObject;
  follow: readonly Follow[];
}
