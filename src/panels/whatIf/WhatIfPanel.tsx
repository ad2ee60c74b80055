import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { MovableKind } from "../../model";
import { planOf, useApp, useAppStore } from "../../store";
import { nameOf } from "../../text";
import { useWords } from "../context";
import { MoveLine } from "./MoveLine";
import { TriedView } from "./TriedView";
import { useMovables, type Mover } from "./useMovables";
import "./whatIf.css";

const kinds: readonly MovableKind[] = ["effect", "line", "cost", "market"];
/** Sliders of a kind before the rest is asked for: those one looks at first. */
const first = 6;

/** What if a figure comes out otherwise: sliders on the left, what that changes on the right, at once. */
export function WhatIfPanel() {
  const { say, language } = useWords();
  const movables = useMovables();
  const scenario = useApp((state) => state.history.present.scenario);
  const choice = useApp((state) => state.choice);
  const store = useAppStore();
  // what is tried belongs to this view: closed, nothing may go on that nobody sees
  useEffect(
    () => () => {
      const { whatIf, actions } = store.getState();
      if (whatIf.status === "running") actions.stopTrying();
    },
    [store],
  );
  const plan = planOf(scenario, choice);
  const name = plan === null ? "" : nameOf(language, plan.name, choice.join(" + "));
  return (
    <div className="xj-panel-body xj-what-if" data-testid="what-if">
      <div className="xj-what-if-intro">
        <h3>{plan === null ? say("whatIf.ofLine") : say("whatIf.ofPlan", { name })}</h3>
        <p className="xj-note">{say(plan === null ? "whatIf.introLine" : "whatIf.introPlan")}</p>
      </div>
      <TriedView />
      <div className="xj-movers">
        {kinds.map((kind) => (
          <Group key={kind} kind={kind} movers={movables.get(kind) ?? []} />
        ))}
      </div>
    </div>
  );
}

function Group({ kind, movers }: { kind: MovableKind; movers: readonly Mover[] }) {
  const { say } = useWords();
  const [isWhole, setWhole] = useState(false);
  const moves = useApp((state) => state.whatIf.moves);
  if (movers.length === 0) return null;
  // what has been moved stays in sight
  const shown = isWhole ? movers : movers.filter(({ row }, index) => index < first || row.path in moves);
  return (
    <section>
      <h4>{say(`whatIfGroup.${kind}`)}</h4>
      <ul className="xj-mover-list">
        {shown.map((mover) => (
          <MoveLine key={mover.row.path} mover={mover} />
        ))}
      </ul>
      {movers.length > shown.length && (
        <Button variant="default" size="compact-sm" onClick={() => setWhole(true)}>
          {say("whatIf.more", { n: movers.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
