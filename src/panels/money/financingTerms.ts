import type { Financing } from "../../model";
import { money, number, percent, unitPrice, type Language } from "../../text";
import type { Say } from "../context";

/** The terms of a way to pay, in one line. */
export function financingTerms(financing: Financing, say: Say, language: Language): string {
  const rate = (share: number): string => percent(language, share, { figures: 3 });
  switch (financing.kind) {
    case "ownFunds":
      return say("money.terms.ownFunds");
    case "loan":
      return say(financing.repayment === "bullet" ? "money.terms.loanBullet" : "money.terms.loan", {
        share: percent(language, financing.share, { figures: 2 }),
        rate: rate(financing.annualRate),
        months: financing.months,
      });
    case "lease":
      return financing.monthlyFee === undefined
        ? say("money.terms.lease", { rate: rate(financing.annualRate), months: financing.months })
        : say("money.terms.leaseFee", { fee: money(language, financing.monthlyFee), months: financing.months });
    case "gainShare":
      return say(financing.cap === null ? "money.terms.gainShare" : "money.terms.gainShareCap", {
        share: percent(language, financing.share, { figures: 2 }),
        months: financing.months,
        cap: financing.cap === null ? "" : money(language, financing.cap, { headline: true }),
      });
    case "payPerUse":
      return say(`money.terms.payPerUse.${financing.unit}`, {
        price:
          financing.unit === "part"
            ? unitPrice(language, financing.price)
            : money(language, Number(number(language, financing.price, { decimals: 0 }).replaceAll(",", ""))),
        months: financing.months,
      });
  }
}
