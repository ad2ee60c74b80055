import type { Flip, MoneyResult } from "../../finance";
import { money, significant, unitPrice } from "../../text";
import { useApp } from "../../store";
import { useWords } from "../context";
import { halfWidth } from "../judge";

/** Where the answer flips, and what a part costs before and after. */
export function BreakEven({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const products = useApp((state) => state.history.present.scenario.line.products);
  const { volume, price } = result.breakEven;
  const { before, after, difference } = result.unitCost;
  const makes = useApp((state) => state.shown?.plan?.figures.line.goodPerYear.mean ?? null);
  const today = products.length === 1 ? products[0]?.price : undefined;
  const cost = (of: MoneyResult["unitCost"]["before"], signed = false): string =>
    of === null ? say("money.dash") : unitPrice(language, of.mean, halfWidth(of.ci95), signed);
  const flip = ({ pays, value }: Flip, worded: (value: number) => string): string =>
    say(`money.flip.${pays}`, { value: value === null ? "" : worded(value) });
  return (
    <dl className="xj-facts" data-testid="break-even">
      <div>
        <dt>{say("money.breakEvenVolume")}</dt>
        <dd className="xj-number">
          {flip(volume, (value) => say("money.flipVolume", { parts: significant(language, value, 3) }))}
          {volume.value !== null && makes !== null && (
            <span className="xj-sub">{say("money.planMakes", { parts: significant(language, makes, 3) })}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{say("money.breakEvenPrice")}</dt>
        <dd className="xj-number">
          {flip(price, (value) => unitPrice(language, value))}
          {today !== undefined && (
            <span className="xj-sub">{say("money.priceToday", { price: unitPrice(language, today) })}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{say("money.unitCost")}</dt>
        <dd className="xj-number">
          {say("money.beforeAfter", { before: cost(before), after: cost(after) })}
          <span className="xj-sub">{say("money.difference", { value: cost(difference, true) })}</span>
        </dd>
      </div>
      <div>
        <dt>{say("money.annualGain")}</dt>
        <dd className="xj-number">
          {money(language, result.annualGain.mean, { headline: true, signed: true })}
          <span className="xj-sub">
            {say("money.plusMinus", { half: money(language, halfWidth(result.annualGain.ci95), { headline: true }) })}
          </span>
        </dd>
      </div>
    </dl>
  );
}
