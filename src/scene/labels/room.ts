import type { ViewRect } from "../views";
import type { Box } from "./settle";

/** What lies over the picture: titles and buttons of the scene, and what the page has put beside and over it. */
const within = ".xj-scene-title, .xj-scene-tools";
const around = ".xj-stage-head > *, .xj-overlay-legend, .xj-overlay-kinds, .xj-machine-card";

/** Where those stand, in pixels of the scene: labels keep clear of them. */
export function fixtures(host: HTMLElement): Box[] {
  const scene = host.closest(".xj-scene");
  if (!scene) return [];
  const { left, top } = scene.getBoundingClientRect();
  const found = [...scene.querySelectorAll(within), ...(scene.parentElement?.querySelectorAll(around) ?? [])];
  return found.flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0) return [];
    const { width, height } = box;
    return [{ x: box.left - left + width / 2, y: box.top - top, width, height, priority: 9, hidden: false }];
  });
}

/** Lays a label at a pixel of its view, whole inside what is seen of it; hidden where that has no room for it. */
export function putInto(
  label: Box & { within: [number, number, number, number] },
  pixel: readonly [number, number],
  rect: ViewRect,
  seen: ViewRect | null | undefined,
): void {
  label.x = rect.left + pixel[0];
  label.y = rect.top + pixel[1] - label.height;
  // at the rim of the stage a label is drawn in; at the divider it gives way
  const rim = seen?.width === rect.width ? 40 : 0;
  if (!seen || label.x < seen.left - rim || label.x > seen.left + seen.width + rim) {
    label.hidden = true;
    return;
  }
  label.hidden = pixel[0] < -40 || pixel[0] > rect.width + 40 || pixel[1] < 0 || pixel[1] > rect.height + 30;
  label.within[0] = seen.left + 2;
  label.within[1] = seen.left + seen.width - 2;
  label.within[2] = seen.top + 2;
  label.within[3] = seen.top + seen.height - 2;
  label.x = Math.min(seen.left + seen.width - label.width / 2 - 4, Math.max(seen.left + label.width / 2 + 4, label.x));
  label.y = Math.min(seen.top + seen.height - label.height - 4, Math.max(seen.top + 4, label.y));
  // a side of the divider narrower than the label has no room for it
  if (label.width + 8 > seen.width) label.hidden = true;
}
