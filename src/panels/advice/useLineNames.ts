import { useMemo } from "react";
import { placeName, type PlaceKind } from "../../text";
import { usePlanWords } from "../planner/usePlanWords";

/** Names of the places of the line on screen, and of its retrofits, by id and, where ids are shared, by kind. */
export function useLineNames(): (id: string, kind?: PlaceKind) => string {
  const { language, scenario } = usePlanWords();
  return useMemo(
    () => (id, kind) => placeName(language, scenario.line, id, kind, scenario.retrofits),
    [language, scenario],
  );
}
