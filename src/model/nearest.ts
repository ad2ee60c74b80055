import { ScenarioSchema } from "./scenario";
import { keysAt, placeOf, stepInto } from "./schemaPlace";

/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

/** The candidate nearest to `word`, or "" when none is within a third of its length (at least two letters). */
export function nearest(word: string, candidates: Iterable<string>): string {
  let best = "";
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const c of candidates) {
    const d = distance(word.toLowerCase(), c.toLowerCase());
    if (d < least) {
      least = d;
      best = c;
    }
  }
  return best;
}

/** The key nearest to a mistyped one among the keys allowed at that place of the scenario schema. */
export function nearestKey(path: PropertyKey[], key: string): string {
  return nearest(key, keysAt(path.reduce((place, step) => stepInto(place, String(step)), placeOf(ScenarioSchema))));
}
