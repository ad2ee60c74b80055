import type { CashFlowLine, MoneyResult } from "../../finance";
import { tLoose, type Language } from "../../text";
import type { Say } from "../context";
import { lineSources } from "./lineSource";

/** One row of the month table. */
export interface CashRow {
  id: string;
  name: string;
  formula: string;
  source: string;
  isTotal: boolean;
  /** yuan, index = month, 0 = the start */
  months: readonly number[];
  /** yuan with the interval, index = year, 0 = the start */
  years: readonly { mean: number; ci95: readonly [number, number] }[];
}

type Years = CashRow["years"];
const sum = (lines: readonly CashFlowLine[], months: number): number[] =>
  Array.from({ length: months + 1 }, (_, m) => lines.reduce((total, line) => total + (line.months[m] ?? 0), 0));
const running = (values: readonly number[]): number[] => {
  let total = 0;
  return values.map((value) => (total += value));
};

/** Every line that moves money, each group with its sum, running sums below; financing only where there is some. */
export function cashRows(result: MoneyResult, say: Say, language: Language): CashRow[] {
  const { cashFlow } = result;
  const last = cashFlow.horizonYears * 12;
  const moving = cashFlow.lines.filter((line) => line.months.some((yuan) => Math.abs(yuan) >= 0.005));
  const of = (...groups: CashFlowLine["group"][]): CashFlowLine[] =>
    cashFlow.lines.filter((line) => groups.includes(line.group));
  const lines = (group: CashFlowLine["group"]): CashRow[] =>
    moving
      .filter((line) => line.group === group)
      .map((line) => ({
        id: line.key,
        name: tLoose(language, line.name),
        formula: tLoose(language, line.formula),
        source: lineSources[line.key].map((source) => say(`money.source.${source}`)).join(say("fit.join")),
        isTotal: false,
        months: line.months,
        years: line.years,
      }));
  const total = (id: Total, months: number[], years: Years): CashRow => ({
    id,
    name: say(`money.total.${id}`),
    formula: say(`money.totalFormula.${id}`),
    source: say("money.source.table"),
    isTotal: true,
    months,
    years,
  });
  const project = sum(of("project"), last);
  const helped = sum(of("project", "subsidy"), last);
  const financed = sum(of("project", "subsidy", "financing"), last);
  const hasSubsidy = moving.some((line) => line.group === "subsidy");
  const hasFinancing = moving.some((line) => line.group === "financing");
  return [
    ...lines("project"),
    total("project", project, cashFlow.project),
    ...(hasSubsidy ? [...lines("subsidy"), total("withSubsidy", helped, cashFlow.projectWithSubsidy)] : []),
    total("cumulative", running(helped), cashFlow.projectWithSubsidyCumulative),
    ...(hasFinancing
      ? [
          ...lines("financing"),
          total("afterFinancing", financed, cashFlow.afterFinancingWithSubsidy),
          total("afterFinancingCumulative", running(financed), cashFlow.afterFinancingWithSubsidyCumulative),
        ]
      : []),
    depreciation(),
  ];

  function depreciation(): CashRow {
    const byYear = Array.from({ length: cashFlow.horizonYears + 1 }, (_, year) =>
      cashFlow.depreciation.slice(year === 0 ? 0 : year * 12 - 11, year * 12 + 1).reduce((a, b) => a + b, 0),
    );
    const exact = (mean: number): Years[number] => ({ mean, ci95: [mean, mean] });
    return { ...total("depreciation", cashFlow.depreciation, byYear.map(exact)), isTotal: false };
  }
}

type Total = "project" | "withSubsidy" | "cumulative" | "afterFinancing" | "afterFinancingCumulative" | "depreciation";
