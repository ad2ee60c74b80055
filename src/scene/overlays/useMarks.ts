import { useEffect, useState } from "react";
import type { PlaybackClock } from "../../store";
import type { ThemeName } from "../../look";
import type { RunModel } from "../runModel";
import type { Marks, OverlayInput } from "./types";
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
