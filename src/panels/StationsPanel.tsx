import { useCallback, useMemo, useState } from "react";
import { stateBarsChart, type ChartLook, type StateBar } from "../charts";
import { stateOrder, type StateName } from "../look";
import type { LineFigures } from "../measure";
import type { Line } from "../model";
import { useActions, useApp, type Evaluated } from "../store";
import { nameOf, number, percent } from "../text";
import { ChartFrame } from "./charts/ChartFrame";
import { intervalCells, intervalColumns, type ChartSheet } from "./charts/chartSheet";
import { ShiftView } from "./charts/ShiftView";
import { useWords } from "./context";
import { bottleneckCandidates } from "./judge";

/** Where each station's time goes, today or with the plan, and who is short of hands. */
export function StationsPanel() {
  const { say } = useWords();
  const shown = useApp((state) => state.shown);
  const [side, setSide] = useState<"baseline" | "plan">("baseline");
  if (shown === null) return <p className="xj-note">{say("details.waiting")}</p>;
  const of = side === "plan" && shown.plan !== null ? shown.plan : shown.baseline;
  return (
    <div className="xj-panel-body">
      {shown.plan !== null && (
        <div className="xj-toggle" role="group" aria-label={say("stations.which")}>
          {(["baseline", "plan"] as const).map((each) => (
            <button key={each} type="button" aria-pressed={side === each} onClick={() => setSide(each)}>
              {say(each === "plan" ? "compare.plan" : "compare.baseline")}
            </button>
          ))}
        </div>
      )}
      <Candidates of={of} />
      <StationBars of={of} side={of === shown.plan ? "plan" : "baseline"} />
      <PoolTable line={of.line} figures={of.figures} />
      <ShiftView side={of === shown.plan ? "plan" : "baseline"} line={of.line} />
    </div>
  );
}

function Candidates({ of }: { of: Evaluated }) {
  const { say, language } = useWords();
  const [first, second] = bottleneckCandidates(of.figures.stations);
  if (first === undefined) return null;
  const name = (id: string): string =>
    nameOf(language, of.line.stations.find((station) => station.id === id)?.name, id);
  return (
    <p>
      {say("stations.bottleneck", { name: name(first.id), share: percent(language, first.occupied, { figures: 2 }) })}
      {second !== undefined &&
        ` ${say("stations.next", { name: name(second.id), share: percent(language, second.occupied, { figures: 2 }) })}`}
    </p>
  );
}

function StationBars({ of, side }: { of: Evaluated; side: "baseline" | "plan" }) {
  const { say, language } = useWords();
  const { select } = useActions();
  const selected = useApp((state) => state.selected);
  const rows = useMemo(
    () =>
      of.line.stations.flatMap((station) => {
        const figures = of.figures.stations[station.id];
        return figures === undefined ? [] : [{ station, figures, label: nameOf(language, station.name, station.id) }];
      }),
    [of, language],
  );
  const draw = useCallback(
    (look: ChartLook) => {
      const bars: StateBar[] = rows.map(({ label, figures }) => ({
        label,
        shares: Object.fromEntries(stateOrder.map((state) => [state, figures[state].mean])) as Record<
          StateName,
          number
        >,
      }));
      const names = Object.fromEntries(stateOrder.map((state) => [state, say(`state.${state}`)])) as Record<
        StateName,
        string
      >;
      return stateBarsChart(bars, names, look);
    },
    [rows, say],
  );
  const states = stateOrder.filter((state) => state !== "offShift");
  const sheet = (): ChartSheet => ({
    columns: [
      say("stations.station"),
      ...states.flatMap((state) => intervalColumns(say, say(`state.${state}`), say("unit.percent"))),
      ...intervalColumns(say, say("stations.queue")),
      ...intervalColumns(say, say("stations.oee"), say("unit.percent")),
    ],
    rows: rows.map(({ label, figures }) => [
      label,
      ...states.flatMap((state) => intervalCells(figures[state], 100)),
      ...intervalCells(figures.queueMean),
      ...intervalCells(figures.oee, 100),
    ]),
  });
  return (
    <ChartFrame
      name="states"
      title={say("stations.chart")}
      draw={draw}
      belongs={{ runs: side }}
      sheet={sheet}
      label={say("stations.chart")}
      height={72 + rows.length * 34}
      table={
        <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("stations.chart")}>
          <table className="xj-table">
            <caption>{say("stations.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("stations.station")}</th>
                {states.map((state) => (
                  <th key={state} scope="col" className="xj-right">
                    {say(`state.${state}`)}
                  </th>
                ))}
                <th scope="col" className="xj-right">
                  {say("stations.queue")}
                </th>
                <th scope="col" className="xj-right">
                  {say("stations.oee")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ station, figures, label }) => (
                <tr key={station.id} data-selected={station.id === selected}>
                  <th scope="row">
                    <button
                      type="button"
                      className="xj-link"
                      aria-pressed={station.id === selected}
                      onClick={() => select(station.id === selected ? null : station.id)}
                    >
                      {label}
                    </button>
                  </th>
                  {states.map((state) => (
                    <td key={state} className="xj-right xj-number">
                      {percent(language, figures[state])}
                    </td>
                  ))}
                  <td className="xj-right xj-number">{number(language, figures.queueMean.mean)}</td>
                  <td className="xj-right xj-number">{percent(language, figures.oee)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  );
}

function PoolTable({ line, figures }: { line: Line; figures: LineFigures }) {
  const { say, language } = useWords();
  if (line.operators.length === 0) return null;
  return (
    <table className="xj-table xj-narrow">
      <caption>{say("stations.pools")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("stations.pool")}</th>
          <th scope="col" className="xj-right">
            {say("stations.onDuty")}
          </th>
          <th scope="col" className="xj-right">
            {say("stations.busy")}
          </th>
        </tr>
      </thead>
      <tbody>
        {line.operators.map((pool) => {
          const busy = figures.operators[pool.id]?.busy;
          return (
            <tr key={pool.id}>
              <th scope="row">{nameOf(language, pool.name, pool.id)}</th>
              <td className="xj-right xj-number">
                {say(pool.kind === "robot" ? "stations.robots" : "stations.people", { n: pool.count })}
              </td>
              <td className="xj-right xj-number">{busy === undefined ? "" : percent(language, busy)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
