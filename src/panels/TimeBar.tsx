import { ActionIcon, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import {
  eventsOf,
  neighbour,
  onEveryChange,
  pause,
  play,
  playbackSpeeds,
  seek,
  setSpeed,
  shiftSpans,
  subscribe,
  useApp,
  type PlaybackClock,
} from "../store";
import { dayTime, nameOf } from "../text";
import { useServices, useWords } from "./context";
import { EventStrip } from "./EventStrip";
import { Icon } from "./Icon";
import { useTimeKeys } from "./timeKeys";

/** Replays the watched run. The moving time is written straight into the DOM; React hears only of play and pause. */
export function TimeBar() {
  const { say, language } = useWords();
  const { clock } = useServices();
  const watch = useApp((state) => state.watch);
  const selected = useApp((state) => state.selected);
  const calendar = useApp((state) => state.history.present.scenario.line.calendar);
  const shortcuts = useApp((state) => state.preferences.shortcuts);
  const isPlaying = usePlaying(clock);
  const speed = useSpeed(clock);
  const trace = watch.baseline?.trace ?? null;
  const planTrace = watch.plan?.trace ?? null;
  const events = useMemo(() => (trace === null ? [] : eventsOf(trace, selected)), [trace, selected]);
  const planEvents = useMemo(() => (planTrace === null ? [] : eventsOf(planTrace, selected)), [planTrace, selected]);
  const dayStarts = useMemo(() => (trace === null ? [] : days(trace)), [trace]);
  const spans = useMemo(() => (trace === null ? [] : shiftSpans(trace)), [trace]);
  const times = useMemo(
    () => [...events, ...planEvents].map((event) => event.time).sort((a, b) => a - b),
    [events, planEvents],
  );
  const jump = useCallback(
    (direction: -1 | 1) => {
      const to = neighbour(times, clock.now, direction);
      if (to !== null) seek(clock, to);
    },
    [times, clock],
  );
  useTimeKeys(clock, jump, shortcuts);
  const shiftNames = "shifts" in calendar ? calendar.shifts.map((shift) => nameOf(language, shift.name, shift.id)) : [];
  return (
    <section className="xj-time" aria-labelledby="xj-time-title">
      <h2 id="xj-time-title" className="xj-hidden">
        {say("time.title")}
      </h2>
      <ActionIcon
        size={44}
        variant="filled"
        radius="xl"
        aria-label={say(isPlaying ? "time.pause" : "time.play")}
        onClick={() => (isPlaying ? pause(clock) : play(clock))}
        disabled={trace === null}
      >
        <Icon name={isPlaying ? "pause" : "play"} size={22} />
      </ActionIcon>
      <ActionIcon
        size={32}
        variant="subtle"
        aria-label={say("time.previous")}
        onClick={() => jump(-1)}
        disabled={trace === null}
      >
        <Icon name="previous" />
      </ActionIcon>
      <ActionIcon
        size={32}
        variant="subtle"
        aria-label={say("time.next")}
        onClick={() => jump(1)}
        disabled={trace === null}
      >
        <Icon name="next" />
      </ActionIcon>
      <SegmentedControl
        size="xs"
        aria-label={say("time.speed")}
        value={String(speed)}
        onChange={(value) => setSpeed(clock, playbackSpeeds.find((each) => String(each) === value) ?? 60)}
        data={playbackSpeeds.map((each) => ({
          value: String(each),
          label: each === "max" ? say("time.max") : say("time.times", { n: each }),
        }))}
      />
      <NowText clock={clock} />
      <div className="xj-track">
        {trace !== null && (
          <>
            <div className="xj-spans" aria-hidden="true">
              {spans.map((span) => (
                <span
                  key={span.start}
                  className="xj-span"
                  style={{ left: at(trace, span.start), width: wide(trace, span.start, span.end) }}
                >
                  {/* over midnight the day's mark stands where the name would */}
                  {dayStarts.some((day) => day.at > span.start && day.at < span.end)
                    ? ""
                    : (shiftNames[span.shift] ?? "")}
                </span>
              ))}
              {dayStarts.map((day) => (
                <span key={day.at} className="xj-day" style={{ left: at(trace, day.at) }}>
                  {say("time.day", { day: day.number })}
                </span>
              ))}
            </div>
            <EventStrip trace={trace} events={events} planEvents={planEvents} />
          </>
        )}
        <Scrubber clock={clock} disabled={trace === null} label={say("time.scrub")} language={language} />
      </div>
      <p className="xj-replay-note">{say("time.replay")}</p>
    </section>
  );
}

interface Span {
  start: number;
  end: number;
}
const at = (span: Span, time: number): string => `${(100 * (time - span.start)) / (span.end - span.start)}%`;
const wide = (span: Span, from: number, to: number): string => `${(100 * (to - from)) / (span.end - span.start)}%`;
const dayLength = 86_400e6;

function days(span: Span): { at: number; number: number }[] {
  const list = [];
  for (let day = Math.ceil(span.start / dayLength); day * dayLength < span.end; day++)
    list.push({ at: day * dayLength, number: day + 1 });
  return list;
}

function NowText({ clock }: { clock: PlaybackClock }) {
  const { language } = useWords();
  const output = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    let last = "";
    const write = (): void => {
      const text = dayTime(language, clock.now, clock.speed === 1 || clock.speed === 10);
      if (text !== last && output.current !== null) output.current.textContent = text;
      last = text;
    };
    write();
    return onEveryChange(clock, write);
  }, [clock, language]);
  return <output ref={output} className="xj-now" aria-live="off" />;
}

interface ScrubberProps {
  clock: PlaybackClock;
  disabled: boolean;
  label: string;
  language: "zh" | "en";
}

/** A native range: dragging, clicking and arrow keys come with it. */
function Scrubber({ clock, disabled, label, language }: ScrubberProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const write = (): void => {
      const element = input.current;
      if (element === null) return;
      const span = clock.stop - clock.start;
      element.value = String(span > 0 ? Math.round((10_000 * (clock.now - clock.start)) / span) : 0);
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
  }, [clock, language]);
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
      onInput={(event) =>
        seek(clock, clock.start + (Number(event.currentTarget.value) / 10_000) * (clock.stop - clock.start))
      }
    />
  );
}

function usePlaying(clock: PlaybackClock): boolean {
  return useSyncExternalStore(
    useCallback((listener) => subscribe(clock, listener), [clock]),
    () => clock.playing,
  );
}

function useSpeed(clock: PlaybackClock): PlaybackClock["speed"] {
  const [speed, set] = useState(clock.speed);
  useEffect(() => subscribe(clock, () => set(clock.speed)), [clock]);
  return speed;
}
