export interface VatInputs {
  /** input VAT paid on purchases by month, yuan, positive */
  input: Float64Array;
  /**
   * output VAT of the firm less its other input VAT, payable in that month: what can be set off. Below zero the firm has
   * its own excess, which is carried on and comes first.
   */
  capacity: Float64Array;
  /** months from paying the VAT to the first return it can be set off in (usually 1) */
  lag: number;
}

export interface VatCash {
  /** by month, yuan, inflow positive: −input, + what is set off */
  cash: Float64Array;
  /** paid and not yet set off at the horizon */
  left: number;
}

/**
 * What input VAT does to the cash of a general taxpayer: paid with the purchase, set off against VAT payable `lag` months
 * later at the earliest, what finds no room is carried on without limit (增值税暂行条例 第4条). No refund of the excess is
 * assumed. `Σ cash = −left`: with room enough VAT moves money in time only.
 * Example: 130 000 paid in month 0, room 50 000 a month, lag 1 → −130 000, 50 000, 50 000, 30 000.
 */
export function vatCash({ input, capacity, lag }: VatInputs): VatCash {
  const cash = new Float64Array(input.length);
  let waiting = 0;
  let ownExcess = 0;
  let paid = 0;
  let credited = 0;
  for (let m = 0; m < input.length; m++) {
    waiting += m >= lag ? (input[m - lag] ?? 0) : 0;
    const room = (capacity[m] ?? 0) - ownExcess;
    ownExcess = Math.max(0, -room);
    const used = Math.max(0, Math.min(waiting, room));
    waiting -= used;
    credited += used;
    paid += input[m] ?? 0;
    cash[m] = used - (input[m] ?? 0);
  }
  return { cash, left: paid - credited };
}
