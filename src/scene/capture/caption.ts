/** What stands under a picture for a proposal: what it is of, which run, when, and how long a metre is. */
export interface Caption {
  title: string;
  /** plan, time of the replay, seed, one run of many */
  facts: string[];
  /** words at the scale bar: "5 m" */
  metres(length: number): string;
}

export const captionHeight = 58;
const lengths = [0.5, 1, 2, 5, 10, 20, 50];
const longest = 150;

/** The longest round length that is no longer than 150 pixels. */
export function scaleBar(pixelsPerMetre: number): number {
  return lengths.filter((length) => length * pixelsPerMetre <= longest).at(-1) ?? 0.5;
}

/** Draws the caption as a strip below a picture of `width` by `height` CSS pixels. */
export function drawCaption(
  pen: CanvasRenderingContext2D,
  caption: Caption,
  scene: HTMLElement,
  width: number,
  height: number,
  pixelsPerMetre: number | null,
  scale: number,
): void {
  const style = getComputedStyle(scene);
  const colour = (name: string): string => style.getPropertyValue(name);
  pen.save();
  pen.scale(scale, scale);
  pen.translate(0, height);
  pen.fillStyle = colour("--xj-panel");
  pen.fillRect(0, 0, width, captionHeight);
  pen.fillStyle = colour("--xj-control-edge");
  pen.fillRect(0, 0, width, 1);
  pen.textBaseline = "middle";
  const bar = pixelsPerMetre === null ? 0 : scaleBar(pixelsPerMetre);
  const length = bar * (pixelsPerMetre ?? 0);
  const room = width - 32 - (bar > 0 ? length + 24 : 0);
  pen.fillStyle = colour("--xj-text");
  pen.font = `650 16px ${style.fontFamily}`;
  pen.fillText(caption.title, 16, 20, room);
  pen.fillStyle = colour("--xj-muted");
  pen.font = `400 13px ${style.fontFamily}`;
  pen.fillText(caption.facts.join("  ·  "), 16, 42, room);
  if (bar > 0) {
    const right = width - 16;
    pen.fillStyle = colour("--xj-text");
    pen.fillRect(right - length, 38, length, 2);
    for (const x of [right - length, right - 2]) pen.fillRect(x, 32, 2, 8);
    pen.textAlign = "right";
    pen.font = `600 13px ${style.fontFamily}`;
    pen.fillText(caption.metres(bar), right, 20);
  }
  pen.restore();
}
