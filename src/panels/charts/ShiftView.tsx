import { useCallback, useEffect, useMemo, useState } from "react";
import { shiftChart, shiftChartHeight, type ChartLook } from "../../charts";
import { stateOrder } from "../../look";
import type { Line } from "../../model";
import { machineSpans, stripsOf, useApp, type Replay, type Strips, type WatchedRun } from "../../store";
import { dayTime, nameOf, number } from "../../text";
import { useServices, useWords } from "../context";
import { isShort } from "../EventStrip";
import { useStretch } from "../time/useStretch";
import { clockOf, type Stretch } from "../time/view";
import { ChartFrame } from "./ChartFrame";
import { column, type ChartSheet } from "./chartSheet";

/** A column a minute in a shift of eight hours; more would be thinner than the picture's own points. */
const columns = 480;
const states = stateOrder.length;
const hour = 3600e6;
const patienceMs = 500;

/** A Gantt of the shift on the time bar: what each station did when, in the one run that is watched. */
export function ShiftView({ side, line }: { side: "baseline" | "plan"; line: Line }) {
  const { clock } = useServices();
  const run = useApp((state) => state.watch[side]);
  const stretch = useStretch(clock, "shift");
  if (run === null || stretch.to <= stretch.from) return null;
  return <Shift run={run} line={line} stretch={stretch} side={side} />;
}

interface ShiftProps {
  run: WatchedRun;
  line: Line;
  stretch: Stretch;
  side: "baseline" | "plan";
}

function Shift({ run, line, stretch, side }: ShiftProps) {
  const { say, language } = useWords();
  const replay = useApp((state) => state.replay);
  const strips = useStrips(run, stretch, replay);
  const names = useMemo(
    () => run.layout.stations.map(({ id }, s) => nameOf(language, line.stations[s]?.name, id)),
    [run, line, language],
  );
  const draw = useCallback(
    (look: ChartLook) => {
      const length = columns * states;
      const rows = names.map((label, s) => ({ label, shares: strips.shares.subarray(s * length, (s + 1) * length) }));
      const from = stretch.from / hour;
      const hours = (stretch.to - stretch.from) / hour;
      return shiftChart(
        rows,
        columns,
        { from, hours, words: say("shift.axis"), clock: (at) => clockOf(at * hour) },
        look,
      );
    },
    [names, strips, stretch, say],
  );
  const used = stateOrder.filter((_, state) => names.some((__, s) => minutesIn(strips, s, state, stretch) > 0));
  const title = say("shift.title", { from: dayTime(language, stretch.from), to: dayTime(language, stretch.to) });
  const minutes = (state: (typeof stateOrder)[number]): string =>
    column(say, say(`state.${state}`), say("flowTime.unit.minutes"));
  const sheet = (): ChartSheet => {
    const spans = machineSpans(run, stretch.from, stretch.to);
    if (spans === null)
      return {
        columns: [say("stations.station"), ...stateOrder.map(minutes)],
        rows: names.map((name, s) => [name, ...stateOrder.map((_, state) => minutesIn(strips, s, state, stretch))]),
      };
    return {
      columns: [
        say("stations.station"),
        say("shift.machine"),
        say("shift.state"),
        say("chart.from"),
        say("chart.to"),
        column(say, say("shift.length"), say("unit.seconds")),
      ],
      rows: spans.map((span) => [
        names[span.station] ?? "",
        span.machine + 1,
        say(`state.${span.state}`),
        dayTime(language, span.from, true),
        dayTime(language, span.to, true),
        (span.to - span.from) / 1e6,
      ]),
    };
  };
  return (
    <section className="xj-money-part" data-testid="shift-gantt">
      <h3>{title}</h3>
      <ChartFrame
        name="shift"
        title={title}
        label={say("shift.chart")}
        note={strips.isExact ? say("shift.note") : `${say("shift.note")} ${say("shift.byHour")}`}
        legend={used.map((state) => ({ mark: state, text: say(`state.${state}`) }))}
        height={shiftChartHeight(names.length)}
        draw={draw}
        belongs={{ runs: side, basis: say("stage.captionRun") }}
        sheet={sheet}
        table={
          <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("shift.caption")}>
            <table className="xj-table">
              <caption>{say("shift.caption")}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("stations.station")}</th>
                  {used.map((state) => (
                    <th key={state} scope="col" className="xj-right">
                      {say(`state.${state}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {names.map((name, s) => (
                  <tr key={run.layout.stations[s]?.id ?? s}>
                    <th scope="row">{name}</th>
                    {used.map((state) => (
                      <td key={state} className="xj-right xj-number">
                        {number(language, minutesIn(strips, s, stateOrder.indexOf(state), stretch), { decimals: 1 })}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        }
      />
    </section>
  );
}

function minutesIn({ shares }: Strips, station: number, state: number, { from, to }: Stretch): number {
  let sum = 0;
  for (let at = 0; at < columns; at++) sum += shares[(station * columns + at) * states + state] ?? 0;
  return (sum * (to - from)) / columns / 60e6;
}

/** The strips of a stretch: at once as well as they are known, and again as more of it comes, until they are exact. */
function useStrips(run: WatchedRun, stretch: Stretch, replay: Replay): Strips {
  const first = useMemo(() => stripsOf(run, stretch.from, stretch.to, columns), [run, stretch]);
  const [later, setLater] = useState<{ of: Strips; strips: Strips } | null>(null);
  useEffect(() => {
    if (first.isExact) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isDone = false;
    if (isShort(run, stretch)) replay.want(run, stretch.from, stretch.to - 1);
    const leave = replay.onChange(() => {
      if (isDone) return;
      timer ??= setTimeout(() => {
        timer = null;
        const strips = stripsOf(run, stretch.from, stretch.to, columns);
        isDone = strips.isExact;
        if (!isDone && isShort(run, stretch)) replay.want(run, stretch.from, stretch.to - 1);
        setLater({ of: first, strips });
      }, patienceMs);
    });
    return () => {
      leave();
      if (timer !== null) clearTimeout(timer);
    };
  }, [first, run, stretch, replay]);
  return later?.of === first ? later.strips : first;
}
