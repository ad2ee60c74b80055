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
export { pointFigures } from "./figures";
export { cashFlowLineKeys, moneyTextKeys, type CashFlowLineKey, type MoneyText, type MoneyTextKey } from "./textKeys";
export type {
  CashFlowLine,
  ChosenForMoney,
  DemandBinding,
  Estimate,
  Investment,
  MoneyFigures,
  MoneyInput,
  MoneyResult,
  PartialEstimate,
  PointFigures,
  UnitCost,
  WithAndWithout,
  YearlyNumbers,
} from "./types";
