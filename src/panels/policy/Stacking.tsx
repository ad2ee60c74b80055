import { Checkbox } from "@mantine/core";
import type { MoneyResult } from "../../finance";
import { useApp } from "../../store";
import { money, nameOf } from "../../text";
import { useWords } from "../context";
import { useSupportEdit } from "./useSupportEdit";

type Pair = [string, string];
const same = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id));

/** Which rules were left out because of which, what else could be drawn together, and pairs the bureau allows. */
export function Stacking({ policies }: { policies: MoneyResult["policies"] }) {
  const { say, language } = useWords();
  const { stack } = useApp((state) => state.history.present.scenario.economics.support);
  const change = useSupportEdit();
  const { base, alternatives, rules } = policies;
  const named = (id: string): string => nameOf(language, rules.find((rule) => rule.ruleId === id)?.name, id);
  const pairs: Pair[] = [
    ...stack,
    ...base.left
      .map(({ ruleId, because }): Pair => [because, ruleId])
      .filter((pair) => !stack.some((each) => same(each, pair))),
  ];
  const others = alternatives.filter(
    (set) => !(set.ruleIds.length === base.chosen.length && same(set.ruleIds, base.chosen)),
  );
  return (
    <section className="xj-money-part" data-testid="stacking">
      <h3>{say("policyView.stacking")}</h3>
      {pairs.length === 0 && <p className="xj-note">{say("policyView.nothingLeft")}</p>}
      {pairs.map(([kept, left]) => {
        const isAllowed = stack.some((each) => same(each, [kept, left]));
        return (
          <div key={`${kept} ${left}`} className="xj-pair">
            <p>
              {say(isAllowed ? "policyView.together" : "policyView.left", { left: named(left), kept: named(kept) })}
            </p>
            <Checkbox
              size="md"
              label={say("policyView.allow")}
              checked={isAllowed}
              onChange={() =>
                change((old) => ({
                  ...old,
                  stack: isAllowed
                    ? old.stack.filter((each) => !same(each, [kept, left]))
                    : [...old.stack, [kept, left]],
                }))
              }
            />
          </div>
        );
      })}
      {others.length > 0 && (
        <>
          <p className="xj-note">{say("policyView.alternatives")}</p>
          <ul className="xj-gaps">
            {others.map(({ ruleIds, amount }) => (
              <li key={ruleIds.join()}>
                {say("policyView.alternative", {
                  rules: ruleIds.map(named).join(say("plans.and")),
                  likely: money(language, amount.likely, { headline: true }),
                  high: money(language, amount.high, { headline: true }),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
