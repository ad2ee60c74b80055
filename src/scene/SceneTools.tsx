import type { StageView } from "./stageApi";
import type { SceneLabels } from "./types";

/** What the buttons of the scene ask for. */
export type Look = StageView | "fit" | "focus" | "follow";

interface SceneToolsProps {
  labels: SceneLabels;
  /** the flat plan has one view only */
  isFlat: boolean;
  view: StageView | "follow";
  hasSelection: boolean;
  onLook(look: Look): void;
  onZoom(factor: number): void;
}

const looks: readonly (readonly [Look, string])[] = [
  ["iso", "M8 2.5L13 5.2V10.8L8 13.5L3 10.8V5.2ZM3 5.2L8 8L13 5.2M8 8V13.5"],
  ["top", "M3 3H13V13H3ZM3 8H13M8 3V13"],
  ["along", "M2.5 13L6.5 4H9.5L13.5 13M8 5.5V7M8 8.8V10.4M8 12V13.4"],
  ["walk", "M8 4.2A1.2 1.2 0 1 0 8 1.8A1.2 1.2 0 1 0 8 4.2M8 5.4V9L6 14M8 9L10.2 14M5.2 8.4L8 5.9L10.8 8.4"],
  ["follow", "M8 5A3 3 0 1 0 8 11A3 3 0 1 0 8 5M8 1.6V4M8 12V14.4M1.6 8H4M12 8H14.4"],
];

/** Zoom, whole line, chosen station, and the ways to look at it. */
export function SceneTools({ labels, isFlat, view, hasSelection, onLook, onZoom }: SceneToolsProps) {
  return (
    <div className="xj-scene-tools">
      <Tool label={labels.zoomIn} d="M8 3.5V12.5M3.5 8H12.5" onPress={() => onZoom(1.3)} />
      <Tool label={labels.zoomOut} d="M3.5 8H12.5" onPress={() => onZoom(1 / 1.3)} />
      <Tool label={labels.fit} d="M3 6V3H6M10 3H13V6M13 10V13H10M6 13H3V10" onPress={() => onLook("fit")} />
      {hasSelection && (
        <Tool
          label={labels.focus}
          d="M3 6V3H6M10 3H13V6M13 10V13H10M6 13H3V10M6.2 6.2H9.8V9.8H6.2Z"
          onPress={() => onLook("focus")}
        />
      )}
      {isFlat
        ? null
        : looks.map(([look, d]) => (
            <Tool
              key={look}
              label={labels[look as StageView | "follow"]}
              d={d}
              isOn={view === look}
              onPress={() => onLook(look)}
            />
          ))}
    </div>
  );
}

function Tool({
  label,
  d,
  isOn,
  onPress,
}: {
  label: string;
  d: string;
  isOn?: boolean | undefined;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      className="xj-scene-tool"
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      onClick={onPress}
    >
      <svg viewBox="0 0 16 16" width={18} height={18} aria-hidden>
        <path d={d} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </button>
  );
}
