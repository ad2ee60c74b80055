import type { PlannerAnswer } from "../../store";
import { money, quantity } from "../../text";
import { useLineNames } from "../advice/useLineNames";
import { npvInWords, stepName } from "./planWords";
import { usePlanWords } from "./usePlanWords";

/** Where to begin: the place whose relief brings most, the step that does just that, and whether the best set has it. */
export function BeginSentence({ found }: { found: PlannerAnswer }) {
  const words = usePlanWords();
  const nameOf = useLineNames();
  const { say, language, scenario } = words;
  const { beginning, advice, steps } = found;
  if (beginning === null || beginning.relief.output.percent === null) return null;
  const { relief, step } = beginning;
  const alone = steps?.find(({ id }) => id === step)?.alone;
  const sentences = [
    say("planner.begin", {
      place: nameOf(relief.id, relief.of),
      relief: say(`relief.kind.${relief.kind}`),
      gain: quantity(language, beginning.relief.output.percent, { unit: "unit.percent", signed: true }),
    }),
    ...(step === null || alone === undefined
      ? []
      : [
          say("planner.beginStep", {
            step: stepName(words, step),
            investment: money(language, alone.investment, { headline: true }),
            years: scenario.economics.horizonYears,
            npv: npvInWords(words, alone),
          }),
          ...(advice.best === null || advice.best.ids.includes(step) ? [] : [say("planner.beginOther")]),
        ]),
  ];
  return (
    <p className="xj-money-sentence" data-testid="planner-begin" data-step={step ?? ""}>
      {sentences.join(language === "zh" ? "" : " ")}
    </p>
  );
}
