import { stateLooks, stateOrder, type StateName } from "../look";
import { percent } from "../text";
import { useWords } from "./context";

/** The glyph of a state in its lamp, as in the picture of the line. */
export function StateGlyph({ state, size = 16 }: { state: StateName; size?: number }) {
  const { fill, glyph, glyphColour } = stateLooks[state];
  return (
    <svg className="xj-glyph" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <rect width="16" height="16" rx="3" fill={fill} />
      <path
        d={glyph.d}
        fill={glyph.stroke === null ? glyphColour : "none"}
        stroke={glyph.stroke === null ? "none" : glyphColour}
        strokeWidth={glyph.stroke ?? 0}
        transform="translate(1.6 1.6) scale(0.8)"
      />
    </svg>
  );
}

interface StateBarProps {
  title: string;
  /** 0..1 by state; they need not sum to 1 */
  shares: Partial<Record<StateName, number>>;
  /** written below: so many of the largest */
  told?: number;
}

/** Shares of a machine's time in its states, one bar; the largest in words with their glyphs below. */
export function StateBar({ title, shares, told = 0 }: StateBarProps) {
  const { say, language } = useWords();
  const all = stateOrder.map((state) => ({ state, share: shares[state] ?? 0 })).filter(({ share }) => share > 0);
  const sum = all.reduce((total, { share }) => total + share, 0);
  const words = all.map(({ state, share }) =>
    say("machine.share", { state: say(`state.${state}`), share: percent(language, share, { figures: 2 }) }),
  );
  return (
    <figure className="xj-state-bar">
      <figcaption>{title}</figcaption>
      <div role="img" aria-label={words.join(", ")} title={words.join("\n")}>
        {all.map(({ state, share }) => (
          <span key={state} style={{ width: `${(100 * share) / sum}%`, background: stateLooks[state].fill }} />
        ))}
      </div>
      {told > 0 && (
        <ul aria-hidden="true">
          {all
            .toSorted((a, b) => b.share - a.share)
            .slice(0, told)
            .map(({ state, share }) => (
              <li key={state}>
                <StateGlyph state={state} /> {say(`state.${state}`)}{" "}
                <b className="xj-number">{percent(language, share, { figures: 2 })}</b>
              </li>
            ))}
        </ul>
      )}
    </figure>
  );
}
