import "./stageActions.css";
import { compareModes, type CompareMode } from "./compare";

interface CompareChooserProps {
  mode: CompareMode;
  onChoose(mode: CompareMode): void;
  title: string;
  names: Record<CompareMode, string>;
}

const glyphs: Record<CompareMode, string> = {
  split: "M2.5 3.5H13.5V12.5H2.5ZM8 3.5V12.5",
  swipe: "M8 2V14M5.5 5.5L3 8L5.5 10.5M10.5 5.5L13 8L10.5 10.5",
  ghost: "M2.5 2.5H10.5V10.5H2.5ZM5.5 13.5H13.5V5.5",
};

/** How two lines are shown: beside one another, behind a divider, one as the ghost of the other. */
export function CompareChooser({ mode, onChoose, title, names }: CompareChooserProps) {
  return (
    <div role="radiogroup" aria-label={title} className="xj-compare-modes">
      {compareModes.map((each) => (
        <label key={each} data-checked={each === mode} title={names[each]}>
          <input
            type="radio"
            name="xj-compare"
            className="xj-hidden-input"
            aria-label={names[each]}
            checked={each === mode}
            onChange={() => onChoose(each)}
          />
          <Glyph d={glyphs[each]} />
        </label>
      ))}
    </div>
  );
}

export interface StageAction {
  id: string;
  label: string;
  glyph: keyof typeof actionGlyphs;
  isOn?: boolean;
  /** said beside the glyph */
  text?: string;
  onPress(): void;
}

const actionGlyphs = {
  layout: "M2.5 2.5H7V7H2.5ZM9.5 9.5H13.5V13.5H9.5ZM11.5 2.5V7M9.5 4.5H13.5M2.5 11.5H7",
  rows: "M2.5 4H13.5M2.5 8H13.5M2.5 12H13.5",
  picture: "M2 5H5L6.2 3.2H9.8L11 5H14V13H2ZM8 6.8A2.2 2.2 0 1 0 8 11.2A2.2 2.2 0 1 0 8 6.8",
  film: "M2 4.5H10V11.5H2ZM10 7.2L14 5V11L10 8.8",
  stop: "M4 4H12V12H4Z",
} as const;

/** What can be done with the stage as a whole: lay the line out, take a picture, film it. */
export function StageActions({ actions, title }: { actions: readonly StageAction[]; title: string }) {
  return (
    <div className="xj-stage-actions" role="group" aria-label={title}>
      {actions.map(({ id, label, glyph, isOn, text, onPress }) => (
        <button
          key={id}
          type="button"
          title={label}
          aria-label={label}
          aria-pressed={isOn}
          data-testid={`stage-${id}`}
          onClick={onPress}
        >
          <Glyph d={actionGlyphs[glyph]} />
          {text !== undefined && <span aria-hidden>{text}</span>}
        </button>
      ))}
    </div>
  );
}

function Glyph({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 16 16" width={18} height={18} aria-hidden>
      <path d={d} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
