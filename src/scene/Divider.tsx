import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { dividedAt, dividedBy } from "./compare";

interface DividerProps {
  label: string;
  /** where it stands first, 0..1 of the width */
  start: number;
  onMove(divide: number): void;
}

/** The edge between today and the plan in the same place: dragged with mouse or finger, or moved with the arrow keys. */
export function Divider({ label, start, onMove }: DividerProps) {
  const [divide, setDivide] = useState(start);
  const held = useRef(false);
  const move = (to: number): void => {
    setDivide(to);
    onMove(to);
  };
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    event.stopPropagation();
    held.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (held.current && box && box.width > 0) move(dividedAt((event.clientX - box.left) / box.width));
  };
  const key = (event: KeyboardEvent): void => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : dividedBy(event.key, divide);
    if (to === null) return;
    move(to);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="xj-scene-divider"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(divide * 100)}
      style={{ left: `${divide * 100}%` }}
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={() => (held.current = false)}
      onPointerCancel={() => (held.current = false)}
      onKeyDown={key}
    >
      <svg viewBox="0 0 24 24" width={26} height={26} aria-hidden>
        <path d="M9 7L4 12L9 17M15 7L20 12L15 17" fill="none" stroke="currentColor" strokeWidth={2} />
      </svg>
    </div>
  );
}
