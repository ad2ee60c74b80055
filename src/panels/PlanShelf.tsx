import { useMemo } from "react";
import type { Plan, Retrofit, Scenario } from "../model";
import { listedPlan, objections, retrofitsOf, toggled, useActions, useApp, type Choice } from "../store";
import { money, nameOf, problemSentence } from "../text";
import { purchaseOf, runningOf } from "./cost";
import { useWords } from "./context";
import { Icon } from "./Icon";
import { planMark, planMarks } from "./planMark";

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
        aria-pressed={choice.length === 0}
        onClick={() => choose([])}
      >
        <span className="xj-letter" data-scenario="a" aria-hidden="true" />
        <span className="xj-plan-name">{say("plans.baseline")}</span>
      </button>
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

interface PlanCardProps {
  plan: Plan;
  scenario: Scenario;
  choice: Choice;
  isChosen: boolean;
}

function PlanCard({ plan, scenario, choice, isChosen }: PlanCardProps) {
  const { say, language } = useWords();
  const { choose } = useActions();
  const ids = useMemo(() => retrofitsOf(plan), [plan]);
  const retrofits = scenario.retrofits.filter((retrofit) => ids.includes(retrofit.id));
  const name = nameOf(language, plan.name ?? retrofits[0]?.name, plan.id);
  const purchase = retrofits.map(purchaseOf).reduce((sum, each) => sum + each.likely, 0);
  // all zeros to the upper end is a price nobody has filled in, not one of nothing
  const isPriced = retrofits.some((retrofit) => purchaseOf(retrofit).high > 0);
  const reasons = useMemo(
    () =>
      choice.length === 0
        ? []
        : objections(scenario, choice, ids).map((p) => problemSentence(language, withNames(language, scenario, p))),
    [scenario, choice, ids, language],
  );
  const isIn = choice.length > 0 && ids.every((id) => choice.includes(id));
  const isBundle = retrofits.some((retrofit) => retrofit.bundleOf.length > 0);
  const contained = retrofits.flatMap((retrofit) => retrofit.bundleOf).filter((id) => choice.includes(id));
  const holder = scenario.retrofits.find(
    (each) => choice.includes(each.id) && each.bundleOf.some((id) => ids.includes(id)),
  );
  // one plan and one rival of it: the letter says it shorter than two long names
  const rival =
    choice.length > 0 && ids.length === 1
      ? (scenario.retrofits.find((each) => choice.includes(each.id) && each.excludes.includes(ids[0] ?? ""))?.id ??
        retrofits[0]?.excludes.find((id) => choice.includes(id)))
      : undefined;
  const why = whyNot();
  const reasonId = `xj-why-not-${plan.id}`;
  const canCombine = choice.length > 0 && !isChosen;
  return (
    <li className="xj-plan-item" data-chosen={isChosen}>
      <div className="xj-plan-row">
        <button
          type="button"
          className="xj-plan"
          aria-pressed={isChosen}
          onClick={() => choose(ids)}
          data-plan={plan.id}
        >
          <span className="xj-letter" data-scenario={isChosen ? "b" : undefined} aria-hidden="true">
            {planMark(scenario, plan.id)}
          </span>
          <span className="xj-plan-name">
            {name}
            <span className="xj-plan-cost">
              {purchase > 0
                ? say("plans.purchase", { amount: money(language, purchase, { headline: true }) })
                : say(isPriced ? "plans.noPurchase" : "plans.noPrice")}
              {isBundle && <span className="xj-badge">{say("plans.bundle")}</span>}
            </span>
          </span>
        </button>
        {canCombine && (
          <button
            type="button"
            className="xj-round"
            aria-label={say(isIn ? "plans.takeOut" : "plans.addTo", { name })}
            aria-pressed={isIn}
            disabled={reasons.length > 0}
            aria-describedby={why === null ? undefined : reasonId}
            title={why ?? undefined}
            onClick={() => choose(toggled(choice, ids))}
          >
            <Icon name={isIn ? "close" : "add"} size={14} />
          </button>
        )}
      </div>
      {canCombine && why !== null && (
        <p id={reasonId} className="xj-why-not">
          {say("plans.notTogether", { why })}
        </p>
      )}
      <details className="xj-fold">
        <summary>
          {say("plans.evidence", { n: retrofits.reduce((sum, retrofit) => sum + retrofit.evidence.length, 0) })}
        </summary>
        {retrofits.map((retrofit) => (
          <RetrofitNote key={retrofit.id} retrofit={retrofit} />
        ))}
      </details>
    </li>
  );

  /** In few words where a bundle and its parts meet, else as the conflict says it. */
  function whyNot(): string | null {
    if (reasons.length === 0) return null;
    if (contained.length > 0) return say("plans.contains", { ids: planMarks(scenario, contained, say("plans.and")) });
    if (holder !== undefined) return say("plans.isContained", { id: planMark(scenario, holder.id) });
    if (rival !== undefined) return say("plans.rival", { id: planMark(scenario, rival) });
    return reasons[0] ?? null;
  }
}

function RetrofitNote({ retrofit }: { retrofit: Retrofit }) {
  const { say, language } = useWords();
  const purchase = purchaseOf(retrofit);
  const running = runningOf(retrofit);
  return (
    <div className="xj-retrofit">
      {retrofit.description !== undefined && <p>{nameOf(language, retrofit.description)}</p>}
      {retrofit.bundleOf.length > 0 && (
        <p>{say("plans.bundleNote", { id: retrofit.id, parts: retrofit.bundleOf.join(" + ") })}</p>
      )}
      {purchase.likely > 0 && (
        <p>
          {say("plans.range", {
            likely: money(language, purchase.likely),
            low: money(language, purchase.low),
            high: money(language, purchase.high),
          })}
        </p>
      )}
      {running > 0 && <p>{say("plans.running", { amount: money(language, running) })}</p>}
      <ul className="xj-sources">
        {retrofit.evidence.map((evidence, index) => (
          <li key={index}>
            <span className="xj-grade" title={say(`grade.${evidence.grade}`)}>
              {say(`gradeShort.${evidence.grade}`)}
            </span>
            {nameOf(language, evidence.claim)}
            {evidence.source !== "assumption" && <span className="xj-source">{evidence.source}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Problems speak of ids; people know names. */
function withNames<P extends { params: Record<string, string | number> }>(
  language: "zh" | "en",
  scenario: Scenario,
  problem: P,
): P {
  const params = { ...problem.params };
  for (const key of ["a", "b"]) {
    const retrofit = scenario.retrofits.find((each) => each.id === params[key]);
    if (retrofit !== undefined) params[key] = `${retrofit.id} ${nameOf(language, retrofit.name, retrofit.id)}`;
  }
  return { ...problem, params };
}
