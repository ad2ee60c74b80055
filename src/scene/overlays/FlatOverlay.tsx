import { seeThroughShare, type Marks, type Stripe } from "./types";

/** The marks of one run in the flat plan; their words are in the layer of labels. */
export function FlatOverlay({ marks }: { marks: Marks }) {
  return (
    <g className="xj-flat-overlay">
      <g opacity={seeThroughShare}>{marks.stripes.map(line)}</g>
      <g>{marks.rings.map(line)}</g>
    </g>
  );
}

function line({ x1, z1, x2, z2, width, colour }: Stripe, i: number) {
  return <line key={i} x1={x1} y1={z1} x2={x2} y2={z2} stroke={colour} strokeWidth={width} />;
}
