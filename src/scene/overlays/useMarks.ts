import { useEffect, useState } from "react";
import type { PlaybackClock } from "../../store";
import type { ThemeName } from "../../look";
import type { RunModel } from "../runModel";
import type { CompareMode } from "../compare";
import type { Marks, Note, OverlayInput } from "./types";
import { watchMarks } from "./watchMarks";

/** The marks of every run for what React draws: the flat plan. */
export function useMarks(
  models: readonly RunModel[],
  overlay: OverlayInput | undefined,
  clock: PlaybackClock,
  theme: ThemeName,
): Marks[] {
  const [marks, setMarks] = useState<Marks[]>([]);
  useEffect(
    () => (overlay === undefined ? undefined : watchMarks(models, overlay, clock, theme, setMarks)),
    [models, overlay, clock, theme],
  );
  return marks;
}

/** The words of the marks by run; today's as a ghost has none of its own. */
export function shownNotes(marks: readonly Marks[], compare: CompareMode): (readonly Note[])[] {
  return marks.map(({ notes }, i) => (compare === "ghost" && marks.length > 1 && i === 0 ? [] : notes));
}
