import type { Marks, Stripe } from "./types";

/** The marks of one run in the flat plan; words in metres, so that they stay where they belong. */
export function FlatOverlay({ marks }: { marks: Marks }) {
  return (
    <g className="xj-flat-overlay">
      <g opacity={0.62}>{marks.stripes.map(line)}</g>
      <g>{marks.rings.map(line)}</g>
    </g>
  );
}

export function FlatNotes({ marks }: { marks: Marks }) {
  return (
    <g className="xj-flat-notes">
      {marks.notes.map(({ x, z, text }, i) => (
        <text key={i} x={x} y={z} textAnchor="middle" dominantBaseline="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

function line({ x1, z1, x2, z2, width, colour }: Stripe, i: number) {
  return <line key={i} x1={x1} y1={z1} x2={x2} y2={z2} stroke={colour} strokeWidth={width} />;
}
