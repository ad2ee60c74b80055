import { viewRects, type ViewRect } from "./views";

/** How two lines are shown: side by side, in the same place behind a divider, or today's as a pale ghost in the plan's. */
export const compareModes = ["split", "swipe", "ghost"] as const;
export type CompareMode = (typeof compareModes)[number];

/** How near to the edge the divider of the swipe may come, as a share of the width. */
export const leastShare = 0.04;

/** The view each run is drawn into: a half, or the whole stage for both. */
export function comparedRects(
  mode: CompareMode,
  runs: number,
  width: number,
  height: number,
  aspect: number,
): ViewRect[] {
  if (runs < 2 || mode === "split") return viewRects(runs, width, height, aspect);
  return Array.from({ length: runs }, () => ({ left: 0, top: 0, width, height }));
}

/**
 * What is to be seen of a run's view, written into `out`: all of it, or its side of the divider, which stands after
 * `divide` (0..1) of the width. False where nothing of it stands for itself: a ghost is only a shadow of the other.
 */
export function visibleOf(mode: CompareMode, rect: ViewRect, run: number, divide: number, out: ViewRect): boolean {
  out.left = rect.left;
  out.top = rect.top;
  out.width = rect.width;
  out.height = rect.height;
  if (mode === "swipe") {
    const first = Math.round(rect.width * divide);
    if (run === 0) out.width = first;
    else {
      out.left += first;
      out.width -= first;
    }
  }
  return mode !== "ghost" || run > 0;
}

/** `visibleOf` for all runs; null = a ghost. */
export function visibleRects(mode: CompareMode, rects: readonly ViewRect[], divide: number): (ViewRect | null)[] {
  // one run alone is never a ghost
  const own = rects.length < 2 ? "split" : mode;
  return rects.map((rect, i) => {
    const out = { ...rect };
    return visibleOf(own, rect, i, divide, out) ? out : null;
  });
}

/** The run that is seen at a point of the stage, −1 where there is none. */
export function runAt(visible: readonly (ViewRect | null)[], x: number, y: number): number {
  return visible.findIndex(
    (rect) =>
      rect !== null && x >= rect.left && x < rect.left + rect.width && y >= rect.top && y < rect.top + rect.height,
  );
}

/** The divider after a key: a step, a large step, an end; null where the key says nothing to it. */
export function dividedBy(key: string, divide: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -0.02,
    ArrowDown: -0.02,
    ArrowRight: 0.02,
    ArrowUp: 0.02,
    PageDown: -0.1,
    PageUp: 0.1,
    Home: -1,
    End: 1,
  };
  const step = steps[key];
  return step === undefined ? null : dividedAt(divide + step);
}

/** A share of the width as far as the divider may go. */
export function dividedAt(share: number): number {
  return Math.min(1 - leastShare, Math.max(leastShare, share));
}
