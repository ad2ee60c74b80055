import type { MoneyResult } from "../../finance";
import type { Say } from "../context";

export interface WordedMark {
  month: number;
  label: string;
}

/** What happens when, in words, in the order of time; the same thing in the same month is said once, with how often. */
export function marksInWords(result: MoneyResult, say: Say): WordedMark[] {
  const counted = new Map<
    string,
    { month: number; kind: MoneyResult["cashFlow"]["marks"][number]["kind"]; n: number }
  >();
  for (const { kind, month } of result.cashFlow.marks) {
    const rounded = Math.round(month);
    const key = `${kind} ${rounded}`;
    counted.set(key, { month: rounded, kind, n: (counted.get(key)?.n ?? 0) + 1 });
  }
  return [...counted.values()].map(({ month, kind, n }) => ({
    month,
    label:
      n > 1
        ? say("money.markTimes", { mark: say(`money.mark.${kind}`), n, month })
        : say("money.markAt", { mark: say(`money.mark.${kind}`), month }),
  }));
}
