import { useEffect, useRef, type RefObject } from "react";
import { useApp } from "../../store";

const patienceMs = 250;

/**
 * A canvas drawn by `draw` whenever that changes, when its size does, and (at most four times a second) when more of the
 * watched runs is known. Sizes are in device pixels.
 */
export function useDrawing(
  draw: (context: CanvasRenderingContext2D, width: number, height: number, ratio: number) => void,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const replay = useApp((state) => state.replay);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    // kept from one change of size to the next: asking for it would lay out the whole page anew each time
    let size = { width: element.clientWidth, height: element.clientHeight };
    const now = (): void => {
      timer = null;
      const ratio = window.devicePixelRatio || 1;
      const width = Math.max(1, Math.round(size.width * ratio));
      const height = Math.max(1, Math.round(size.height * ratio));
      if (element.width !== width || element.height !== height) {
        element.width = width;
        element.height = height;
      } else context.clearRect(0, 0, width, height);
      draw(context, width, height, ratio);
    };
    const observer = new ResizeObserver(() => {
      size = { width: element.clientWidth, height: element.clientHeight };
      now();
    });
    observer.observe(element);
    now();
    const leave = replay.onChange(() => {
      timer ??= setTimeout(now, patienceMs);
    });
    return () => {
      leave();
      observer.disconnect();
      if (timer !== null) clearTimeout(timer);
    };
  }, [draw, replay]);
  return canvas;
}
