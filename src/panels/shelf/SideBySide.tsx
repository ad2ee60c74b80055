import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { isColumnStale, mostSideBySide, useActions, useApp } from "../../store";
import { nameOf } from "../../text";
import { useWords } from "../context";
import { planMark } from "../planMark";
import { SideTable } from "./SideTable";

/** Two to four plans beside today's line: which, and what each comes to. */
export function SideBySide() {
  const { say, language } = useWords();
  const project = useApp((state) => state.history.present);
  const { picked, columns, status, now } = useApp((state) => state.sideBySide);
  const { pickPlan, compareSideBySide, stopSideBySide } = useActions();
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const { scenario } = project;
  const plans = scenario.plans.filter((plan) => plan.retrofits.length > 0);
  const nameOfPlan = (id: string): string => {
    const plan = plans.find((each) => each.id === id);
    const first = scenario.retrofits.find((retrofit) => retrofit.id === planRetrofit(plan?.retrofits[0]));
    return nameOf(language, plan?.name ?? first?.name, id);
  };
  const there = picked.filter((id) => plans.some((plan) => plan.id === id));
  // once there is something to read, it has the room
  const isPicking = isOpen ?? there.length < 2;
  const isRunning = status === "running";
  const isKnown = there.every((id) => {
    const column = columns[id];
    return column?.shown.baseline.complete === true && !isColumnStale(project, id, column);
  });
  return (
    <>
      <details className="xj-side-fold" open={isPicking}>
        <summary
          onClick={(event) => {
            event.preventDefault();
            setOpen(!isPicking);
          }}
        >
          {say("side.choose")} · {there.map((id) => planMark(scenario, id)).join(say("shelf.join"))}
        </summary>
        <p className="xj-note">{say("side.intro", { most: mostSideBySide })}</p>
        <fieldset className="xj-side-pick">
          <legend className="xj-hidden">{say("side.choose")}</legend>
          {plans.map(({ id }) => (
            <Checkbox
              key={id}
              label={`${planMark(scenario, id)} ${nameOfPlan(id)}`}
              checked={there.includes(id)}
              disabled={!there.includes(id) && there.length >= mostSideBySide}
              onChange={() => pickPlan(id)}
            />
          ))}
        </fieldset>
      </details>
      <div className="xj-buttons xj-side-act">
        {!(isKnown && there.length >= 2) && (
          <Button
            size="compact-md"
            disabled={there.length < 2 || isRunning}
            onClick={compareSideBySide}
            data-testid="side-start"
          >
            {say(Object.keys(columns).length === 0 ? "side.start" : "side.again")}
          </Button>
        )}
        {isRunning && (
          <>
            <Button size="compact-md" variant="default" onClick={stopSideBySide}>
              {say("side.stop")}
            </Button>
            <span role="status">{now === null ? "" : say("side.running", { name: nameOfPlan(now) })}</span>
          </>
        )}
        {status === "failed" && <span className="xj-warning">{say("side.failed")}</span>}
      </div>
      {there.some((id) => columns[id] !== undefined) && (
        <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("side.many")}>
          <SideTable
            years={scenario.economics.horizonYears}
            columns={there.map((id) => ({
              id,
              mark: planMark(scenario, id),
              name: nameOfPlan(id),
              column: columns[id] ?? null,
              isStale: columns[id] !== undefined && isColumnStale(project, id, columns[id]),
            }))}
          />
        </div>
      )}
    </>
  );
}

const planRetrofit = (entry: string | { id: string } | undefined): string | undefined =>
  typeof entry === "string" ? entry : entry?.id;
