import { heatStops, type StateName } from "../../look";
import "./overlays.css";
import { StateKey } from "./StateKey";
import { overlayKinds, type OverlayKind } from "./types";

interface OverlayChooserProps {
  kind: OverlayKind;
  onChoose(kind: OverlayKind): void;
  title: string;
  names: Record<OverlayKind, string>;
  /** what the overlay shows, and the two ends of its scale; null = it has no scale of colours */
  legend: { text: string; scale: [string, string] | null } | null;
  /** what the lamps and the double frame mean, told while no other overlay is on */
  states: Readonly<Record<StateName, string>>;
  frame: string;
}

/** Which overlay lies over the picture, and what its colours mean. */
export function OverlayChooser({ kind, onChoose, title, names, legend, states, frame }: OverlayChooserProps) {
  return (
    <div className="xj-overlay-chooser">
      {kind === "none" && <StateKey states={states} frame={frame} />}
      {legend !== null && (
        <p className="xj-overlay-legend">
          {legend.scale !== null && (
            <>
              <span className="xj-overlay-end">{legend.scale[0]}</span>
              <svg width={96} height={10} viewBox="0 0 96 10" preserveAspectRatio="none" aria-hidden="true">
                <linearGradient id="xj-heat">
                  {heatStops.map((stop, i) => (
                    <stop key={stop} offset={i / (heatStops.length - 1)} stopColor={stop} />
                  ))}
                </linearGradient>
                <rect className="xj-overlay-scale" x={0.5} y={0.5} width={95} height={9} rx={2} fill="url(#xj-heat)" />
              </svg>
              <span className="xj-overlay-end">{legend.scale[1]}</span>
            </>
          )}
          <span>{legend.text}</span>
        </p>
      )}
      <div role="radiogroup" aria-label={title} className="xj-overlay-kinds">
        {overlayKinds.map((each) => (
          <label key={each} data-checked={each === kind}>
            <input
              type="radio"
              name="xj-overlay"
              className="xj-hidden-input"
              checked={each === kind}
              onChange={() => onChoose(each)}
            />
            {names[each]}
          </label>
        ))}
      </div>
    </div>
  );
}
