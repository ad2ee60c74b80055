import { glyphs, type Glyph } from "./glyphs";

/** The line model's states in the order of the trace; `test/look` holds this list equal to the trace's own. */
export const stateOrder = [
  "working",
  "loading",
  "setup",
  "blocked",
  "starved",
  "waitingOperator",
  "down",
  "offShift",
] as const;
export type StateName = (typeof stateOrder)[number];

export interface StateLook {
  /** lamp, bar and legend fill, the same on light and dark */
  fill: string;
  /** colour of the glyph on the fill */
  glyphColour: string;
  glyph: Glyph;
  /** Hz; 0 = still. Switched off under reduced motion */
  pulse: number;
}

const ink = "#16212B";
const white = "#FFFFFF";

export const stateLooks: Readonly<Record<StateName, StateLook>> = {
  working: { fill: "#027C5F", glyphColour: white, glyph: glyphs.play, pulse: 0 },
  loading: { fill: "#B5F4F0", glyphColour: ink, glyph: glyphs.upDown, pulse: 0 },
  setup: { fill: "#083481", glyphColour: white, glyph: glyphs.turn, pulse: 0 },
  blocked: { fill: "#E77310", glyphColour: ink, glyph: glyphs.square, pulse: 0 },
  starved: { fill: "#FEEC4D", glyphColour: ink, glyph: glyphs.triangleDown, pulse: 0 },
  waitingOperator: { fill: "#B355D3", glyphColour: white, glyph: glyphs.hand, pulse: 0 },
  down: { fill: "#AD0A0B", glyphColour: white, glyph: glyphs.cross, pulse: 1 },
  offShift: { fill: "#959CA4", glyphColour: ink, glyph: glyphs.bars, pulse: 0 },
};
