/** How a glyph is drawn in its 16 × 16 box: filled, or as a line of the given width (hollow shapes, crosses). */
export interface Glyph {
  /** SVG path data in a 16 × 16 view box; also valid for Path2D */
  d: string;
  /** null = fill the path; a number = stroke it with this width */
  stroke: number | null;
}

/** Drawn shapes, not characters: the same on every system, and each legible at 10 px. */
export const glyphs = {
  play: { d: "M5 3.2L12.8 8L5 12.8Z", stroke: null },
  upDown: {
    d: "M5.2 2.6L8 6H6.1V13H4.3V6H2.4Z M10.8 13.4L8 10H9.9V3H11.7V10H13.6Z",
    stroke: null,
  },
  turn: { d: "M12.2 5.6A4.8 4.8 0 1 0 12.9 9.2 M12.9 2.6V6H9.5", stroke: 1.9 },
  triangleDown: { d: "M3.2 4.4H12.8L8 12.4Z", stroke: 1.7 },
  square: { d: "M4 4H12V12H4Z", stroke: null },
  hand: {
    d:
      "M4.3 8.4V4.3A0.8 0.8 0 0 1 5.9 4.3V7.2H6.3V2.9A0.8 0.8 0 0 1 7.9 2.9V7.2H8.3V3.3A0.8 0.8 0 0 1 9.9 3.3V7.5H10.3V5" +
      "A0.8 0.8 0 0 1 11.9 5V9.8C11.9 12.4 10.4 13.8 8.4 13.8C6.6 13.8 5.6 13 4.7 11.3L2.7 8.2A0.8 0.8 0 0 1 4 7.3Z",
    stroke: null,
  },
  cross: { d: "M4.2 4.2L11.8 11.8 M11.8 4.2L4.2 11.8", stroke: 2.4 },
  bars: { d: "M4.4 3.6H6.9V12.4H4.4Z M9.1 3.6H11.6V12.4H9.1Z", stroke: null },
} as const satisfies Record<string, Glyph>;
