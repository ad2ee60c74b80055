import { useCallback } from "react";
import { intervalBarsChart, intervalBarsHeight, type ChartLook, type IntervalBar } from "../../charts";
import { useApp, type Studies } from "../../store";
import { number } from "../../text";
import { ChartFrame } from "../charts/ChartFrame";
import { intervalCells, intervalColumns, type ChartSheet } from "../charts/chartSheet";
import { useWords } from "../context";
import { gainInWords } from "./BottleneckView";
import { useLineNames } from "./useLineNames";

type Gain = Studies["bottleneck"]["known"]["best"][number];

/** More rows would be small type about nothing. */
const mostBars = 10;

const toneOf = ({ verdict }: Gain): IntervalBar["tone"] =>
  verdict === "gain" ? "gain" : verdict === "loss" ? "loss" : "even";

/** What it would bring to relieve each place by one step: of each place the best, largest on top. */
export function GainView({ ranked, best }: { ranked: readonly Gain[]; best: readonly Gain[] }) {
  const { say } = useWords();
  const nameOf = useLineNames();
  const side = useApp((state) => state.studies.bottleneck.side);
  const draw = useCallback(
    (look: ChartLook) => {
      const bars = best.slice(0, mostBars).map((gain): IntervalBar => ({
        label: say("bottleneck.bar", { name: nameOf(gain.id, gain.of), how: say(`relief.kind.${gain.kind}`) }),
        mean: gain.output.percent?.mean ?? 0,
        ci95: gain.output.percent?.ci95 ?? [0, 0],
        tone: toneOf(gain),
      }));
      return intervalBarsChart(bars, { axis: say("bottleneck.gainAxis") }, look);
    },
    [best, nameOf, say],
  );
  const sheet = (): ChartSheet => ({
    columns: [
      say("bottleneck.place"),
      say("bottleneck.how"),
      ...intervalColumns(say, say("bottleneck.gain"), say("unit.percent")),
      say("compare.says"),
      say("study.replications"),
    ],
    rows: ranked.map((gain) => [
      nameOf(gain.id, gain.of),
      say(`relief.kind.${gain.kind}`),
      ...intervalCells(gain.output.percent),
      say(`bottleneck.verdict.${gain.verdict}`),
      gain.replications,
    ]),
  });
  if (ranked.length === 0) return <p className="xj-note">{say("bottleneck.reliefComing")}</p>;
  return (
    <section className="xj-money-part">
      <h3>{say("bottleneck.gains")}</h3>
      <ChartFrame
        name="relief"
        title={say("bottleneck.gains")}
        note={say("bottleneck.gainsLegend")}
        draw={draw}
        belongs={{ runs: side, basis: null }}
        sheet={sheet}
        label={say("bottleneck.gains")}
        height={intervalBarsHeight(Math.min(mostBars, best.length))}
        table={<GainTable ranked={ranked} />}
      />
    </section>
  );
}

function GainTable({ ranked }: { ranked: readonly Gain[] }) {
  const { say, language } = useWords();
  const nameOf = useLineNames();
  return (
    <table className="xj-table xj-study-table" data-testid="bottleneck-gains">
      <caption>{say("bottleneck.gainsCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("bottleneck.place")}</th>
          <th scope="col">{say("bottleneck.how")}</th>
          <th scope="col" className="xj-right">
            {say("bottleneck.gain")}
          </th>
          <th scope="col">{say("compare.says")}</th>
          <th scope="col" className="xj-right">
            {say("study.replications")}
          </th>
        </tr>
      </thead>
      <tbody>
        {ranked.map((gain) => (
          <tr key={`${gain.of} ${gain.kind} ${gain.id}`} data-place={gain.id} data-verdict={gain.verdict}>
            <th scope="row">{nameOf(gain.id, gain.of)}</th>
            <td>{say(`relief.kind.${gain.kind}`)}</td>
            <td className="xj-right xj-number">{gainInWords(language, gain)}</td>
            <td>{say(`bottleneck.verdict.${gain.verdict}`)}</td>
            <td className="xj-right xj-number">{number(language, gain.replications, { decimals: 0 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
