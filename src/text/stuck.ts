import { t, type Language } from "./t";

/** What the engine says of a line that stands still for good. */
interface Stuck {
  waits: {
    station: string;
    why: "room" | "component" | "batch" | "lot" | "card" | "level" | "people" | "parts";
    on: string;
  }[];
  circle: string[];
}

/**
 * Why a line stands still for good, in sentences: the circle first, where there is one, else what every station waits
 * for. `named` gives the name of a station or pool by its id.
 */
export function stuckText(language: Language, named: (id: string) => string, stuck: Stuck): string[] {
  const said = stuck.waits
    .filter((wait) => stuck.circle.length === 0 || stuck.circle.includes(wait.station))
    // a station that has only run dry explains nothing while others wait for more
    .filter((wait, _, all) => wait.why !== "parts" || all.every((other) => other.why === "parts"))
    .map((wait) => t(language, `stuck.${wait.why}`, { station: named(wait.station), on: named(wait.on) }));
  if (stuck.circle.length === 0) return said;
  const stations = stuck.circle.map(named).join(" → ");
  return [t(language, "stuck.circle", { stations }), ...said];
}
