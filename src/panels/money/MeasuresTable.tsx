import type { Measure, MoneyResult } from "../../finance";
import { money, number, percent, significant, type Language } from "../../text";
import { useWords, type Say } from "../context";
import { halfWidth } from "../judge";

type Measures = MoneyResult["measures"];
type Key = keyof Measures;
type Write = (value: number, language: Language, say: Say) => string;

const yuan: Write = (value, language) => money(language, value, { headline: true });
const plain: Write = (value, language) => significant(language, value, 3);
const heads: Write = (value, language, say) =>
  say("money.heads", { n: number(language, value, { decimals: Number.isInteger(value) ? 0 : 1 }) });

/** What the 51 workshops reported on average: the four that are asked about, each per unit and in total. */
const groups: readonly {
  id: "output" | "cost" | "labour" | "defects" | "more";
  reference: number | null;
  rows: readonly [Key, Write][];
}[] = [
  { id: "output", reference: 0.7, rows: [["output", yuan]] },
  {
    id: "cost",
    reference: -0.2,
    rows: [
      [
        "costPerOutput",
        (value, language, say) => say("money.fenPerYuan", { n: number(language, value, { decimals: 3 }) }),
      ],
      ["cost", yuan],
    ],
  },
  {
    id: "labour",
    reference: -0.5,
    rows: [
      [
        "labourPerOutput",
        (value, language, say) => say("money.heads", { n: number(language, value, { decimals: 2 }) }),
      ],
      ["labour", heads],
    ],
  },
  {
    id: "defects",
    reference: -0.5,
    rows: [
      ["defectRate", (value, language) => percent(language, value, { figures: 3 })],
      ["defects", (value, language, say) => say("money.partsEach", { n: significant(language, value, 3) })],
    ],
  },
  {
    id: "more",
    reference: null,
    rows: [
      ["energyPerPart", (value, language, say) => say("money.kwh", { n: significant(language, value, 3) })],
      ["energy", (value, language, say) => say("money.kwh", { n: significant(language, value, 3) })],
      ["outputPerArea", (value, language, say) => say("money.partsEach", { n: plain(value, language, say) })],
    ],
  },
];

/** Output, cost, labour and defects as the recognised workshops report them, per unit and in total; energy and area beside. */
export function MeasuresTable({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  return (
    <table className="xj-table xj-measures" data-testid="measures">
      <caption>{say("money.measuresCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("compare.figure")}</th>
          <th scope="col" className="xj-right">
            {say("compare.baseline")}
          </th>
          <th scope="col" className="xj-right">
            {say("compare.plan")}
          </th>
          <th scope="col" className="xj-right">
            {say("money.change")}
          </th>
          <th scope="col">{say("money.askYourself")}</th>
        </tr>
      </thead>
      <tbody>
        {groups.flatMap(({ id, reference, rows }) =>
          rows.map(([key, write], index) => (
            <tr key={key} data-first={index === 0}>
              <th scope="row">{say(`money.measure.${key}`)}</th>
              <Cells measure={result.measures[key]} write={write} />
              {index === 0 && (
                <td rowSpan={rows.length} className="xj-ask">
                  {reference !== null && id !== "more" ? (
                    <>
                      {say("money.reference", { value: percent(language, reference, { signed: true, figures: 2 }) })}
                      <span className="xj-term">{say(`money.question.${id}`)}</span>
                    </>
                  ) : (
                    <span className="xj-term">{say("money.noReference")}</span>
                  )}
                </td>
              )}
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function Cells({ measure, write }: { measure: Measure | null; write: Write }) {
  const { say, language } = useWords();
  if (measure === null)
    return (
      <td colSpan={3} className="xj-right xj-note">
        {say("value.notGiven")}
      </td>
    );
  const { before, after, change } = measure;
  const isSeen = change !== null && (change.ci95[0] > 0 || change.ci95[1] < 0);
  return (
    <>
      <td className="xj-right xj-number">{write(before.mean, language, say)}</td>
      <td className="xj-right xj-number">{write(after.mean, language, say)}</td>
      <td className="xj-right xj-number">
        {change === null
          ? say("money.dash")
          : halfWidth(change.ci95) === 0 && change.mean === 0
            ? say("compare.same")
            : `${isSeen ? (change.mean > 0 ? "▲ " : "▼ ") : ""}${percent(language, change, { signed: true, figures: 3 })}`}
        {change !== null && !isSeen && halfWidth(change.ci95) > 0 && (
          <span className="xj-sub">{say("judge.none")}</span>
        )}
      </td>
    </>
  );
}
