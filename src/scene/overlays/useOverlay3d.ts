import { useEffect, type RefObject } from "react";
import type { PlaybackClock } from "../../store";
import type { ThemeName } from "../../look";
import type { CompareMode } from "../compare";
import type { RunModel } from "../runModel";
import type { Stage } from "../three/stage";
import type { NoteBoard } from "../labels/notes";
import { createOverlay3d } from "./overlay3d";
import type { Marks, OverlayInput } from "./types";
import { shownNotes } from "./useMarks";
import { watchMarks } from "./watchMarks";

const noMarks: Marks = { stripes: [], rings: [], notes: [], isOver: false };

/** Lays the overlay into the stages: used after the effect that makes them, with what they hang on. `stages` stays the same. */
export function useOverlay3d(
  stages: () => readonly Stage[],
  {
    models,
    overlay,
    clock,
    theme,
    quality,
    compare,
    notes,
    labelVersion,
  }: {
    models: readonly RunModel[];
    overlay: OverlayInput | undefined;
    clock: PlaybackClock;
    theme: ThemeName;
    quality: string;
    compare: CompareMode;
    notes: NoteBoard;
    labelVersion: RefObject<number>;
  },
  invalidate: () => void,
): void {
  useEffect(() => {
    if (overlay === undefined) return;
    const layers = stages().map((stage) => {
      const layer = createOverlay3d();
      stage.scene.add(layer.object);
      return layer;
    });
    const leave = watchMarks(models, overlay, clock, theme, (marks) => {
      // a ghost has no marks of its own
      const first = compare === "ghost" && models.length > 1 ? 1 : 0;
      layers.forEach((layer, i) => layer.show((i >= first && marks[i]) || noMarks));
      notes.current = shownNotes(marks, compare);
      labelVersion.current++;
      invalidate();
    });
    return () => {
      leave();
      for (const layer of layers) layer.dispose();
      notes.current = [];
    };
    // the stages are made anew with another theme or quality
  }, [stages, models, overlay, clock, theme, quality, compare, notes, labelVersion, invalidate]);
}
