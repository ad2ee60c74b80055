import type { Flip, MoneyFigures, MoneyResult } from "../finance";
import type { Estimate } from "../measure";
import { type Language, money, nameOf, number, payback, percent, reasonText, referenceValue, t } from "../text";
import { table } from "./print";

function amountOf(language: Language, e: Estimate): string {
  const half = (e.ci95[1] - e.ci95[0]) / 2;
  return `${money(language, e.mean)} ± ${money(language, half)}`;
}

function figuresOf(language: Language, f: MoneyFigures, horizon: number, investment: number): string[] {
  const { irr, mirr, simplePayback } = f.atMean;
  const [rate] = irr.rates;
  return [
    amountOf(language, f.npv),
    payback(language, simplePayback.years, horizon, investment),
    irr.status === "unique" && rate !== undefined ? percent(language, rate) : "—",
    mirr === null ? "—" : percent(language, mirr),
  ];
}

function rulesOf(language: Language, m: MoneyResult): string[] {
  return m.policies.rules.map((rule) => {
    const missing = rule.distanceToThreshold;
    const gap =
      missing !== null && missing > 0 ? `  ${t(language, "cli.missing", { amount: money(language, missing) })}` : "";
    return `  ${rule.ruleId}  ${rule.document} ${rule.section}  ${t(language, `policy.verdict.${rule.verdict}`)}  ${money(language, rule.amount.low)} … ${money(language, rule.amount.high)}${gap}`;
  });
}

/** What not knowing does: percentiles, the chance of never paying back, and when the answer flips. */
function doubtOf(language: Language, m: MoneyResult): string[] {
  const { npv, never, draws } = m.doubt;
  const amount = (value: number | null): string => (value === null ? "—" : money(language, value));
  const share = (value: number): string => percent(language, value, { figures: 2 });
  const list = [
    t(language, "cli.doubt", { draws, p10: amount(npv.p10), p50: amount(npv.p50), p90: amount(npv.p90) }),
    t(language, "cli.never", {
      share: share(never.share),
      low: share(never.ci95[0]),
      high: share(never.ci95[1]),
    }),
  ];
  const { volume, price } = m.breakEven;
  const flip = ({ pays, value }: Flip): string =>
    t(language, `money.flip.${pays}`, { value: value === null ? "" : number(language, value) });
  list.push(t(language, "cli.breakEven", { volume: flip(volume), price: flip(price) }));
  return list;
}

function financingOf(language: Language, m: MoneyResult): string {
  const head = [
    t(language, "money.wayToPay"),
    t(language, "cli.npvEnds"),
    t(language, "money.peakCash"),
    t(language, "money.debtCover"),
    "",
  ];
  const rows = m.financing.map((option) => [
    `${t(language, `money.way.${option.financing.kind}`)} (${t(language, `money.origin.${option.origin}`)})`,
    (["low", "likely", "high"] as const).map((end) => money(language, option.npv[end])).join(" / "),
    `${money(language, option.peakCash.yuan)} (${t(language, "money.inMonth", { month: option.peakCash.month })})`,
    option.debtCover === null ? "—" : number(language, option.debtCover, { decimals: 2 }),
    t(language, option.providerLoses ? "money.providerLoses" : `money.risk.${option.riskBearer}`),
  ]);
  return table([head, ...rows]);
}

function subsidyTax(language: Language, { subsidyTreatment }: MoneyResult): string[] {
  const { chosen, npvTaxable, npvNonTaxable } = subsidyTreatment;
  const other = chosen === "taxable" ? npvNonTaxable - npvTaxable : npvTaxable - npvNonTaxable;
  if (Math.abs(other) < 0.5) return [];
  const change = money(language, other, { signed: true });
  return [t(language, chosen === "taxable" ? "policyView.taxed" : "policyView.notTaxed", { change })];
}

function referencesIn(language: Language, { references }: MoneyResult): string[] {
  const value = (unit: Parameters<typeof referenceValue>[1], of: number | null): string =>
    referenceValue(language, unit, of) ?? "—";
  return [
    t(language, "money.referencesCaption"),
    table([
      ["", t(language, "money.theirs"), t(language, "money.own"), t(language, "subsidy.document")],
      ...references.map(({ line, own }) => [
        nameOf(language, line.name),
        value(line.unit, line.value),
        value(line.unit, own),
        `${line.document} ${line.section}`,
      ]),
    ]),
  ];
}

export function moneyTable(language: Language, id: string, m: MoneyResult): string {
  const horizon = m.cashFlow.horizonYears;
  const total = m.investment.total;
  const base = m.policies.base.amount;
  const parts = [
    t(language, "cli.investment", {
      id,
      low: money(language, total.low),
      likely: money(language, total.likely),
      high: money(language, total.high),
    }),
    t(language, "cli.subsidy", {
      low: money(language, base.low),
      likely: money(language, base.likely),
      high: money(language, base.high),
    }),
    ...rulesOf(language, m),
    ...subsidyTax(language, m),
    "",
    table([
      ["", t(language, "cli.npv"), t(language, "cli.payback"), t(language, "cli.irr"), "MIRR"],
      [t(language, "cli.without"), ...figuresOf(language, m.project.withoutSubsidy, horizon, total.likely)],
      [t(language, "cli.with"), ...figuresOf(language, m.project.withSubsidy, horizon, total.likely)],
    ]),
    t(language, "cli.worst", {
      npv: money(language, m.worst.npv),
      payback: payback(language, m.worst.simplePayback.years, horizon, total.high),
    }),
    ...doubtOf(language, m),
  ];
  if (m.financing.length > 0) parts.push("", financingOf(language, m));
  parts.push("", ...referencesIn(language, m));
  if (m.demandBinding === "full") parts.push(t(language, "demand.nothing"));
  for (const warning of m.warnings) parts.push(`! ${reasonText(language, warning)}`);
  return parts.join("\n");
}
