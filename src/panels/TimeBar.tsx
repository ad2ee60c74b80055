import { ActionIcon, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { nextEvent, onEveryChange, seek, shiftSpans, useApp, useAppStore, type PlaybackClock } from "../store";
import { dayTime, nameOf } from "../text";
import { useServices, useWords } from "./context";
import { EventStrip } from "./EventStrip";
import { Icon } from "./Icon";
import { usePlannedLine } from "./time/usePlannedLine";
import { Overview } from "./time/Overview";
import { StateStrips } from "./time/StateStrips";
import "./time/time.css";
import { Track } from "./time/Track";
import { Transport } from "./time/Transport";
import { useStretch } from "./time/useStretch";
import { zooms, type Zoom } from "./time/view";
import { useTimeKeys } from "./timeKeys";
import { useTheme } from "./useLook";

const steps = ["all", "setup", "down", "scrapped", "shift"] as const;
type Step = (typeof steps)[number];
const week = 7 * 86_400e6;

/** Replays the watched runs over the whole year. The moving time is written straight into the DOM. */
export function TimeBar() {
  const { say, language } = useWords();
  const { clock } = useServices();
  const theme = useTheme();
  const watch = useApp((state) => state.watch);
  const selected = useApp((state) => state.selected);
  const line = useApp((state) => state.history.present.scenario.line);
  const shortcuts = useApp((state) => state.preferences.shortcuts);
  const planned = usePlannedLine();
  const [zoom, setZoom] = useState<Zoom>("shift");
  const [step, setStep] = useState<Step>("all");
  const [hasStrips, showStrips] = useState(false);
  const stretch = useStretch(clock, zoom);
  const runs = useMemo(() => [watch.baseline, watch.plan].filter((run) => run !== null), [watch]);
  const jump = useJump(step);
  useTimeKeys(clock, jump, shortcuts);
  const zoomBy = useCallback((by: -1 | 1) => setZoom((now) => zooms[zooms.indexOf(now) + by] ?? now), []);
  const [baseline] = runs;
  const station = line.stations.find(({ id }) => id === selected);
  return (
    <section className="xj-time" aria-labelledby="xj-time-title" data-strips={hasStrips}>
      <h2 id="xj-time-title" className="xj-hidden">
        {say("time.title")}
      </h2>
      {hasStrips && watch.baseline !== null && (
        <div className="xj-all-strips" tabIndex={0} role="region" aria-label={say("replay.strips")}>
          {[
            { run: watch.baseline, line, title: say("plans.baseline") },
            ...(watch.plan !== null && planned !== null
              ? [{ run: watch.plan, line: planned, title: say("compare.plan") }]
              : []),
          ].map((each) => (
            <StateStrips key={each.run.key} clock={clock} {...each} stretch={stretch} theme={theme} />
          ))}
        </div>
      )}
      <div className="xj-time-controls">
        <Transport clock={clock} disabled={baseline === undefined} jump={jump} />
        <div className="xj-time-row">
          <NowText clock={clock} />
          <SegmentedControl
            size="xs"
            aria-label={say("replay.zoom")}
            value={zoom}
            onChange={(value) => setZoom(zooms.find((each) => each === value) ?? "shift")}
            data={zooms.map((each) => ({ value: each, label: say(`replay.zoom.${each}`) }))}
          />
          <select
            className="xj-step-kind"
            aria-label={say("replay.stepOver")}
            title={
              station === undefined
                ? say("replay.stepOver")
                : say("replay.ofStation", { station: nameOf(language, station.name, station.id) })
            }
            value={step}
            onChange={(event) => setStep(steps.find((each) => each === event.currentTarget.value) ?? "all")}
          >
            {steps.map((each) => (
              <option key={each} value={each}>
                {say(`replay.step.${each}`)}
              </option>
            ))}
          </select>
          <ActionIcon
            variant={hasStrips ? "light" : "subtle"}
            size={28}
            aria-pressed={hasStrips}
            aria-label={say(hasStrips ? "replay.hideStrips" : "replay.showStrips")}
            title={say(hasStrips ? "replay.hideStrips" : "replay.showStrips")}
            onClick={() => showStrips(!hasStrips)}
            data-testid="strips"
          >
            <Icon name="strips" />
          </ActionIcon>
        </div>
      </div>
      <div className="xj-time-map">
        {baseline !== undefined && <Overview clock={clock} run={baseline} stretch={stretch} theme={theme} />}
        <Track clock={clock} zoom={zoom} stretch={stretch} disabled={baseline === undefined} onZoom={zoomBy}>
          {runs.length > 0 && <EventStrip stretch={stretch} runs={runs} station={selected} theme={theme} />}
        </Track>
      </div>
    </section>
  );
}

/** Steps to the next or previous event of the kind chosen, of the selected station or of all; the last step wins. */
function useJump(step: Step): (direction: -1 | 1) => void {
  const store = useAppStore();
  const { clock } = useServices();
  const turn = useRef(0);
  return useCallback(
    (direction) => {
      const { replay, watch, selected, history } = store.getState();
      const own = ++turn.current;
      if (step === "shift") {
        const spans = shiftSpans(history.present.scenario.line.calendar, clock.now - week, clock.now + week);
        const to =
          direction === 1
            ? spans.find((span) => span.start > clock.now)
            : spans.findLast((span) => span.start < clock.now);
        if (to !== undefined) seek(clock, to.start);
        return;
      }
      const kinds = step === "all" ? (["setup", "down"] as const) : ([step] as const);
      const runs = [watch.baseline, watch.plan].filter((run) => run !== null);
      void nextEvent(replay, runs, clock.now, direction, { station: selected, kinds }).then((to) => {
        if (to !== null && own === turn.current) seek(clock, to);
      });
    },
    [store, clock, step],
  );
}

/** The time, and whether the picture is still on its way there. */
function NowText({ clock }: { clock: PlaybackClock }) {
  const { language } = useWords();
  const replay = useApp((state) => state.replay);
  const output = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    let last = "";
    const write = (): void => {
      const text = dayTime(language, clock.now, clock.speed === 1 || clock.speed === 10);
      if (text !== last && output.current !== null) output.current.textContent = text;
      last = text;
      output.current?.toggleAttribute("data-waiting", !replay.isReady(clock.now));
    };
    write();
    const leave = [onEveryChange(clock, write), replay.onChange(write)];
    return () => leave.forEach((stop) => stop());
  }, [clock, language, replay]);
  return <output ref={output} className="xj-now" aria-live="off" />;
}
