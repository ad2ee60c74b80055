import { useEffect, useRef, type ReactNode } from "react";
import { onEveryChange, seek, shiftSpans, subscribe, useApp, type PlaybackClock } from "../../store";
import { dayTime, nameOf } from "../../text";
import { useWords } from "../context";
import { clockOf, dayOf, leftOf, ticksOf, weekOf, widthOf, type Stretch, type Tick, type Zoom } from "./view";

interface TrackProps {
  clock: PlaybackClock;
  zoom: Zoom;
  stretch: Stretch;
  disabled: boolean;
  /** one step nearer or farther */
  onZoom: (by: -1 | 1) => void;
  children: ReactNode;
}

/** The page of the time bar: shifts and scale, marks, and the range that seeks. The wheel and a double click zoom. */
export function Track({ clock, zoom, stretch, disabled, onZoom, children }: TrackProps) {
  const { say, language } = useWords();
  const calendar = useApp((state) => state.history.present.scenario.line.calendar);
  const host = useRef<HTMLDivElement>(null);
  const spans = zoom === "year" ? [] : shiftSpans(calendar, stretch.from, stretch.to);
  const names = "shifts" in calendar ? calendar.shifts.map((shift) => nameOf(language, shift.name, shift.id)) : [];
  const tickText = ({ at, kind }: Tick): string =>
    kind === "week"
      ? say("replay.week", { week: weekOf(at) })
      : kind === "day"
        ? say("time.day", { day: dayOf(at) })
        : clockOf(at);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      onZoom(event.deltaY < 0 ? 1 : -1);
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [onZoom]);
  return (
    <div ref={host} className="xj-track" onDoubleClick={() => onZoom(1)}>
      <div className="xj-spans" data-continuous={"continuous" in calendar} aria-hidden="true">
        {spans.map((span) => (
          <span
            key={span.start}
            className="xj-span"
            style={{
              left: leftOf(stretch, Math.max(span.start, stretch.from)),
              width: widthOf(stretch, Math.max(span.start, stretch.from), Math.min(span.end, stretch.to)),
            }}
          >
            {zoom === "week" ? null : <span>{names[span.shift] ?? ""}</span>}
          </span>
        ))}
        {ticksOf(zoom, stretch).map((tick) => (
          <span key={tick.at} className="xj-tick" data-kind={tick.kind} style={{ left: leftOf(stretch, tick.at) }}>
            {tickText(tick)}
          </span>
        ))}
      </div>
      {children}
      <Scrubber clock={clock} stretch={stretch} disabled={disabled} label={say("time.scrub")} language={language} />
    </div>
  );
}

interface ScrubberProps {
  clock: PlaybackClock;
  stretch: Stretch;
  disabled: boolean;
  label: string;
  language: "zh" | "en";
}

/** A native range over the page: dragging, clicking and arrow keys come with it. */
function Scrubber({ clock, stretch, disabled, label, language }: ScrubberProps) {
  const input = useRef<HTMLInputElement>(null);
  const { from, to } = stretch;
  useEffect(() => {
    const write = (): void => {
      if (input.current !== null)
        input.current.value = String(to > from ? Math.round((10_000 * (clock.now - from)) / (to - from)) : 0);
    };
    const speak = (): void => {
      input.current?.setAttribute("aria-valuetext", dayTime(language, clock.now));
    };
    write();
    speak();
    const leave = onEveryChange(clock, write);
    const leaveToo = subscribe(clock, speak);
    return () => {
      leave();
      leaveToo();
    };
  }, [clock, language, from, to]);
  return (
    <input
      ref={input}
      className="xj-scrub"
      type="range"
      min={0}
      max={10_000}
      step={1}
      defaultValue={0}
      aria-label={label}
      disabled={disabled}
      // the very end belongs to the next page
      onInput={(event) =>
        seek(clock, Math.min(from + (Number(event.currentTarget.value) / 10_000) * (to - from), to - 1))
      }
    />
  );
}
