import type { MoneyFigures, MoneyResult, PointFigures } from "../finance";
import { money, number, payback, percent } from "../text";
import { useWords } from "./context";
import { halfWidth } from "./judge";

/** Payback, NPV and IRR of the project, without subsidy first, with it beside, and at the worst. */
export function FiguresTable({ result }: { result: MoneyResult }) {
  const { say } = useWords();
  const { withSubsidy, withoutSubsidy } = result.project;
  return (
    <table className="xj-table" data-testid="returns">
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
        <tr>
          <th scope="row">{say("money.simplePayback")}</th>
          <PaybackCell point={withoutSubsidy.atMean} result={result} />
          <PaybackCell point={withSubsidy.atMean} result={result} />
          <PaybackCell point={result.worst} result={result} invested={result.investment.total.high} />
        </tr>
        <tr>
          <th scope="row">{say("money.discountedPayback")}</th>
          <PaybackCell point={withoutSubsidy.atMean} result={result} discounted />
          <PaybackCell point={withSubsidy.atMean} result={result} discounted />
          <PaybackCell point={result.worst} result={result} invested={result.investment.total.high} discounted />
        </tr>
        <tr>
          <th scope="row">{say("money.npv", { years: result.cashFlow.horizonYears })}</th>
          <NpvCell figures={withoutSubsidy} />
          <NpvCell figures={withSubsidy} />
          <NpvCell figures={null} point={result.worst} />
        </tr>
        <tr>
          <th scope="row">{say("money.irr")}</th>
          <IrrCell point={withoutSubsidy.atMean} />
          <IrrCell point={withSubsidy.atMean} />
          <IrrCell point={result.worst} />
        </tr>
        <tr>
          <th scope="row">{say("money.never")}</th>
          <NeverCell figures={withoutSubsidy} />
          <NeverCell figures={withSubsidy} />
          <td className="xj-right" />
        </tr>
      </tbody>
    </table>
  );
}

function PaybackCell({
  point,
  result,
  discounted = false,
  invested = result.investment.total.likely,
}: {
  point: PointFigures;
  result: MoneyResult;
  discounted?: boolean;
  /** yuan; at the worst the high cost, which may be above 0 where the likely one is not */
  invested?: number;
}) {
  const { language } = useWords();
  const { years } = discounted ? point.discountedPayback : point.simplePayback;
  return <td className="xj-right xj-number">{payback(language, years, result.cashFlow.horizonYears, invested)}</td>;
}

function NpvCell({ figures, point }: { figures: MoneyFigures | null; point?: PointFigures }) {
  const { language, say } = useWords();
  const value = figures?.npv.mean ?? point?.npv ?? Number.NaN;
  return (
    <td className="xj-right xj-number">
      {money(language, value, { signed: true })}
      {figures !== null && (
        <span className="xj-sub">
          {say("money.plusMinus", { half: money(language, halfWidth(figures.npv.ci95), { headline: true }) })}
        </span>
      )}
    </td>
  );
}

function IrrCell({ point }: { point: PointFigures }) {
  const { language, say } = useWords();
  const [rate] = point.irr.rates;
  const text =
    point.irr.status === "none" || rate === undefined
      ? say("money.irrNone")
      : point.irr.status === "unique"
        ? rate > 10
          ? say("money.irrHuge")
          : percent(language, rate)
        : say("money.irrSeveral", {
            rates: point.irr.rates.map((each) => `${number(language, each * 100)} %`).join(say("fit.join")),
          });
  return <td className="xj-right xj-number">{text}</td>;
}

function NeverCell({ figures }: { figures: MoneyFigures }) {
  const { language } = useWords();
  return <td className="xj-right xj-number">{percent(language, figures.neverPaysBackShare, { figures: 2 })}</td>;
}
