import { factsOf } from "../../interview";
import { useOwner, useOwnerActions } from "../../store";
import { number } from "../../text";
import { useWords } from "../context";
import { ProductGlyph } from "./ProductGlyph";
import { TradePicture } from "./TradePicture";
import { tradeIds, useTemplates } from "./useOwnerWords";

/** Six trades, each with what it makes and its line from above. One press picks and goes on. */
export function TradeStep() {
  const { say, language } = useWords();
  const template = useTemplates();
  const chosen = useOwner((state) => state.trade);
  const { pickTrade } = useOwnerActions();
  return (
    <>
      <h2 tabIndex={-1}>{say("owner.tradeTitle")}</h2>
      <p className="xj-note">{say("owner.tradeNote")}</p>
      <div className="xj-owner-trades">
        {tradeIds.map((trade) => {
          const { line } = template(trade);
          const facts = factsOf(trade, template(trade));
          return (
            <button
              key={trade}
              type="button"
              className="xj-owner-trade"
              aria-pressed={trade === chosen}
              onClick={() => pickTrade(trade)}
              data-trade={trade}
            >
              <span className="xj-owner-trade-head">
                <ProductGlyph trade={trade} />
                <span>
                  <strong>{say(`owner.trade.${trade}`)}</strong>
                  <span className="xj-sub">{say(`owner.makes.${trade}`)}</span>
                </span>
              </span>
              <TradePicture
                line={line}
                pace={facts.pace.id}
                label={say("owner.picture", { n: line.stations.length })}
              />
              <span className="xj-sub">
                {say("owner.typical", {
                  people: number(language, facts.people, { decimals: facts.people % 1 ? 1 : 0 }),
                  n: line.stations.length,
                })}
              </span>
            </button>
          );
        })}
      </div>
    </>
  );
}
