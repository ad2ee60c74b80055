import { useCallback, useRef, useSyncExternalStore } from "react";
import { shiftSpans, subscribe, useApp, type PlaybackClock } from "../../store";
import { stretchOf, type Stretch, type Zoom } from "./view";

const week = 7 * 86_400e6;

/** The page of the time bar at the clock's time; React hears of it when the page turns. */
export function useStretch(clock: PlaybackClock, zoom: Zoom): Stretch {
  const calendar = useApp((state) => state.history.present.scenario.line.calendar);
  const last = useRef<Stretch>({ from: 0, to: 0 });
  const read = useCallback((): Stretch => {
    const spans = zoom === "shift" ? shiftSpans(calendar, clock.now - week, clock.now + week) : [];
    const next = stretchOf(zoom, clock.now, clock.stop, spans);
    if (next.from !== last.current.from || next.to !== last.current.to) last.current = next;
    return last.current;
  }, [clock, zoom, calendar]);
  return useSyncExternalStore(
    useCallback((listener) => subscribe(clock, listener), [clock]),
    read,
  );
}
