import retrofits from "../../../scenarios/catalogue/retrofits.json";
import type { Retrofit } from "../../model";
import { Catalogue, type CatalogueEntry } from "../../store";

/** The catalogue as it ships. A fault in it is a bug, and the first test to see it fails. */
export const catalogue = Catalogue.parse(retrofits);

const strength: Readonly<Record<Retrofit["evidence"][number]["grade"], number>> = { P: 0, S: 1, G: 2, V: 3, A: 4 };

/** The strongest grade behind an entry: what one may believe most of it, not all of it. */
export function bestGrade({ evidence }: Pick<Retrofit, "evidence">): Retrofit["evidence"][number]["grade"] {
  return evidence.map(({ grade }) => grade).sort((a, b) => strength[a] - strength[b])[0] ?? "A";
}

/** Entries whose id, name or description holds every word that was typed, in either language. */
export function found(entries: readonly CatalogueEntry[], typed: string): CatalogueEntry[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ retrofit: { id, name, description } }) => {
    const text = [id, name.zh, name.en, description?.zh, description?.en].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
