import { NativeSelect } from "@mantine/core";
import { useApp } from "../../store";
import { useWords } from "../context";
import { NumberField } from "../NumberField";
import { PaymentTermsField } from "./PaymentTermsField";
import { useEconomicsEdit } from "./useEconomicsEdit";
import { premiseGroups, type ChoicePremise, type NumberPremise } from "./premises";

/** What the money is reckoned with, each to be set; the line is not simulated again for it. */
export function PremisesForm() {
  const { say } = useWords();
  return (
    <details className="xj-money-fold" data-testid="premises">
      <summary>{say("money.premises")}</summary>
      <p className="xj-note">{say("money.premisesNote")}</p>
      {premiseGroups.map(({ id, premises }) => (
        <fieldset key={id} className="xj-premises">
          <legend>{say(`money.premiseGroup.${id}`)}</legend>
          {premises.map((premise) =>
            premise.kind === "choice" ? (
              <ChoiceField key={premise.id} premise={premise} />
            ) : (
              <PremiseField key={premise.id} premise={premise} />
            ),
          )}
          {id === "time" && <PaymentTermsField />}
        </fieldset>
      ))}
    </details>
  );
}

function PremiseField({ premise }: { premise: NumberPremise }) {
  const { say } = useWords();
  const economics = useApp((state) => state.history.present.scenario.economics);
  const change = useEconomicsEdit();
  if (premise.isShown?.(economics) === false) return null;
  const value = premise.get(economics);
  const factor = premise.scale;
  return (
    <NumberField
      label={say(`money.premise.${premise.id}`)}
      unit={say(premise.unit)}
      value={value === null ? null : clean(value * factor)}
      step={premise.step}
      mayBeEmpty={premise.mayBeEmpty === true}
      onCommit={(next) => change((e) => premise.set(e, next === null ? null : clean(next / factor)), factor)}
    />
  );
}

/** 0.07 · 100 is 7, not 7.000000000000001. */
const clean = (value: number): number => Number(value.toPrecision(12));

function ChoiceField({ premise }: { premise: ChoicePremise }) {
  const { say } = useWords();
  const economics = useApp((state) => state.history.present.scenario.economics);
  const change = useEconomicsEdit();
  const options = premise.options.map((value) => ({
    value,
    label: say(`money.choice.${value}` as "money.choice.attrition"),
  }));
  return (
    <NativeSelect
      label={say(`money.premise.${premise.id}`)}
      data={options}
      value={premise.get(economics)}
      onChange={(event) => change((e) => premise.set(e, event.currentTarget.value))}
    />
  );
}
