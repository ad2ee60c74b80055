import { nameOf, t, type Language } from "./t";

interface Named {
  id: string;
  name?: { zh: string; en: string } | undefined;
}

/** What in a line has a name of its own. */
export interface NamedPlaces {
  stations: readonly Named[];
  operators: readonly Named[];
  transporters: readonly Named[];
}

/** What a place is; a station and a group of people may share an id. */
export type PlaceKind = "station" | "pool" | "transporter" | "buffer" | "kanban" | "supply";

/**
 * The name of a place in a line: station, group of people or vehicle; a buffer "a>b" is "name → name", the supply has no id.
 * Without `kind` stations come before people, people before vehicles, then `others` (retrofits, say).
 */
export function placeName(
  language: Language,
  { stations, operators, transporters }: NamedPlaces,
  id: string,
  kind?: PlaceKind,
  others: readonly Named[] = [],
): string {
  if (id === "") return t(language, "bottleneck.supply");
  const all =
    kind === "pool"
      ? operators
      : kind === "transporter"
        ? transporters
        : [...stations, ...operators, ...transporters, ...others];
  return id
    .split(">")
    .map((part) => nameOf(language, all.find((each) => each.id === part)?.name, part))
    .join(" → ");
}
