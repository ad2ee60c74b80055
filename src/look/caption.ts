/** What stands under a picture for a proposal: what it is of, which run, which seed and version. */
export interface PictureCaption {
  title: string;
  facts: readonly string[];
}

/** Where it is drawn: a canvas' pen, as far as it is used. The pure rooms know no canvas. */
export interface CaptionPen {
  fillStyle: unknown;
  font: string;
  textBaseline: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number, maxWidth?: number): void;
}

export interface CaptionColours {
  panel: string;
  controlEdge: string;
  text: string;
  muted: string;
}

/** CSS pixels of the strip below a picture. */
export const captionHeight = 58;

/** Fills the strip `width` wide at the pen's origin; `room` is kept free at its right end, for a scale bar. */
export function drawCaptionStrip(
  pen: CaptionPen,
  { title, facts }: PictureCaption,
  colours: CaptionColours,
  fontFamily: string,
  width: number,
  room = 0,
): void {
  pen.fillStyle = colours.panel;
  pen.fillRect(0, 0, width, captionHeight);
  pen.fillStyle = colours.controlEdge;
  pen.fillRect(0, 0, width, 1);
  pen.textBaseline = "middle";
  pen.fillStyle = colours.text;
  pen.font = `650 16px ${fontFamily}`;
  pen.fillText(title, 16, 20, width - 32 - room);
  pen.fillStyle = colours.muted;
  pen.font = `400 13px ${fontFamily}`;
  pen.fillText(facts.join("  ·  "), 16, 42, width - 32 - room);
}
