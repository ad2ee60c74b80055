import { useMemo } from "react";
import { trades, type TradeId } from "../../interview";
import { ownerFacts, useOwner } from "../../store";
import type { Facts } from "../../interview";
import { nameOf } from "../../text";
import { useServices, useWords, type Words } from "../context";

/** The template of a trade; every trade of the interview is a line that ships with the product. */
export function useTemplates(): (trade: TradeId) => ReturnType<typeof useServices>["readyLines"][number]["scenario"] {
  const { readyLines } = useServices();
  return useMemo(
    () => (trade) => {
      const line = readyLines.find(({ id }) => id === trade);
      if (line === undefined) throw new Error(`no line ships for the trade ${trade}`);
      return line.scenario;
    },
    [readyLines],
  );
}

export const tradeIds = Object.keys(trades) as TradeId[];

/** Words, the facts of the chosen trade, and the name of the step that sets its pace. Only below the choice of a trade. */
export function useOwnerWords(): Words & { facts: Facts; pace: string } {
  const { say, language } = useWords();
  const template = useTemplates();
  const trade = useOwner((state) => state.trade);
  const facts = useMemo(() => ownerFacts({ trade }, template), [trade, template]);
  if (facts === null) throw new Error("a trade must be chosen first");
  return { say, language, facts, pace: nameOf(language, facts.pace.name, facts.pace.id) };
}
