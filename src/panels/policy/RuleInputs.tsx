import { Checkbox } from "@mantine/core";
import { useApp, planOf } from "../../store";
import { percent } from "../../text";
import { useWords } from "../context";
import { NumberField } from "../NumberField";
import { usePlanEdit } from "../money/usePlanEdit";
import type { RuleVerdict } from "./RuleRow";
import { useSupportEdit, type Support } from "./useSupportEdit";

/** What only the firm can say of a rule: claim it or not, the rate it expects, the chance of a title, that it was checked. */
export function RuleInputs({ rule }: { rule: RuleVerdict }) {
  const { say, language } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  const choice = useApp((state) => state.choice);
  const editPlan = usePlanEdit();
  const change = useSupportEdit();
  const written = scenario.policies.find((each) => each.id === rule.ruleId);
  const all = scenario.policies.map((each) => each.id);
  const claimed = planOf(scenario, choice)?.policies ?? all;
  const isClaimed = claimed.includes(rule.ruleId);
  const { support } = scenario.economics;
  if (written === undefined) return null;
  const bound = written.rate?.value;
  const isRateOpen = written.kind === "capexShare" && (written.rate === null || written.rate.op === "<=");
  const isAmountOpen = written.kind === "fixedAmount" && written.amount === null;
  const by = (field: "rates" | "amounts" | "probabilities", scale: number) => ({
    value: shown(support[field][rule.ruleId], scale),
    onCommit: (value: number | null) =>
      change(
        (old) => ({ ...old, [field]: without(old[field], rule.ruleId, value === null ? null : value / scale) }),
        scale,
      ),
  });
  return (
    <div className="xj-rule-inputs">
      <Checkbox
        size="md"
        label={say("policyView.claim")}
        checked={isClaimed}
        onChange={() =>
          editPlan((plan) => ({
            ...plan,
            policies: isClaimed
              ? claimed.filter((id) => id !== rule.ruleId)
              : all.filter((id) => claimed.includes(id) || id === rule.ruleId),
          }))
        }
      />
      {isRateOpen && (
        <NumberField
          label={say("policyView.yourRate")}
          hint={
            bound === undefined
              ? say("policyView.rateOpen")
              : say("policyView.rateAtMost", { bound: percent(language, bound, { figures: 2 }) })
          }
          unit={say("unit.percent")}
          step={0.5}
          mayBeEmpty
          {...by("rates", 100)}
        />
      )}
      {isAmountOpen && (
        <NumberField
          label={say("policyView.yourAmount")}
          unit={say("unit.yuan")}
          step={10_000}
          mayBeEmpty
          {...by("amounts", 1)}
        />
      )}
      {rule.kind === "award" && (
        <NumberField
          label={say("policyView.yourChance")}
          unit={say("unit.percent")}
          step={5}
          mayBeEmpty
          {...by("probabilities", 100)}
        />
      )}
      {rule.isSecondHand && (
        <Checkbox
          size="md"
          label={say("policyView.confirm")}
          checked={support.confirmed.includes(rule.ruleId)}
          onChange={(event) => {
            const isConfirmed = event.currentTarget.checked;
            change((old) => ({
              ...old,
              confirmed: isConfirmed
                ? [...old.confirmed, rule.ruleId]
                : old.confirmed.filter((id) => id !== rule.ruleId),
            }));
          }}
        />
      )}
    </div>
  );
}

const shown = (value: number | undefined, scale: number): number | null =>
  value === undefined ? null : Number((value * scale).toPrecision(12));

/** The record with a value set, or taken out again. */
function without(record: Support["rates"], id: string, value: number | null): Support["rates"] {
  const { [id]: _old, ...rest } = record;
  return value === null ? rest : { ...rest, [id]: value };
}
