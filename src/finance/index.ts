/**
 * Money: loans, depreciation, tax, cash flow, NPV, IRR, payback, unit cost. Arithmetic only: no screen, no words (text
 * keys and params instead), no simulation (its yearly numbers are handed in).
 */
export { annuityFactor, npv, npvExact, presentValues } from "./npv";
export { irr, irrExact, type Irr, type IrrStatus } from "./irr";
export { payback, paybackExact, type Payback, type PaybackStatus, type PaybackYears } from "./payback";
export {
  instalment,
  interestInClosedForm,
  loanSchedule,
  monthlyRate,
  type LoanRow,
  type LoanTerms,
  type Repayment,
} from "./loan";
export {
  depreciation,
  depreciationSchedule,
  taxShieldFlows,
  type DepreciationMethod,
  type DepreciationRow,
} from "./depreciation";
export { leaseOrBuy, type LeaseOrBuyInputs, type LeaseOrBuyResult } from "./lease";
export { levelFlows, throughputGain } from "./throughput";
export { solveFinanceCase, type Answer, type CaseResult } from "./cases";
export { exact, money, toNumber, type Exact } from "./exact";
export { evaluateMoney } from "./evaluateMoney";
export { planValue, type PlanValue } from "./planValue";
export { investmentOf, purchase } from "./investment";
export { labourOf } from "./labour";
export { npvOfMonths, paybackOfMonths, pointFigures } from "./figures";
export { projectFlows } from "./projectFlows";
export { triangularQuantile } from "./rangeQuantile";
export { crossing, type BreakEven } from "./breakEven";
export { acceptanceMonth, goLiveMonth, progressAt } from "./timing";
export { byYear, keysOf, type View } from "./ledger";
export { latinHypercube, type Quantiles, quantilesOf, quantilesWithNone, wilson } from "./spread";
export type { FourMeasures, Measure, Readiness } from "./measures";
export type { Reference } from "./references";
export { cashFlowLineKeys, moneyTextKeys, type CashFlowLineKey, type MoneyText, type MoneyTextKey } from "./textKeys";
export type {
  CashFlowLine,
  ChosenForMoney,
  DemandBinding,
  Doubt,
  Estimate,
  FinancingOption,
  Flip,
  Investment,
  MoneyFigures,
  MoneyInput,
  MoneyResult,
  PartialEstimate,
  Percentiles,
  PointFigures,
  RiskBearer,
  UnitCost,
  Way,
  WayPoint,
  WayStop,
  WithAndWithout,
  YearlyNumbers,
} from "./types";
