import type { Advice, Proposal } from "../../store";
import { number, percent, type PlaceKind } from "../../text";
import { useLineNames } from "../advice/useLineNames";
import { OpenSet, OutputCell } from "./PortfolioRow";
import { npvInWords, stepName } from "./planWords";
import { usePlanWords } from "./usePlanWords";

interface ProposalsProps {
  proposals: readonly Proposal[];
  advice: Advice;
}

/** Steps that need no asset, why this line asks for them, and what each brings alone. */
export function ProposalsTable({ proposals, advice }: ProposalsProps) {
  const words = usePlanWords();
  const { say, scenario } = words;
  const because = useBecause();
  if (proposals.length === 0) return null;
  return (
    <section className="xj-money-part">
      <h3 id="xj-planner-proposals">{say("planner.proposals")}</h3>
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-labelledby="xj-planner-proposals">
        <table className="xj-table xj-planner-table" data-testid="planner-proposals">
          <caption>{say("planner.proposalsCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("planner.step")}</th>
              <th scope="col">{say("planner.because")}</th>
              <th scope="col">{say("planner.output")}</th>
              <th scope="col" className="xj-right">
                {say("planner.npvAlone", { years: scenario.economics.horizonYears })}
              </th>
            </tr>
          </thead>
          <tbody>
            {proposals.map(({ retrofit: { id }, reason }) => {
              const alone = advice.list.find((p) => p.ids.length === 1 && p.ids[0] === id);
              return (
                <tr key={id} data-set={id}>
                  <th scope="row">
                    <OpenSet ids={[id]}>{stepName(words, id)}</OpenSet>
                  </th>
                  <td className="xj-planner-because">{because(reason)}</td>
                  <td>{alone === undefined ? say("planner.notSimulated") : <OutputCell portfolio={alone} />}</td>
                  <td className="xj-right xj-number">{alone === undefined ? "" : npvInWords(words, alone)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Why a step is proposed, with the share of time it rests on. */
function useBecause(): (reason: Proposal["reason"]) => string {
  const { say, language } = usePlanWords();
  const nameOf = useLineNames();
  return ({ key, params }) => {
    const share = percent(language, Number(params["share"] ?? 0), { figures: 2 });
    const machines = number(language, Number(params["machines"] ?? 0), { decimals: 1 });
    const name = (param: string, kind?: PlaceKind): string => nameOf(String(params[param] ?? ""), kind);
    switch (key) {
      case "waitForPool":
        return say("advice.because.waitForPool", { pool: name("pool", "pool"), machines });
      case "shortAndIdle":
        return say("advice.because.shortAndIdle", {
          pool: name("pool", "pool"),
          machines,
          from: name("from", "pool"),
          share,
        });
      case "setup":
      case "shortStops":
        return say(`advice.because.${key}`, { station: name("station"), share });
      case "lots":
        return say("advice.because.lots", { share });
      case "starvedOrBlocked":
        return say("advice.because.starvedOrBlocked", { from: name("from"), to: name("to"), share });
      case "lateScrap":
        return say("advice.because.lateScrap", { station: name("station"), before: name("before"), share });
      case "idle":
        return say("advice.because.idle", { pool: name("pool", "pool"), share });
      case "transportLot":
        return say("advice.because.transportLot", { lot: params["lot"] ?? "" });
    }
  };
}
