import type { MoneyResult } from "../../finance";
import { useApp } from "../../store";
import { reasonText } from "../../text";
import { useWords } from "../context";
import { BreakEven } from "./BreakEven";
import { CumulativeView } from "./CumulativeView";
import { FinancingTable } from "./FinancingTable";
import { HoursTable } from "./HoursTable";
import { InvestmentTable } from "./InvestmentTable";
import { MeasuresTable } from "./MeasuresTable";
import { MoneySentence } from "./MoneySentence";
import { MonthTable } from "./MonthTable";
import { PremisesForm } from "./PremisesForm";
import { ReferencesTable } from "./ReferencesTable";
import { ReadinessView } from "./ReadinessView";
import { ReturnsTable } from "./ReturnsTable";
import { WaterfallView } from "./WaterfallView";

/** The money of a plan: a sentence, three views an owner reads in a minute, and under them all a consultant asks for. */
export function MoneyPanel() {
  const { say } = useWords();
  const result = useApp((state) => state.money);
  if (result === null) return <p className="xj-panel-body xj-note">{say("money.choosePlan")}</p>;
  return (
    <div className="xj-panel-body xj-money" data-way={result.wayIs}>
      <MoneySentence result={result} />
      <div className="xj-money-views">
        <WaterfallView result={result} />
        <CumulativeView result={result} />
        <FinancingTable result={result} />
      </div>
      <PremisesForm />
      <div className="xj-columns">
        <ReturnsTable result={result} />
        <div className="xj-stack">
          <InvestmentTable result={result} />
          <BreakEven result={result} />
        </div>
      </div>
      <MonthTable result={result} />
      <section className="xj-money-part">
        <h3>{say("money.measuresTitle")}</h3>
        <MeasuresTable result={result} />
      </section>
      <section className="xj-money-part">
        <h3>{say("money.referencesTitle")}</h3>
        <ReferencesTable result={result} />
      </section>
      <div className="xj-columns">
        <section className="xj-money-part">
          <h3>{say("money.hoursTitle")}</h3>
          <HoursTable result={result} />
        </section>
        <section className="xj-money-part">
          <h3>{say("money.readinessTitle")}</h3>
          <ReadinessView result={result} />
        </section>
      </div>
      <Assumptions result={result} />
    </div>
  );
}

function Assumptions({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const list = [...result.notes, ...result.doubt.inputs, ...result.assumptions];
  return (
    <details className="xj-money-fold" open>
      <summary>{say("money.assumptions", { n: list.length })}</summary>
      <ul>
        {list.map((each, index) => (
          <li key={index}>{reasonText(language, each)}</li>
        ))}
      </ul>
    </details>
  );
}
