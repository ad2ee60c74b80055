import type { TableId } from "../../sheet";

/** The tables by what a consultant has before him: a list of machines, of people, of shifts. */
export const views = {
  stations: ["stations"],
  flow: ["flows", "transporters", "kanban"],
  people: ["operators", "indirect"],
  time: ["calendar", "shifts"],
  failures: ["failures"],
  products: ["supply", "products"],
} as const satisfies Record<string, readonly TableId[]>;

export type View = keyof typeof views;
export const viewIds = Object.keys(views) as View[];

export function viewOf(table: TableId): View {
  return viewIds.find((view) => (views[view] as readonly TableId[]).includes(table)) ?? "stations";
}
