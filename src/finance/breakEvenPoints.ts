import { crossing, type BreakEven } from "./breakEven";
import { npvOfMonths } from "./figures";
import { ledgerOf, netOf, type Frame } from "./ledger";
import { demandByMonth } from "./market";
import { operatingByMonth } from "./operating";
import type { Physical } from "./physical";
import type { Flip, MoneyInput, MoneyResult } from "./types";

/** Prices are tried up to so many times today's. */
const mostPrice = 10;

/**
 * When the answer flips, on the mean line and without subsidy: how many parts a year must be saleable, and which price a
 * part must bring, for the NPV to be 0.
 */
export function breakEvenOf(
  frame: Frame,
  lines: { before: Physical; after: Physical },
  input: MoneyInput,
): MoneyResult["breakEven"] {
  const { economics } = input;
  const npv = (changed: Frame): number => {
    const sides = {
      before: operatingByMonth(changed.before, lines.before, changed.demand),
      after: operatingByMonth(changed.after, lines.after, changed.demand),
    };
    return npvOfMonths(netOf(ledgerOf(changed, sides, null, null), "project"), economics.discountRate);
  };
  const last = frame.months;
  const made = (lines.after.goodPerYear[last] ?? 0) + (lines.after.escapedPerYear[last] ?? 0);
  const most = made * 12;
  const volume = crossing(
    (perYear) => npv({ ...frame, demand: demandByMonth(economics, perYear, frame.months) }),
    0,
    most,
  );
  const today = frame.before.mix.price;
  const price = crossing(
    (yuan) =>
      npv({
        ...frame,
        before: { ...frame.before, mix: { ...frame.before.mix, price: yuan } },
        after: { ...frame.after, mix: { ...frame.after.mix, price: yuan } },
      }),
    0,
    today * mostPrice,
  );
  return { volume: flipOf(volume), price: flipOf(price) };
}

/** The last change of sign tells on which side it pays: what lies beyond it is as far as the range goes. */
function flipOf({ x, crossings }: BreakEven): Flip {
  const last = crossings[crossings.length - 1];
  if (last === undefined) return { pays: x === null ? "never" : "always", value: null };
  return { pays: last.isUpward ? "atLeast" : "atMost", value: last.x };
}
