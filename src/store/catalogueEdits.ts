import type { Line, Problem, Retrofit, Scenario } from "../model";
import { placeRetrofit, type Catalogue, type CatalogueEntry } from "../retrofit";

/** A catalogue entry at its place, with the steps it cannot do without. */
export type PlacedWithNeeds =
  | {
      ok: true;
      retrofit: Retrofit;
      /** further entries that come along, at their catalogue figures */
      needed: Retrofit[];
      /** what is in the file already and is used again */
      reuse: string[];
      leftOut: string[];
    }
  | { ok: false; problems: Problem[] };

/**
 * Places an entry on a line together with what it requires: of each any-of group one that the file has (by id or by
 * catalogue key), else the first that can be placed over the whole line. A group nobody can fill is left to the plan's
 * own check to name.
 */
export function placeWithNeeds(
  catalogue: Catalogue,
  entry: CatalogueEntry,
  { line, retrofits }: { line: Line; retrofits: Scenario["retrofits"] },
  station?: string,
): PlacedWithNeeds {
  const placed = placeRetrofit(entry, line, station);
  if (!placed.ok) return placed;
  const needed: Retrofit[] = [];
  const reuse: string[] = [];
  const groups = placed.retrofit.requires.map((group): string[] => {
    const there = retrofits.find(({ id, bundleOf }) => group.includes(id) && bundleOf.length === 0);
    if (there !== undefined) {
      reuse.push(there.id);
      return group;
    }
    for (const id of group) {
      const other = catalogue.entries.find(({ retrofit }) => retrofit.id === id);
      const along = other === undefined ? null : placeRetrofit(other, line);
      if (along?.ok !== true) continue;
      needed.push(along.retrofit);
      return group;
    }
    return group;
  });
  return { ok: true, retrofit: { ...placed.retrofit, requires: groups }, needed, reuse, leftOut: placed.leftOut };
}
