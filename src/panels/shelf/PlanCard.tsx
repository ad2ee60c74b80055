import { useEffect, useMemo, useRef, useState } from "react";
import type { Plan, Retrofit, Scenario } from "../../model";
import { objections, retrofitsOf, toggled, useActions, type Choice } from "../../store";
import { money, nameOf, problemSentence } from "../../text";
import { useWords } from "../context";
import { purchaseOf, runningOf } from "../cost";
import { Icon } from "../Icon";
import { planMark, planMarks } from "../planMark";
import { ChangesLine, SeenLine } from "./PlanLines";
import { PlanMenu } from "./PlanMenu";
import { withNames } from "./withNames";
import { later } from "../later";

const RenameField = later(() => import("./RenameField").then((all) => all.RenameField));

interface PlanCardProps {
  plan: Plan;
  scenario: Scenario;
  choice: Choice;
  isChosen: boolean;
}

/** One plan of the shelf: pressed, it is compared with today; the plus adds it to what is chosen; the dots do the rest. */
export function PlanCard({ plan, scenario, choice, isChosen }: PlanCardProps) {
  const { say, language } = useWords();
  const { choose } = useActions();
  const [isRenaming, setRenaming] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  // one chosen elsewhere (the catalogue puts its plans at the end) should not be out of sight
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
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
    <li ref={card} className="xj-plan-item" data-chosen={isChosen}>
      {isRenaming && (
        <RenameField planId={plan.id} name={plan.name ?? retrofits[0]?.name} onDone={() => setRenaming(false)} />
      )}
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
            <ChangesLine retrofits={retrofits} line={scenario.line} />
            <SeenLine plan={plan} />
          </span>
        </button>
        <span className="xj-plan-tools">
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
          <PlanMenu plan={plan} name={name} isChosen={isChosen} onRename={() => setRenaming(true)} />
        </span>
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
