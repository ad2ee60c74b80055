import type { Measure, MoneyResult, Reference } from "../../finance";
import { money, nameOf, number, percent, significant, type Language } from "../../text";
import { useWords, type Say } from "../context";
import { halfWidth } from "../judge";

type Measures = MoneyResult["measures"];
type Key = keyof Measures;
type Write = (value: number, language: Language, say: Say) => string;

const yuan: Write = (value, language) => money(language, value, { headline: true });
const plain: Write = (value, language) => significant(language, value, 3);
const heads: Write = (value, language, say) =>
  say("money.heads", { n: number(language, value, { decimals: Number.isInteger(value) ? 0 : 1 }) });

type Row = { key: Key; write: Write; reference: string | null };

/** The four that are asked about, each per unit and in total, beside what the 51 workshops reported; then two more. */
const groups: readonly { id: "output" | "cost" | "labour" | "defects" | "more"; rows: readonly Row[] }[] = [
  { id: "output", rows: [{ key: "output", write: yuan, reference: "outputGain" }] },
  {
    id: "cost",
    rows: [
      {
        key: "costPerOutput",
        write: (value, language, say) => say("money.fenPerYuan", { n: number(language, value, { decimals: 3 }) }),
        reference: "unitCostDrop",
      },
      { key: "cost", write: yuan, reference: "totalCost" },
    ],
  },
  {
    id: "labour",
    rows: [
      {
        key: "labourPerOutput",
        write: (value, language, say) => say("money.heads", { n: number(language, value, { decimals: 2 }) }),
        reference: "unitLabourDrop",
      },
      { key: "labour", write: heads, reference: "headcount" },
    ],
  },
  {
    id: "defects",
    rows: [
      {
        key: "defectRate",
        write: (value, language) => percent(language, value, { figures: 3 }),
        reference: "defectDrop",
      },
      {
        key: "defects",
        write: (value, language, say) => say("money.partsEach", { n: significant(language, value, 3) }),
        reference: "defectCount",
      },
    ],
  },
  {
    id: "more",
    rows: [
      {
        key: "energyPerPart",
        write: (value, language, say) => say("money.kwh", { n: significant(language, value, 3) }),
        reference: null,
      },
      {
        key: "energy",
        write: (value, language, say) => say("money.kwh", { n: significant(language, value, 3) }),
        reference: null,
      },
      {
        key: "outputPerArea",
        write: (value, language, say) => say("money.partsEach", { n: plain(value, language, say) }),
        reference: null,
      },
    ],
  },
];

/** Output, cost, labour and defects as the recognised workshops report them, per unit and in total; energy and area beside. */
export function MeasuresTable({ result }: { result: MoneyResult }) {
  const { say } = useWords();
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
          <th scope="col" className="xj-right">
            {say("money.theirAverage")}
          </th>
          <th scope="col">{say("money.askYourself")}</th>
        </tr>
      </thead>
      <tbody>
        {groups.flatMap(({ id, rows }) =>
          rows.map(({ key, write, reference }, index) => (
            <tr key={key} data-first={index === 0}>
              <th scope="row">{say(`money.measure.${key}`)}</th>
              <Cells measure={result.measures[key]} write={write} />
              <Theirs reference={result.references.find(({ line }) => line.id === reference)} />
              {index === 0 && (
                <td rowSpan={rows.length} className="xj-ask">
                  <span className="xj-term">
                    {id === "more" ? say("money.noReference") : say(`money.question.${id}`)}
                  </span>
                </td>
              )}
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function Theirs({ reference }: { reference: Reference | undefined }) {
  const { say, language } = useWords();
  if (reference === undefined) return <td className="xj-right xj-number">{say("money.dash")}</td>;
  const { line, isBeyond } = reference;
  return (
    <td className="xj-right xj-number" data-beyond={isBeyond}>
      {percent(language, line.value, { signed: true, figures: 2 })}
      {line.derived !== null && <span className="xj-sub">{nameOf(language, line.derived)}</span>}
      {isBeyond && <span className="xj-sub">{say("money.beyond")}</span>}
    </td>
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
