import { SegmentedControl } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { tornadoChart, tornadoHeight, type ChartLook, type TornadoBar } from "../../charts";
import type { Studies } from "../../store";
import { moneyColumn, number, plusMinus } from "../../text";
import { ChartFrame } from "../charts/ChartFrame";
import { column as headOf, intervalCells, intervalColumns, type ChartSheet } from "../charts/chartSheet";
import { halfWidth } from "../judge";
import type { DoubtWords } from "./doubtWords";

type Tornado = NonNullable<Studies["doubt"]["answer"]>["bars"];
type Measure = keyof Tornado["bars"];
type End = Tornado["bars"]["npv"][number]["low"];

const measures: readonly Measure[] = ["npv", "paybackYears", "outputPerYear"];
const mostBars = 8;

/** One input at a time from its low to its high end, everything else likely: what the outcome hangs on most. */
export function TornadoView({ bars: tornado, words }: { bars: Tornado; words: DoubtWords }) {
  const { say, language } = words;
  const [measure, setMeasure] = useState<Measure>("npv");
  const all = tornado.bars[measure];
  const column = useMemo(
    () =>
      moneyColumn(
        language,
        tornado.bars.npv.flatMap(({ low, high }) => [low.value ?? 0, high.value ?? 0]),
      ),
    [tornado, language],
  );
  const divisor = measure === "npv" ? column.divisor : 1;
  const unit = measure === "npv" ? column.unit : say(measure === "paybackYears" ? "unit.years" : "unit.partsPerYear");
  const likely = tornado.likely[measure];
  const middle = likely === null ? null : (typeof likely === "number" ? likely : likely.mean) / divisor;
  const names = useMemo(
    () => new Map(tornado.inputs.map((input) => [input.id, words.worded(input.name)])),
    [tornado, words],
  );
  const draw = useCallback(
    (look: ChartLook) => {
      const end = ({ value, change }: End): TornadoBar["low"] => ({
        value: value === null ? null : value / divisor,
        half: change === null ? null : halfWidth(change.ci95) / divisor,
      });
      const bars = all
        .slice(0, mostBars)
        .map(({ id, low, high }): TornadoBar => ({ label: names.get(id) ?? id, low: end(low), high: end(high) }));
      return tornadoChart(
        bars,
        middle,
        { axis: say(`doubt.axis.${measure}`, { unit }), never: say("doubt.neverShort") },
        look,
      );
    },
    [all, names, middle, divisor, unit, measure, say],
  );
  const sheet = (): ChartSheet => {
    const plain = measure === "npv" ? say("unit.yuan") : unit;
    const ends = [say("doubt.lowEnd"), say("doubt.highEnd")];
    const changes = ends.flatMap((end) => [
      say("doubt.inputValue", { end }),
      headOf(say, say("chart.of", { side: end, name: say(`doubt.measure.${measure}`) }), plain),
      ...intervalColumns(say, say("doubt.changeAt", { end }), plain),
    ]);
    return {
      columns: [say("doubt.input"), ...changes],
      rows: all.map(({ id, low, high }) => {
        const input = tornado.inputs.find((each) => each.id === id);
        // inputs have units of their own: said with each value
        const said = (at: number): string => (input === undefined ? "" : words.valueOf(input, at));
        return [
          names.get(id) ?? id,
          ...[low, high].flatMap(({ at, value, change }) => [said(at), value, ...intervalCells(change)]),
        ];
      }),
    };
  };
  const cell = ({ value, change }: End): string => {
    if (value === null) return say("doubt.neverShort");
    if (change === null) return number(language, value / divisor);
    return plusMinus(language, change.mean / divisor, halfWidth(change.ci95) / divisor, { signed: true });
  };
  return (
    <section className="xj-money-part" data-testid="tornado">
      <div className="xj-money-head">
        <h3>{say("doubt.tornado")}</h3>
        <SegmentedControl
          size="xs"
          aria-label={say("planner.goal")}
          value={measure}
          onChange={(value) => setMeasure(measures.find((each) => each === value) ?? "npv")}
          data={measures.map((value) => ({ value, label: say(`doubt.measure.${value}`) }))}
        />
      </div>
      <ChartFrame
        name="tornado"
        title={say("doubt.tornado")}
        note={say("doubt.tornadoLegend")}
        draw={draw}
        belongs={{ basis: null }}
        sheet={sheet}
        label={say("doubt.tornadoChart", { unit: say(`doubt.axis.${measure}`, { unit }) })}
        height={tornadoHeight(Math.min(mostBars, all.length))}
        table={
          <table className="xj-table xj-study-table">
            <caption>{say("doubt.tornadoCaption", { unit })}</caption>
            <thead>
              <tr>
                <th scope="col">{say("doubt.input")}</th>
                <th scope="col" className="xj-right">
                  {say("doubt.lowEnd")}
                </th>
                <th scope="col" className="xj-right">
                  {say("doubt.highEnd")}
                </th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ id, low, high }) => {
                const input = tornado.inputs.find((each) => each.id === id);
                const at = (value: number): string => (input === undefined ? "" : words.valueOf(input, value));
                return (
                  <tr key={id}>
                    <th scope="row">{names.get(id) ?? id}</th>
                    {[low, high].map((end, i) => (
                      <td key={i} className="xj-right xj-number">
                        {cell(end)}
                        <span className="xj-sub">{say("doubt.at", { value: at(end.at) })}</span>
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        }
      />
    </section>
  );
}
