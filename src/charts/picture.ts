import { captionHeight, drawCaptionStrip, stateLooks, themes, type PictureCaption, type StateName } from "../look";
import { paintChart } from "./echarts";
import { broken } from "./lines";
import { fontFamily } from "./look";

/** How a line of the legend is drawn before its words. */
export type LegendMark = "line" | "dashed" | "band" | "bar" | "a" | "b" | StateName;
export interface LegendEntry {
  mark: LegendMark;
  text: string;
}

export interface ChartPicture {
  /** drawn light: it is for paper */
  options: Record<string, unknown>;
  /** CSS pixels of the drawing itself */
  height: number;
  title: string;
  /** how to read it, with its unit */
  note: string;
  legend: readonly LegendEntry[];
  caption: PictureCaption;
}

/** One width for all, so that pictures in one report fit together. */
export const pictureWidth = 880;
export const pictureScale = 2;
const margin = 16;
const titleLine = 28;
const textLine = 21;
const theme = themes.light;

/** A PNG at twice the size, on white: title, note, legend, the drawing, and what it belongs to. */
export async function chartPicture(of: ChartPicture): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  const titleFont = `650 19px ${fontFamily}`;
  const textFont = `400 14px ${fontFamily}`;
  const inside = pictureWidth - 2 * margin;
  const linesOf = (text: string, font: string): string[] => {
    pen.font = font;
    return broken(text, inside, (part) => pen.measureText(part).width);
  };
  const title = linesOf(of.title, titleFont);
  const note = of.note === "" ? [] : linesOf(of.note, textFont);
  pen.font = textFont;
  const legend = rowsOf(of.legend, inside, (text) => pen.measureText(text).width);
  const head = margin + title.length * titleLine + (note.length + legend.length) * textLine + 8;
  const height = Math.ceil(head + of.height + captionHeight + 8);
  // a canvas that is given a size forgets all that was set before
  canvas.width = pictureWidth * pictureScale;
  canvas.height = height * pictureScale;
  pen.scale(pictureScale, pictureScale);
  pen.fillStyle = theme.panel;
  pen.fillRect(0, 0, pictureWidth, height);
  pen.textBaseline = "middle";
  let y = margin;
  const write = (lines: readonly string[], font: string, colour: string, step: number): void => {
    pen.font = font;
    pen.fillStyle = colour;
    for (const line of lines) {
      pen.fillText(line, margin, y + step / 2);
      y += step;
    }
  };
  write(title, titleFont, theme.text, titleLine);
  write(note, textFont, theme.muted, textLine);
  for (const row of legend) {
    for (const { mark, text, x } of row) drawEntry(pen, mark, text, margin + x, y + textLine / 2, textFont);
    y += textLine;
  }
  const painted = paintChart(of.options, inside, of.height, pictureScale);
  pen.drawImage(painted, margin, head, inside, of.height);
  pen.translate(0, height - captionHeight);
  drawCaptionStrip(pen, of.caption, theme, fontFamily, pictureWidth);
  return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

const markWidth = 30;

function rowsOf(
  entries: readonly LegendEntry[],
  width: number,
  measure: (text: string) => number,
): (LegendEntry & { x: number })[][] {
  const rows: (LegendEntry & { x: number })[][] = [];
  let x = Infinity;
  for (const entry of entries) {
    const wide = markWidth + measure(entry.text);
    if (x + wide > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...entry, x });
    x += wide + 20;
  }
  return rows;
}

function drawEntry(
  pen: CanvasRenderingContext2D,
  mark: LegendMark,
  text: string,
  x: number,
  y: number,
  font: string,
): void {
  const [a, b] = theme.scenarios;
  if (mark === "line" || mark === "dashed") {
    pen.strokeStyle = theme.text;
    pen.lineWidth = mark === "line" ? 3 : 2;
    pen.setLineDash(mark === "line" ? [] : [5, 4]);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 22, y);
    pen.stroke();
    pen.setLineDash([]);
  } else if (mark in stateLooks) drawLamp(pen, mark as StateName, x + 8, y);
  else {
    const fills: Partial<Record<LegendMark, string>> = { band: theme.action, bar: theme.action, a, b };
    pen.globalAlpha = mark === "band" ? 0.25 : 1;
    pen.fillStyle = fills[mark] ?? theme.text;
    pen.fillRect(x, y - 6, 22, 12);
    pen.globalAlpha = 1;
  }
  pen.font = font;
  pen.fillStyle = theme.text;
  pen.fillText(text, x + markWidth, y);
}

/** A state as on the page: its lamp with its glyph, 16 pixels wide, so that paper without colours says it too. */
function drawLamp(pen: CanvasRenderingContext2D, state: StateName, x: number, y: number): void {
  const { fill, glyph, glyphColour } = stateLooks[state];
  pen.save();
  pen.translate(x - 8, y - 8);
  pen.fillStyle = fill;
  pen.beginPath();
  pen.roundRect(0, 0, 16, 16, 3);
  pen.fill();
  pen.translate(1.6, 1.6);
  pen.scale(0.8, 0.8);
  pen.fillStyle = pen.strokeStyle = glyphColour;
  pen.lineWidth = glyph.stroke ?? 0;
  if (glyph.stroke === null) pen.fill(new Path2D(glyph.d));
  else pen.stroke(new Path2D(glyph.d));
  pen.restore();
}
