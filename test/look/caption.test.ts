import { describe, expect, it } from "vitest";
import { captionHeight, drawCaptionStrip, themes, type CaptionPen } from "../../src/look";

/** Notes what is written, and how much room it was given. */
function notingPen(): CaptionPen & { written: { text: string; room: number | undefined }[]; filled: unknown[] } {
  const written: { text: string; room: number | undefined }[] = [];
  const filled: unknown[] = [];
  return {
    fillStyle: "",
    font: "",
    textBaseline: "",
    written,
    filled,
    fillRect(...box) {
      filled.push([this.fillStyle, ...box]);
    },
    fillText: (text, _x, _y, room) => void written.push({ text, room }),
  };
}

describe("the caption under a picture", () => {
  it("says title and facts on a ground of its own, and keeps room for a scale bar", () => {
    const pen = notingPen();
    const caption = { title: "Line: plan D", facts: ["seed 1", "version 0.1.0"] };
    drawCaptionStrip(pen, caption, themes.light, "sans-serif", 880, 100);
    expect(pen.filled[0]).toEqual([themes.light.panel, 0, 0, 880, captionHeight]);
    expect(pen.written).toEqual([
      { text: "Line: plan D", room: 748 },
      { text: "seed 1  ·  version 0.1.0", room: 748 },
    ]);
  });
});
