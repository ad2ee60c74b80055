import { stateLooks, stateOrder, type StateName } from "../../look";

interface StateKeyProps {
  states: Readonly<Record<StateName, string>>;
  /** what the double frame on the floor says */
  frame: string;
}

/** What the lamps over the machines mean, drawn as they are, and the frame round the bottleneck of the moment. */
export function StateKey({ states, frame }: StateKeyProps) {
  return (
    <ul className="xj-overlay-legend xj-state-key">
      {stateOrder.map((state) => {
        const { fill, glyph, glyphColour } = stateLooks[state];
        return (
          <li key={state}>
            <svg width={17} height={17} viewBox="-8.5 -8.5 17 17" aria-hidden="true">
              <circle r={7.6} fill={fill} className="xj-state-ring" />
              <path
                d={glyph.d}
                transform="scale(0.66) translate(-8 -8)"
                fill={glyph.stroke === null ? glyphColour : "none"}
                stroke={glyph.stroke === null ? "none" : glyphColour}
                strokeWidth={glyph.stroke ?? 0}
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
            {states[state]}
          </li>
        );
      })}
      <li>
        <svg width={22} height={15} viewBox="0 0 22 15" aria-hidden="true">
          <rect x={1.5} y={1.5} width={19} height={12} className="xj-frame-outer" />
          <rect x={3.5} y={3.5} width={15} height={8} className="xj-frame-inner" />
        </svg>
        {frame}
      </li>
    </ul>
  );
}
