import type { ReactNode } from "react";
import { useActions, useApp, type Portfolio } from "../../store";
import { number, payback, plusMinus, type MoneyColumn } from "../../text";
import { Chip } from "../Figure";
import { halfWidth, judge } from "../judge";
import { coarse } from "../money/coarse";
import { headsInWords, marksOf, stepName, type PlanWords } from "./planWords";
import { usePlanWords } from "./usePlanWords";

/** Opens a set as the plan on screen, and stays here: one may walk through several. */
export function useOpenPlan(): (ids: readonly string[]) => void {
  const { openSet, showDetail } = useActions();
  return (ids) => {
    openSet(ids);
    showDetail("planner");
  };
}

export function useIsChosen(ids: readonly string[]): boolean {
  return useApp(({ choice }) => choice.length === ids.length && ids.every((id) => choice.includes(id)));
}

export function PortfolioHead({ column, children }: { column: MoneyColumn; children?: ReactNode }) {
  const { say, scenario } = usePlanWords();
  const { unit } = column;
  return (
    <thead>
      <tr>
        <th scope="col">{say("planner.set")}</th>
        <th scope="col" className="xj-right">
          {say("planner.investment", { unit })}
        </th>
        <th scope="col" className="xj-right">
          {say("planner.npv", { years: scenario.economics.horizonYears, unit })}
        </th>
        <th scope="col">{say("planner.payback")}</th>
        <th scope="col">{say("planner.output")}</th>
        <th scope="col" className="xj-right">
          {say("planner.heads")}
        </th>
        {children}
      </tr>
    </thead>
  );
}

/** A name that puts its set on the stage. */
export function OpenSet({ ids, children }: { ids: readonly string[]; children: ReactNode }) {
  const open = useOpenPlan();
  return (
    <button type="button" className="xj-link" onClick={() => open(ids)}>
      {children}
    </button>
  );
}

interface RowProps {
  portfolio: Portfolio;
  column: MoneyColumn;
  isBest: boolean;
  /** said under the name */
  remark?: string;
  children?: ReactNode;
}

/** One set with its figures; its name opens it. */
export function PortfolioRow({ portfolio, column, isBest, remark, children }: RowProps) {
  const words = usePlanWords();
  const { say, language, scenario } = words;
  const isChosen = useIsChosen(portfolio.ids);
  const { npv, investment, paybackYears } = portfolio;
  const scaled = (yuan: number): number => yuan / column.divisor;
  return (
    <tr data-set={portfolio.ids.join("+")} data-best={isBest} data-selected={isChosen}>
      <th scope="row">
        <SetName words={words} ids={portfolio.ids} isBest={isBest} />
        {remark !== undefined && <span className="xj-term xj-planner-why">{remark}</span>}
      </th>
      <td className="xj-right xj-number">
        {investment > 0 ? coarse(language, column, investment) : number(language, 0, { decimals: 0 })}
      </td>
      <td className="xj-right xj-number">
        {plusMinus(language, scaled(npv.mean), scaled(halfWidth(npv.ci95)), { signed: true })}
      </td>
      <td>
        {investment > 0
          ? payback(language, paybackYears, scenario.economics.horizonYears, investment)
          : say("planner.noInvestment")}
      </td>
      <td>
        <OutputCell portfolio={portfolio} />
      </td>
      <td className="xj-right xj-number">{headsInWords(words, portfolio.heads)}</td>
      {children}
    </tr>
  );
}

interface NameProps {
  words: PlanWords;
  ids: readonly string[];
  isBest: boolean;
}

function SetName({ words, ids, isBest }: NameProps) {
  const { say } = words;
  const isOne = ids.length === 1;
  return (
    <>
      <OpenSet ids={ids}>{isOne ? stepName(words, ids[0] ?? "") : marksOf(words, ids)}</OpenSet>
      {isBest && <span className="xj-badge xj-planner-mark">{say("planner.bestMark")}</span>}
    </>
  );
}

/** The change of output with its interval, and what can be said of it. */
export function OutputCell({ portfolio }: { portfolio: Portfolio }) {
  const { say, language } = usePlanWords();
  const { output } = portfolio;
  const judgement = judge(output, true);
  const percent = output.percent;
  return (
    <span className="xj-planner-output" data-judgement={judgement}>
      {percent !== null && (
        <span className="xj-number">
          {`${plusMinus(language, percent.mean, halfWidth(percent.ci95), { signed: true })} % `}
        </span>
      )}
      <Chip judgement={judgement} says={say(`judge.${judgement}`)} />
    </span>
  );
}
