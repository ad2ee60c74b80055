import type { Economics } from "../../model";

/** One number of the economics that a user may set. Shown value = stored value × scale. */
export interface NumberPremise {
  kind: "number";
  id:
    | "horizonYears"
    | "discountRate"
    | "wageGrowth"
    | "leaversPerYear"
    | "serviceYears"
    | "redeployedWorth"
    | "incomeTaxRate"
    | "profitBefore"
    | "depreciationYears"
    | "electricityPrice"
    | "escapeCost"
    | "scrapValue"
    | "demandGrowth"
    | "priceErosion"
    | "overrun";
  unit: "unit.percent" | "unit.years" | "unit.yuan" | "unit.yuanPerKwh" | "unit.yuanPerPart" | "unit.wanYuanPerYear";
  scale: number;
  step: number;
  /** an empty field is an answer of its own: not told */
  mayBeEmpty?: boolean;
  get: (economics: Economics) => number | null;
  set: (economics: Economics, value: number | null) => Economics;
  isShown?: (economics: Economics) => boolean;
}

export interface ChoicePremise {
  kind: "choice";
  id: "labourSaving" | "regime" | "depreciation" | "payer";
  options: readonly string[];
  get: (economics: Economics) => string;
  set: (economics: Economics, value: string) => Economics;
}

export type Premise = NumberPremise | ChoicePremise;

type NumberKey =
  | "horizonYears"
  | "discountRate"
  | "wageGrowth"
  | "incomeTaxRate"
  | "depreciationYears"
  | "electricityPrice"
  | "escapeCost"
  | "scrapValue";

const plain = (id: NumberKey, unit: NumberPremise["unit"], scale: number, step: number): NumberPremise => ({
  kind: "number",
  id,
  unit,
  scale,
  step,
  get: (e) => e[id],
  set: (e, value) => ({ ...e, [id]: value }),
});

const nested = <G extends "market" | "staffing", K extends keyof Economics[G] & NumberPremise["id"]>(
  group: G,
  id: K,
  unit: NumberPremise["unit"],
  scale: number,
  step: number,
  isShown?: NumberPremise["isShown"],
): NumberPremise => ({
  kind: "number",
  id,
  unit,
  scale,
  step,
  get: (e) => e[group][id] as number,
  set: (e, value) => ({ ...e, [group]: { ...e[group], [id]: value } }),
  ...(isShown === undefined ? {} : { isShown }),
});

const frees =
  (mode: Economics["labourSaving"]): NumberPremise["isShown"] =>
  (e) =>
    e.labourSaving === mode;

/** What the money rests on and only the firm can know, grouped; the rest is in the file. */
export const premiseGroups: readonly { id: "time" | "people" | "tax" | "market"; premises: readonly Premise[] }[] = [
  {
    id: "time",
    premises: [
      plain("horizonYears", "unit.years", 1, 1),
      plain("discountRate", "unit.percent", 100, 0.5),
      {
        kind: "number",
        id: "overrun",
        unit: "unit.percent",
        scale: 100,
        step: 5,
        mayBeEmpty: true,
        get: ({ investmentOverrun: overrun }) =>
          overrun === undefined ? null : typeof overrun === "number" ? overrun : overrun.likely,
        set: (e, value) => {
          const { investmentOverrun: _old, ...rest } = e;
          return value === null ? rest : { ...rest, investmentOverrun: value };
        },
      },
    ],
  },
  {
    id: "people",
    premises: [
      {
        kind: "choice",
        id: "labourSaving",
        options: ["attrition", "redeploy", "dismiss", "paidHeads", "none"],
        get: (e) => e.labourSaving,
        set: (e, value) => ({ ...e, labourSaving: value as Economics["labourSaving"] }),
      },
      nested("staffing", "leaversPerYear", "unit.percent", 100, 5, frees("attrition")),
      nested("staffing", "redeployedWorth", "unit.percent", 100, 5, frees("redeploy")),
      nested("staffing", "serviceYears", "unit.years", 1, 1, frees("dismiss")),
      plain("wageGrowth", "unit.percent", 100, 0.5),
    ],
  },
  {
    id: "tax",
    premises: [
      {
        kind: "choice",
        id: "regime",
        options: ["flat", "smallProfit"],
        get: (e) => e.tax.regime,
        set: (e, value) => ({ ...e, tax: { ...e.tax, regime: value as Economics["tax"]["regime"] } }),
      },
      plain("incomeTaxRate", "unit.percent", 100, 1),
      {
        kind: "number",
        id: "profitBefore",
        unit: "unit.wanYuanPerYear",
        scale: 1e-4,
        step: 10,
        mayBeEmpty: true,
        get: (e) => e.tax.profitBefore,
        set: (e, value) => ({ ...e, tax: { ...e.tax, profitBefore: value } }),
      },
      {
        kind: "choice",
        id: "depreciation",
        options: ["straightLine", "oneOff", "sixtyPercentLife", "doubleDeclining", "sumOfDigits"],
        get: (e) => e.tax.depreciation,
        set: (e, value) => ({ ...e, tax: { ...e.tax, depreciation: value as Economics["tax"]["depreciation"] } }),
      },
      plain("depreciationYears", "unit.years", 1, 1),
      {
        kind: "choice",
        id: "payer",
        options: ["general", "smallScale"],
        get: (e) => e.vat.payer,
        set: (e, value) => ({ ...e, vat: { ...e.vat, payer: value as Economics["vat"]["payer"] } }),
      },
    ],
  },
  {
    id: "market",
    premises: [
      nested("market", "demandGrowth", "unit.percent", 100, 1),
      nested("market", "priceErosion", "unit.percent", 100, 1),
      plain("electricityPrice", "unit.yuanPerKwh", 1, 0.05),
      plain("escapeCost", "unit.yuanPerPart", 1, 10),
      plain("scrapValue", "unit.yuanPerPart", 1, 1),
    ],
  },
];
