import { drawCaptionStrip, type PictureCaption } from "../../look";

/** What stands under a picture of the line: besides what and which run, how long a metre is. */
export interface Caption extends PictureCaption {
  /** words at the scale bar: "5 m" */
  metres(length: number): string;
}

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
  const bar = pixelsPerMetre === null ? 0 : scaleBar(pixelsPerMetre);
  const length = bar * (pixelsPerMetre ?? 0);
  const colours = {
    panel: colour("--xj-panel"),
    controlEdge: colour("--xj-control-edge"),
    text: colour("--xj-text"),
    muted: colour("--xj-muted"),
  };
  drawCaptionStrip(pen, caption, colours, style.fontFamily, width, bar > 0 ? length + 24 : 0);
  if (bar > 0) {
    const right = width - 16;
    pen.fillStyle = colours.text;
    pen.fillRect(right - length, 38, length, 2);
    for (const x of [right - length, right - 2]) pen.fillRect(x, 32, 2, 8);
    pen.textAlign = "right";
    pen.font = `600 13px ${style.fontFamily}`;
    pen.fillText(caption.metres(bar), right, 20);
  }
  pen.restore();
}
