import type { ReactNode } from "react";
import type { MoneyFigures, MoneyResult, PointFigures } from "../../finance";
import { money, number, payback, percent } from "../../text";
import { useWords } from "../context";
import { halfWidth } from "../judge";
import { chanceWords } from "./backWords";

/** Payback, NPV, IRR and their kin of the project, without subsidy first, with it beside, and at the worst. */
export function ReturnsTable({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const { withSubsidy, withoutSubsidy } = result.project;
  const sides: Side[] = [
    { figures: withoutSubsidy, point: withoutSubsidy.atMean, invested: result.investment.total.likely },
    { figures: withSubsidy, point: withSubsidy.atMean, invested: result.investment.total.likely },
    { figures: null, point: result.worst, invested: result.investment.total.high },
  ];
  const years = result.cashFlow.horizonYears;
  const doubt = result.doubt;
  const never = chanceWords(doubt.never, say, language);
  const loss = chanceWords(doubt.loss, say, language);
  const share = ({ chance, interval }: typeof never): string =>
    interval === null ? chance : say("money.shareWith", { chance, interval });
  const row = (label: string, cell: (side: Side) => ReactNode): ReactNode => (
    <tr>
      <th scope="row">{label}</th>
      {sides.map((side, index) => (
        <td key={index} className="xj-right xj-number">
          {cell(side)}
        </td>
      ))}
    </tr>
  );
  return (
    <table className="xj-table xj-returns" data-testid="returns">
      <caption>{say("money.figures")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("compare.figure")}</th>
          <th scope="col" className="xj-right">
            {say("money.withoutSubsidy")}
          </th>
          <th scope="col" className="xj-right">
            {say("money.withSubsidy")}
          </th>
          <th scope="col" className="xj-right">
            {say("money.worst")}
          </th>
        </tr>
      </thead>
      <tbody>
        {row(say("money.simplePayback"), (side) => (
          <Payback side={side} kind="simplePayback" years={years} />
        ))}
        {row(say("money.discountedPayback"), (side) => (
          <Payback side={side} kind="discountedPayback" years={years} />
        ))}
        {row(say("money.npv", { years }), ({ figures, point }) => (
          <Spread value={money(language, figures?.npv.mean ?? point.npv, { signed: true })} figures={figures} />
        ))}
        {row(say("money.annuity"), ({ point }) => money(language, point.annuity, { signed: true }))}
        {row(say("money.irr"), ({ point, figures }) => (
          <Irr point={point} figures={figures} />
        ))}
        {row(say("money.mirr"), ({ point }) =>
          point.mirr === null ? say("money.dash") : percent(language, point.mirr, { figures: 3 }),
        )}
        <tr>
          <th scope="row">{say("money.never")}</th>
          <td className="xj-right xj-number" colSpan={3}>
            {share(never)}
          </td>
        </tr>
        <tr>
          <th scope="row">{say("money.loss")}</th>
          <td className="xj-right xj-number" colSpan={3}>
            {share(loss)}
          </td>
        </tr>
        <tr>
          <th scope="row">{say("money.npvBand")}</th>
          <td className="xj-right xj-number" colSpan={3}>
            {say("money.quantiles", {
              p10: money(language, doubt.npv.p10 ?? Number.NaN, { headline: true }),
              p50: money(language, doubt.npv.p50 ?? Number.NaN, { headline: true }),
              p90: money(language, doubt.npv.p90 ?? Number.NaN, { headline: true }),
            })}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface Side {
  /** null: one worst course, without replications */
  figures: MoneyFigures | null;
  point: PointFigures;
  invested: number;
}

function Spread({ value, figures }: { value: string; figures: MoneyFigures | null }) {
  const { say, language } = useWords();
  return (
    <>
      {value}
      {figures !== null && (
        <span className="xj-sub">
          {say("money.plusMinus", { half: money(language, halfWidth(figures.npv.ci95), { headline: true }) })}
        </span>
      )}
    </>
  );
}

function Payback({ side, kind, years }: { side: Side; kind: "simplePayback" | "discountedPayback"; years: number }) {
  const { say, language } = useWords();
  const { figures, point, invested } = side;
  const words = (of: PointFigures): string => payback(language, of[kind].years, years, invested);
  if (figures === null) return <>{words(point)}</>;
  const [soon, late] = [words(figures.lowCost), words(figures.highCost)];
  return (
    <>
      {words(point)}
      {invested > 0 && soon !== late && (
        <span className="xj-sub">{say("money.paybackBetween", { low: soon, high: late })}</span>
      )}
    </>
  );
}

/** One rate, none, or all of several; a rate above 1,000 % says no more than that little was put in. */
function Irr({ point, figures }: { point: PointFigures; figures: MoneyFigures | null }) {
  const { say, language } = useWords();
  const worded = ({ irr }: PointFigures): string => {
    const [rate] = irr.rates;
    if (irr.status === "none" || rate === undefined) return say("money.irrNone");
    if (irr.status === "unique") return rate > 10 ? say("money.irrHuge") : percent(language, rate);
    const rates = irr.rates.map((each) => `${number(language, each * 100)} %`).join(say("fit.join"));
    return say("money.irrSeveral", { rates });
  };
  const ends = figures === null ? [] : [figures.highCost, figures.lowCost].map(worded);
  return (
    <>
      {worded(point)}
      {ends.length === 2 && ends[0] !== ends[1] && (
        <span className="xj-sub">{say("money.irrBetween", { low: ends[0] ?? "", high: ends[1] ?? "" })}</span>
      )}
    </>
  );
}
