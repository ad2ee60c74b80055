import type { Scenario } from "../model";
import { listedPlan, useActions, useApp, type Choice } from "../store";
import { nameOf, problemSentence } from "../text";
import { CatalogueButton } from "./catalogue/CatalogueButton";
import { useWords } from "./context";
import { Icon } from "./Icon";
import { planMarks } from "./planMark";
import { PlanCard } from "./shelf/PlanCard";
import { PickedBar } from "./shelf/PickedBar";
import { withNames } from "./shelf/withNames";
import "./shelf/shelf.css";

/** Today's line, pinned, and the plans beside it: one click compares, the plus adds to what is chosen. */
export function PlanShelf() {
  const { say } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  const choice = useApp((state) => state.choice);
  const problems = useApp((state) => state.planProblems);
  const { language } = useWords();
  const { choose } = useActions();
  const plans = scenario.plans.filter((plan) => plan.retrofits.length > 0);
  const listed = listedPlan(scenario, choice);
  return (
    <section className="xj-shelf" aria-labelledby="xj-shelf-title">
      <h2 id="xj-shelf-title">{say("plans.title")}</h2>
      <p className="xj-note">{say("plans.hint")}</p>
      <button
        type="button"
        className="xj-plan xj-plan-base"
        id="xj-baseline"
        aria-pressed={choice.length === 0}
        onClick={() => choose([])}
      >
        <span className="xj-letter" data-scenario="a" aria-hidden="true" />
        <span className="xj-plan-name">{say("plans.baseline")}</span>
        <span className="xj-badge xj-pinned">{say("shelf.pinned")}</span>
      </button>
      <CatalogueButton />
      <PickedBar />
      {choice.length > 0 && listed === null && <OwnPlan scenario={scenario} choice={choice} />}
      {problems.length > 0 && (
        <p className="xj-warning" role="alert">
          {problems.map((problem) => problemSentence(language, withNames(language, scenario, problem))).join(" ")}
        </p>
      )}
      {plans.length === 0 && <p className="xj-note">{say("plans.none")}</p>}
      <ul className="xj-plans">
        {plans.map((plan) => (
          <PlanCard key={plan.id} plan={plan} scenario={scenario} choice={choice} isChosen={plan.id === listed?.id} />
        ))}
      </ul>
    </section>
  );
}

function OwnPlan({ scenario, choice }: { scenario: Scenario; choice: Choice }) {
  const { say, language } = useWords();
  const { choose } = useActions();
  return (
    <div className="xj-own" data-chosen="true">
      <h3>{say("plans.own", { ids: planMarks(scenario, choice) })}</h3>
      <ul>
        {choice.map((id) => {
          const name = nameOf(language, scenario.retrofits.find((retrofit) => retrofit.id === id)?.name, id);
          return (
            <li key={id}>
              <span>{name}</span>
              <button
                type="button"
                className="xj-round"
                aria-label={say("plans.takeOut", { name })}
                onClick={() => choose(choice.filter((other) => other !== id))}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
