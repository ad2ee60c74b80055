import { Fragment, type ReactNode } from "react";
import type { MoneyResult } from "../../finance";
import type { Column } from "../../store";
import { money, number, plusMinus } from "../../text";
import { useWords } from "../context";
import { Chip, EstimateText, toneOf } from "../Figure";
import { isGiven } from "../given";
import { halfWidth, judge } from "../judge";
import { kpiRows } from "../kpis";
import { backWords, chanceWords } from "../money/backWords";

/** What an owner asks of each plan: output, work, what goes wrong. */
const asked = ["goodPerYear", "labourHoursPerGoodPart", "scrapShare", "escapedShare"] as const;
const rows = asked.flatMap((kpi) => kpiRows.filter((row) => row.kpi === kpi));

export interface Side {
  id: string;
  mark: string;
  name: string;
  /** null = not computed yet */
  column: Column | null;
  isStale: boolean;
}

/** Today and up to four plans: figures with their intervals, the difference with its verdict, and the money. */
export function SideTable({ columns, years }: { columns: readonly Side[]; years: number }) {
  const { say, language } = useWords();
  // today's figures under the plans' own run; the best known of them
  const today = columns.flatMap(({ column, isStale }) => (column === null || isStale ? [] : [column.shown.baseline]));
  const baseline =
    today.find(({ complete }) => complete) ?? today[0] ?? columns.find((c) => c.column)?.column?.shown.baseline;
  const people = (heads: number, signed = false): string =>
    number(language, heads, { signed, decimals: Number.isInteger(heads) ? 0 : 1 });

  const row = (label: string, unit: string, term: string, own: ReactNode, cell: (column: Column) => ReactNode) => (
    <tr>
      <th scope="row">
        {label}
        <span className="xj-term">
          {term} {unit !== "" && <span className="xj-unit">{unit}</span>}
        </span>
      </th>
      <td className="xj-number">{own}</td>
      {columns.map(({ id, column, isStale }) => (
        <td key={id} className="xj-number" data-stale={isStale}>
          {column === null ? <span className="xj-note">{say("side.waiting")}</span> : cell(column)}
        </td>
      ))}
    </tr>
  );
  const priced = (column: Column, cell: (result: MoneyResult) => ReactNode): ReactNode =>
    column.money === null || column.money.investment.total.high <= 0 ? (
      <span className="xj-note">{say("side.noMoney")}</span>
    ) : (
      cell(column.money)
    );

  return (
    <table className="xj-table xj-sides" data-testid="sides">
      <caption>{say("side.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("compare.figure")}</th>
          <th scope="col">{say("plans.baseline")}</th>
          {columns.map(({ id, mark, name, column, isStale }) => (
            <th key={id} scope="col" data-side={id}>
              <strong>{mark}</strong> {name} {isStale && <span className="xj-badge">{say("side.stale")}</span>}
              {column !== null && !isStale && column.shown.baseline.stage === "quick" && (
                <span className="xj-badge">{say("side.first")}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((kpi) => (
          <Fragment key={kpi.kpi}>
            {row(
              say(kpi.label),
              say(kpi.unit),
              say(kpi.term),
              baseline !== undefined && isGiven(baseline.line, kpi.kpi) ? (
                <EstimateText estimate={baseline.figures.line[kpi.kpi]} scale={kpi.scale ?? 1} />
              ) : (
                <span className="xj-note">{say("value.notGiven")}</span>
              ),
              ({ shown }) => {
                const difference = shown.differences?.[kpi.kpi];
                if (shown.plan === null || !isGiven(shown.plan.line, kpi.kpi))
                  return <span className="xj-note">{say("value.notGiven")}</span>;
                return (
                  <>
                    <EstimateText estimate={shown.plan.figures.line[kpi.kpi]} scale={kpi.scale ?? 1} />
                    {difference !== undefined && (
                      <DifferenceLine
                        difference={difference}
                        better={kpi.better}
                        isComplete={shown.baseline.complete}
                      />
                    )}
                  </>
                );
              },
            )}
          </Fragment>
        ))}
        {row(
          say("kpi.people"),
          say("unit.people"),
          say("kpiTerm.people"),
          baseline === undefined ? "" : people(baseline.headcount),
          ({ shown }) => {
            const change = shown.plan === null ? 0 : shown.plan.headcount - shown.baseline.headcount;
            return (
              <>
                {people(shown.plan?.headcount ?? 0)}
                <span className="xj-sub">{change === 0 ? say("compare.same") : people(change, true)}</span>
              </>
            );
          },
        )}
        {row(say("side.investment"), "", say("side.unitYuan"), "", (column) =>
          priced(column, ({ investment: { total } }) => (
            <>
              {money(language, total.likely, { headline: true })}
              {total.high > total.low && (
                <span className="xj-sub">
                  {say("side.range", {
                    low: money(language, total.low, { headline: true }),
                    high: money(language, total.high, { headline: true }),
                  })}
                </span>
              )}
            </>
          )),
        )}
        {row(say("side.payback"), "", say("side.unitTime"), "", (column) =>
          priced(column, (result) => {
            const never = chanceWords(result.doubt.never, say, language);
            return (
              <>
                {backWords(result, say, language)}
                <span className="xj-sub">
                  {say("side.never")} {never.chance}
                </span>
              </>
            );
          }),
        )}
        {row(say("side.npv", { years }), "", say("side.unitYuan"), "", (column) =>
          column.money === null ? (
            <span className="xj-note">{say("side.noMoney")}</span>
          ) : (
            <Npv result={column.money} />
          ),
        )}
      </tbody>
    </table>
  );
}

interface DifferenceLineProps {
  difference: NonNullable<Column["shown"]["differences"]>["goodPerYear"];
  better: "more" | "less" | null;
  isComplete: boolean;
}

function DifferenceLine({ difference, better, isComplete }: DifferenceLineProps) {
  const { say, language } = useWords();
  const judgement = judge(difference, isComplete);
  return (
    <span className="xj-difference" data-judgement={judgement} data-tone={toneOf(difference, better)}>
      {difference.percent !== null && (
        <span className="xj-number">
          {judgement === "proven" && <span aria-hidden="true">{difference.mean > 0 ? "▲ " : "▼ "}</span>}
          {`${plusMinus(language, difference.percent.mean, halfWidth(difference.percent.ci95), { signed: true })} %`}
        </span>
      )}
      <Chip judgement={judgement} says={say(`judge.${judgement}`)} />
    </span>
  );
}

/** Without subsidy, as an owner should read it first. */
function Npv({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const { npv } = result.project.withoutSubsidy;
  const { p10, p90 } = result.doubt.npv;
  const short = { headline: true };
  return (
    <>
      {money(language, npv.mean, { ...short, signed: true })}
      <span className="xj-sub">{say("money.plusMinus", { half: money(language, halfWidth(npv.ci95), short) })}</span>
      <span className="xj-sub">
        {say("side.band", {
          low: money(language, p10 ?? Number.NaN, short),
          high: money(language, p90 ?? Number.NaN, short),
        })}
      </span>
    </>
  );
}
