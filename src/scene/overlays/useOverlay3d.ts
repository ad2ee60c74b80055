import { useEffect } from "react";
import type { PlaybackClock } from "../../store";
import type { ThemeName } from "../../look";
import type { CompareMode } from "../compare";
import type { RunModel } from "../runModel";
import type { Stage } from "../three/stage";
import { createOverlay3d } from "./overlay3d";
import type { Marks, OverlayInput } from "./types";
import { watchMarks } from "./watchMarks";

const noMarks: Marks = { stripes: [], rings: [], notes: [] };

/** Lays the overlay into the stages: used after the effect that makes them, with what they hang on. `stages` stays the same. */
export function useOverlay3d(
  stages: () => readonly Stage[],
  canvas: HTMLCanvasElement,
  {
    models,
    overlay,
    clock,
    theme,
    quality,
    compare,
  }: {
    models: readonly RunModel[];
    overlay: OverlayInput | undefined;
    clock: PlaybackClock;
    theme: ThemeName;
    quality: string;
    compare: CompareMode;
  },
  invalidate: () => void,
): void {
  useEffect(() => {
    if (overlay === undefined) return;
    const host = document.createElement("div");
    host.className = "xj-overlay-notes";
    canvas.parentElement?.append(host);
    const layers = stages().map((stage) => {
      const layer = createOverlay3d(host);
      stage.scene.add(layer.object);
      return layer;
    });
    const leave = watchMarks(models, overlay, clock, theme, (marks) => {
      // a ghost has no marks of its own
      const first = compare === "ghost" && models.length > 1 ? 1 : 0;
      layers.forEach((layer, i) => layer.show((i >= first && marks[i]) || noMarks));
      invalidate();
    });
    return () => {
      leave();
      for (const layer of layers) layer.dispose();
      host.remove();
    };
    // the stages are made anew with another theme or quality
  }, [stages, canvas, models, overlay, clock, theme, quality, compare, invalidate]);
}
