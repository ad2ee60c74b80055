import { pmt } from "financial";
import type { Financing } from "../model";

/**
 * Why a value stands where it stands. The words live in `text`, under the key; params ending in `Rate` are shares, in `Yuan`
 * money, in `Months` months.
 */
export const offerReasonKeys = [
  "finance.offer.ownFunds",
  "finance.offer.loanRate",
  "finance.offer.loanMonths",
  "finance.offer.leaseRate",
  "finance.offer.leaseMonths",
  "finance.offer.gainShare",
  "finance.offer.gainShareMonths",
  "finance.offer.gainShareCap",
  "finance.offer.payPerUsePrice",
  "finance.offer.payPerUseMonths",
] as const;
export type OfferReasonKey = (typeof offerReasonKeys)[number];

export interface OfferReason {
  /** the field of `financing` it speaks of; "kind" = the offer as a whole */
  field: string;
  key: OfferReasonKey;
  params: Record<string, string | number>;
  /** assumption: the documents name these ways of paying and give no terms */
  grade: "A";
}

export interface TypicalOffer {
  financing: Financing;
  reasons: OfferReason[];
}

export interface OfferInputs {
  /** what would be paid for, yuan without VAT */
  price: number;
  /** share a year */
  lprOneYear: number;
  /** what pay per use counts, and how much of it is expected a month; none expected: a fee a month */
  usage: { unit: "part" | "plannedHour" | "month"; perMonth: number };
}

/** Points a small firm pays above the LPR. */
const loanMargin = 0.009;
const termMonths = 36;
const leaseRate = 0.09;
const providersShare = 0.5;
const capOfPrice = 1.5;
const usageMonths = 48;
const providersRate = 0.12;

const covers: ("equipment" | "software" | "integration")[] = ["equipment", "software", "integration"];

/**
 * Five example offers to stand in where no real one is at hand: own funds, a loan at LPR + 0.9 points, a finance lease at 9 %,
 * half of the saving for three years, and a price a unit that returns the provider his price in 48 months with 12 % a year.
 */
export function typicalOffers({ price, lprOneYear, usage }: OfferInputs): TypicalOffer[] {
  const loanRate = Math.round((lprOneYear + loanMargin) * 1e6) / 1e6;
  const unit = usage.perMonth > 0 ? usage.unit : "month";
  const perMonth = unit === "month" ? 1 : usage.perMonth;
  const cap = price * capOfPrice;
  const unitPrice = pmt(providersRate / 12, usageMonths, -price) / perMonth;
  return [
    { financing: { kind: "ownFunds" }, reasons: [reason("kind", "finance.offer.ownFunds")] },
    {
      financing: {
        kind: "loan",
        share: 1,
        annualRate: loanRate,
        months: termMonths,
        repayment: "equalInstalment",
        interestOnlyMonths: 0,
        renewals: 0,
      },
      reasons: [
        reason("annualRate", "finance.offer.loanRate", { lprRate: lprOneYear, marginRate: loanMargin }),
        reason("months", "finance.offer.loanMonths", { termMonths }),
      ],
    },
    {
      financing: {
        kind: "lease",
        form: "finance",
        covers,
        months: termMonths,
        annualRate: leaseRate,
        inAdvance: false,
        depositShare: 0,
        buyOutShare: 0,
      },
      reasons: [
        reason("annualRate", "finance.offer.leaseRate", { leaseRate }),
        reason("months", "finance.offer.leaseMonths", { termMonths }),
      ],
    },
    {
      financing: { kind: "gainShare", covers, months: termMonths, share: providersShare, floorPerMonth: 0, cap },
      reasons: [
        reason("share", "finance.offer.gainShare", { shareRate: providersShare }),
        reason("months", "finance.offer.gainShareMonths", { termMonths }),
        reason("cap", "finance.offer.gainShareCap", { capYuan: cap, timesPrice: capOfPrice }),
      ],
    },
    {
      financing: {
        kind: "payPerUse",
        covers,
        months: usageMonths,
        unit,
        price: unitPrice,
        minimumPerMonth: 0,
        growth: 0,
      },
      reasons: [
        reason("price", "finance.offer.payPerUsePrice", { providersRate, usageMonths, perMonth, unit }),
        reason("months", "finance.offer.payPerUseMonths", { usageMonths }),
      ],
    },
  ];
}

function reason(field: string, key: OfferReasonKey, params: OfferReason["params"] = {}): OfferReason {
  return { field, key, params, grade: "A" };
}
