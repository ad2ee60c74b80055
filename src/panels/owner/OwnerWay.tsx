import { ActionIcon, Button, Progress } from "@mantine/core";
import { useEffect, useRef, type FormEvent } from "react";
import { questions, type QuestionId } from "../../interview";
import { ownerSteps, useOwner, useOwnerActions, type OwnerStep } from "../../store";
import { useWords } from "../context";
import { Icon } from "../Icon";
import { BottleneckStep } from "./BottleneckStep";
import { CheckStep } from "./CheckStep";
import { DecisionPage } from "./DecisionPage";
import { QuestionStep } from "./QuestionStep";
import { TradeStep } from "./TradeStep";

const stages = ["trade", "line", "month", "money", "check", "bottleneck", "decision"] as const;

const isQuestion = (step: OwnerStep): step is QuestionId => step in questions;
const stageOf = (step: OwnerStep): (typeof stages)[number] => (isQuestion(step) ? questions[step].topic : step);

/** One question a screen, from the trade to the decision. Enter goes on; everything said is kept. */
export function OwnerWay() {
  const { say } = useWords();
  const step = useOwner((state) => state.step);
  const { next } = useOwnerActions();
  const body = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const form = body.current;
    form?.scrollTo(0, 0);
    const first = form?.querySelector<HTMLElement>("[data-first]") ?? form?.querySelector<HTMLElement>("h2");
    first?.focus();
    if (first instanceof HTMLInputElement && first.type === "text") first.select();
  }, [step]);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    // a field that is left commits what was typed: before the step is left
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    if (body.current?.querySelector("[aria-invalid=true]") === null) next();
  };
  return (
    <div className="xj-owner" data-step={step} data-testid="owner">
      <Head step={step} />
      <form ref={body} className="xj-owner-form" onSubmit={onSubmit} noValidate>
        <div className="xj-owner-step">
          {step === "trade" ? (
            <TradeStep />
          ) : step === "check" ? (
            <CheckStep />
          ) : step === "bottleneck" ? (
            <BottleneckStep />
          ) : step === "decision" ? (
            <DecisionPage />
          ) : (
            <QuestionStep key={step} id={step} />
          )}
        </div>
        {step !== "trade" && step !== "decision" && (
          <footer className="xj-owner-foot">
            <Back />
            <Button type="submit" size="md" data-testid="owner-next">
              {say(step === "bottleneck" ? "owner.toDecision" : "owner.next")}
            </Button>
          </footer>
        )}
      </form>
    </div>
  );
}

function Head({ step }: { step: OwnerStep }) {
  const { say } = useWords();
  const { close, restart } = useOwnerActions();
  const at = ownerSteps.indexOf(step);
  const now = stageOf(step);
  return (
    <header className="xj-owner-head">
      <div className="xj-owner-bar">
        <h1>{say("owner.title")}</h1>
        <ol className="xj-owner-stages" aria-label={say("owner.progress", { n: at + 1, of: ownerSteps.length })}>
          {stages.map((stage) => (
            <li key={stage} aria-current={stage === now ? "step" : undefined}>
              {say(`owner.stage.${stage}`)}
            </li>
          ))}
        </ol>
        {step !== "trade" && (
          <Button variant="subtle" size="compact-md" onClick={restart}>
            {say("owner.restart")}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          size={36}
          aria-label={say("owner.close")}
          title={say("owner.close")}
          onClick={close}
        >
          <Icon name="close" />
        </ActionIcon>
      </div>
      <div className="xj-owner-progress">
        <Progress
          value={((at + 1) / ownerSteps.length) * 100}
          size="sm"
          aria-label={say("owner.progress", { n: at + 1, of: ownerSteps.length })}
        />
        <span className="xj-note xj-number" aria-hidden="true">
          {say("owner.progress", { n: at + 1, of: ownerSteps.length })}
        </span>
      </div>
    </header>
  );
}

export function Back() {
  const { say } = useWords();
  const { back } = useOwnerActions();
  return (
    <Button type="button" variant="default" size="md" onClick={back} leftSection={<Icon name="left" size={16} />}>
      {say("owner.back")}
    </Button>
  );
}
