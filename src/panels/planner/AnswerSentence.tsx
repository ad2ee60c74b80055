import type { Advice } from "../../store";
import { money, payback, percent } from "../../text";
import { chanceInWords, isAtOnce, npvInWords, stepName, type PlanWords } from "./planWords";
import { usePlanWords } from "./usePlanWords";

/** What to do, in one breath: the steps in their order, the money, and how sure it is. */
export function AnswerSentence({ advice }: { advice: Advice }) {
  const words = usePlanWords();
  const { say, language, scenario } = words;
  const { best, selection } = advice;
  const years = scenario.economics.horizonYears;
  if (best === null)
    return (
      <div className="xj-money-sentence" data-testid="planner-answer">
        <p>{say("planner.nothing")}</p>
        <p className="xj-note">{say("planner.nothingNext")}</p>
      </div>
    );
  const sentences = [
    say("planner.best", {
      steps: stepsInWords(words, advice),
      investment: money(language, best.investment, { headline: true }),
    }),
    say("planner.bestMoney", {
      years,
      npv: npvInWords(words, best),
      payback: payback(language, best.paybackYears, years, best.investment),
    }),
    ...(selection === null
      ? []
      : [
          say(selection.state === "proven" ? "planner.proven" : "planner.capReached", {
            pcs: percent(language, selection.pcs, { figures: 2 }),
            delta: money(language, selection.delta, { headline: true }),
            chance: chanceInWords(words, selection.chanceWithinDelta),
          }),
        ]),
  ];
  return (
    <div className="xj-money-sentence" data-testid="planner-answer">
      <p>{unbroken(sentences.join(language === "zh" ? "" : " "))}</p>
      <p className="xj-note">{say("planner.basis")}</p>
    </div>
  );
}

/** No line ends between a figure and what belongs to it. */
const unbroken = (text: string): string => text.replaceAll(" ± ", "\u00A0±\u00A0").replaceAll(" %", "\u00A0%");

/** "先加一名调机工，再……，最后……", in the order of the road map; without one in the order of the list. */
function stepsInWords(words: PlanWords, { best, order }: Advice): string {
  const { say } = words;
  const map = order?.best ?? null;
  const ids = map?.steps.map((step) => step.id) ?? best?.ids ?? [];
  const names = ids.map((id) => stepName(words, id));
  const [only, ...more] = names;
  if (only === undefined) return "";
  if (more.length === 0) return say("planner.stepsOne", { name: only });
  if (map === null) return say("planner.stepsAll", { names: names.join(say("planner.join")) });
  if (isAtOnce(map)) return say("planner.stepsAtOnce", { names: names.join(say("planner.join")) });
  const then = more.map((name) => say("planner.stepThen", { name })).join("");
  return say("planner.stepFirst", { name: only }) + then;
}
