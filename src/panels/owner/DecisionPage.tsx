import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useOwner, useOwnerActions, type OwnerAdvice } from "../../store";
import { nameOf, number, percent } from "../../text";
import { useServices } from "../context";
import { Icon } from "../Icon";
import { Back } from "./OwnerWay";
import { decisionSentence, type DecisionWords } from "./decisionWords";
import { DontBuy } from "./DontBuy";
import { OptionCard } from "./OptionCard";
import { Unknowns } from "./Unknowns";
import { useOwnerWords } from "./useOwnerWords";
import { WorkProgress } from "./WorkProgress";
import "./decision.css";

/** The last step: one sentence, three ways, what not to buy, what is not known; one screen and one printed page. */
export function DecisionPage() {
  const { say } = useOwnerWords();
  const { advice, check } = useOwner((state) => state);
  return (
    <div className="xj-owner-decision" data-testid="owner-decision" data-ready={advice.answer !== null}>
      {advice.answer === null ? (
        <>
          <h2 tabIndex={-1}>{say("owner.decisionTitle")}</h2>
          <WorkProgress work={check.answer === null ? check : advice} />
          <div className="xj-owner-foot">
            <Back />
          </div>
        </>
      ) : (
        <Decision advice={advice.answer} />
      )}
    </div>
  );
}

function Decision({ advice }: { advice: OwnerAdvice }) {
  const { say, language, pace } = useOwnerWords();
  const { versions } = useServices();
  const trade = useOwner((state) => state.trade);
  const { recheck } = useOwnerActions();
  const { scenario } = advice.line;
  const words: DecisionWords = useMemo(() => ({ say, language, scenario }), [say, language, scenario]);
  const whole = (value: number): string => number(language, value, { decimals: 0 });
  const today = useMemo(() => localDate(), []);
  const [first] = advice.options;
  // the station found, if one is, not the one the template was said to wait for
  const held = advice.found.reliefs.find(({ of }) => of === "station");
  const station = scenario.line.stations.find(({ id }) => id === held?.id);
  const slowest = station === undefined ? pace : nameOf(language, station.name, station.id);
  const explained = explainedOnce(advice.options);
  return (
    <>
      <p className="xj-owner-kicker">
        {trade !== null && say(`owner.trade.${trade}`)} · {say("owner.decisionTitle")}
      </p>
      <h2 className="xj-owner-sentence" tabIndex={-1} data-testid="owner-sentence">
        {unbroken(decisionSentence(words, advice))}
      </h2>
      <h3 className="xj-owner-options-title">{say("owner.options")}</h3>
      <div className="xj-owner-cards">
        {advice.options.map((option, index) => (
          <OptionCard
            key={option.ids.join("+")}
            words={words}
            option={option}
            isFirst={index === advice.recommended}
            explained={explained[index] ?? []}
          />
        ))}
      </div>
      <div className="xj-owner-below">
        <DontBuy words={words} advice={advice} />
        <Unknowns words={words} advice={advice} pace={slowest} />
      </div>
      <footer className="xj-owner-end">
        <p>
          {say("owner.foot", {
            assumptions: scenario.meta.assumptions.length,
            engine: versions.engine,
            app: versions.app,
            seed: advice.run.seed,
            date: today,
          })}{" "}
          {first !== undefined &&
            say("owner.footBasis", {
              n: advice.run.replications,
              hours: whole(advice.run.hours),
              draws: whole(first.money.doubt.draws),
              rate: percent(language, scenario.economics.discountRate, { figures: 1 }),
            })}
        </p>
        <div className="xj-owner-foot xj-owner-noprint">
          <Back />
          <Button type="button" variant="default" onClick={recheck} leftSection={<Icon name="again" size={16} />}>
            {say("owner.recheck")}
          </Button>
          <Button type="button" size="md" onClick={() => window.print()} data-testid="owner-print">
            {say("owner.print")}
          </Button>
        </div>
      </footer>
    </>
  );
}

/** No line ends between a figure and what belongs to it. */
const unbroken = (text: string): string => text.replaceAll(" ± ", "\u00A0±\u00A0").replaceAll(" %", "\u00A0%");

/** Year, month and day of this computer, the same in both languages. */
function localDate(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Of each option the steps that no option before it has explained: nobody reads a thing twice. */
function explainedOnce(options: OwnerAdvice["options"]): string[][] {
  const known = new Set<string>();
  return options.map(({ ids }) => {
    const fresh = ids.filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    return fresh;
  });
}
