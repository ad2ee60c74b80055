import { calendarMonth } from "./timing";

/**
 * Small low-profit enterprises (小型微利企业): 25 % of the taxable income is taxed, at 20 %, so 5 % in effect, as long as the
 * year's taxable income is at most 3 million yuan (with at most 300 people and 50 million yuan of assets). 财政部
 * 税务总局公告2023年第12号, to 31 December 2027.
 */
export const smallProfitRate = 0.05;
/** yuan of taxable income a year */
export const smallProfitLimit = 3_000_000;
/** the last calendar year of the rule */
export const smallProfitUntil = 2027;
/** Years a tax credit for special equipment may wait (企业所得税法实施条例 第100条). */
export const creditCarryYears = 5;

/** Books are kept in fen, so two amounts less than half a fen apart are one amount. */
const halfFen = 0.005;

export interface IncomeTaxTerms {
  regime: "flat" | "smallProfit";
  /** the flat rate; with `smallProfit` the rate above the limit */
  rate: number;
  /** taxable income a year without the plan, yuan, earned evenly; null = enough other profit to use every loss at once */
  profitBefore: number | null;
  /** losses not yet used at the start, yuan; taken as made in the year before the first */
  openingLoss: number;
  /** calendar years after the year of a loss in which it can be used: 5, high-tech enterprises 10 */
  lossCarryYears: number;
  /** calendar month (1–12) of index 1 */
  firstMonth: number;
  /** tax credits earned by month, yuan; set off against the year's tax in the settlement, carried on for 5 years */
  credits?: Float64Array;
}

/**
 * Tax of a year, yuan. The limit is a cliff, not a bracket: one fen above it the flat rate is due on all of the income.
 * Example: 3 000 000 → 150 000; 3 000 000.01 at 25 % → 750 000.
 */
export function smallProfitTax(income: number, rate: number): number {
  if (income <= 0) return 0;
  // the relief is an option: nobody takes it where his own rate is lower
  return income * (income < smallProfitLimit + halfFen ? Math.min(smallProfitRate, rate) : rate);
}

/**
 * Income tax by month caused by the extra taxable income `taxable` (by month, may be negative), yuan, positive = paid: what
 * the firm pays with the plan less what it would pay without it.
 *
 * Each world prepays at the end of every calendar quarter on the profit of the year to date, `T(ytd − old losses) − paid`,
 * never below zero (企业所得税法 第54条); the year's settlement, with refunds and credits, is booked in December though it
 * may be filed until May. Both worlds carry their own losses on, oldest first (第18条). The fiscal year is the calendar year;
 * months of the first year before the start had the firm's own profit, and so have the months of the last year after the
 * horizon: that year is settled at the last index with what the plan added until then.
 *
 * Without `profitBefore` the firm has profit enough: `rate · Δ` of the quarter, negative = saved, credits in December.
 */
export function incomeTaxDue(terms: IncomeTaxTerms, taxable: Float64Array): Float64Array {
  if (terms.profitBefore === null) return linearTax(terms, taxable);
  const due = taxOf(terms, terms.profitBefore, taxable, terms.credits);
  const without = taxOf(terms, terms.profitBefore, new Float64Array(taxable.length), undefined);
  for (let m = 0; m < due.length; m++) due[m] = (due[m] ?? 0) - (without[m] ?? 0);
  return due;
}

function linearTax({ regime, rate, firstMonth, credits }: IncomeTaxTerms, taxable: Float64Array): Float64Array {
  const end = taxable.length - 1;
  const due = new Float64Array(taxable.length);
  const used = regime === "smallProfit" ? Math.min(smallProfitRate, rate) : rate;
  let quarter = 0;
  let credit = 0;
  for (let m = 0; m <= end; m++) {
    quarter += taxable[m] ?? 0;
    credit += credits?.[m] ?? 0;
    const month = m === 0 ? 0 : calendarMonth(m, firstMonth);
    if (m < end && (month === 0 || month % 3 !== 0)) continue;
    due[m] = quarter * used;
    quarter = 0;
    if (m < end && month !== 12) continue;
    due[m] = (due[m] ?? 0) - credit;
    credit = 0;
  }
  return due;
}

/** Tax of one world by month, yuan; `own` = its profit a year besides `extra`. */
function taxOf(
  terms: IncomeTaxTerms,
  own: number,
  extra: Float64Array,
  credits: Float64Array | undefined,
): Float64Array {
  const { regime, rate, lossCarryYears } = terms;
  const tax = (income: number): number =>
    regime === "smallProfit" ? smallProfitTax(income, rate) : Math.max(0, income) * rate;
  const end = extra.length - 1;
  const due = new Float64Array(extra.length);
  // oldest first; the last place is the newest
  const losses = new Array<number>(lossCarryYears).fill(0);
  if (lossCarryYears > 0) losses[lossCarryYears - 1] = terms.openingLoss;
  const waiting = new Array<number>(creditCarryYears + 1).fill(0);

  let month = terms.firstMonth - 1;
  let added = 0;
  let credit = 0;
  // what the quarters before the start have paid already, in either world
  let paid = 0;
  for (let c = 3; c <= month; c += 3) paid = Math.max(paid, tax((own * c) / 12 - sum(losses)));
  for (let m = 0; m <= end; m++) {
    if (m > 0) month++;
    added += extra[m] ?? 0;
    credit += credits?.[m] ?? 0;
    if (m === end || (m > 0 && month === 12)) {
      const income = own + added;
      const full = tax(income - take(losses, Math.max(0, income)));
      grow(losses, Math.max(0, -income));
      grow(waiting, credit);
      due[m] = full - take(waiting, full) - paid;
      month = added = credit = paid = 0;
    } else if (m > 0 && month % 3 === 0) {
      const more = tax((own * month) / 12 + added - sum(losses)) - paid;
      if (more > 0) {
        due[m] = more;
        paid += more;
      }
    }
  }
  return due;
}

function sum(list: readonly number[]): number {
  let total = 0;
  for (const value of list) total += value;
  return total;
}

/** Takes up to `wanted` from the oldest on; returns how much there was. */
function take(pool: number[], wanted: number): number {
  let left = wanted;
  for (let i = 0; i < pool.length && left > 0; i++) {
    const used = Math.min(left, pool[i] ?? 0);
    pool[i] = (pool[i] ?? 0) - used;
    left -= used;
  }
  return wanted - left;
}

/** A year later: the oldest place expires, the newest is `fresh`. */
function grow(pool: number[], fresh: number): void {
  if (pool.length === 0) return;
  pool.shift();
  pool.push(fresh);
}
