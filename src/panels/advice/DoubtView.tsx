import { isStudyStale, planOf, useApp, type Studies } from "../../store";
import { money, number, percent } from "../../text";
import { planMarks } from "../planMark";
import { sentences } from "../sentences";
import { BreakEvenView } from "./BreakEvenView";
import { DoubtTable } from "./DoubtTable";
import { flipsInWords, neededInWords, useDoubtWords, type Chance, type DoubtWords } from "./doubtWords";
import { MeasureNext } from "./MeasureNext";
import { StudyBar } from "./StudyBar";
import { TornadoView } from "./TornadoView";

type Known = Studies["doubt"]["known"];
type Answer = NonNullable<Studies["doubt"]["answer"]>;

/** How sure the money of the plan in view is, what drives it, what to measure next, and where the answer flips. */
export function DoubtView() {
  const words = useDoubtWords();
  const { say, scenario } = words;
  const { answer, known, status } = useApp((state) => state.studies.doubt);
  const choice = useApp((state) => state.choice);
  const isReady = useApp(
    (state) => state.shown !== null && planOf(state.history.present.scenario, state.choice) !== null,
  );
  const stale = useApp((state) => isStudyStale(state, "doubt"));
  const chance = answer?.chance ?? known?.chance ?? null;
  const bars = answer?.bars ?? known?.bars ?? null;
  const information = answer?.information ?? known?.information ?? null;
  const flips = answer?.flips ?? null;
  return (
    <section className="xj-money xj-study" data-testid="doubt">
      <StudyBar
        kind="doubt"
        start={choice.length === 0 ? say("doubt.start") : say("doubt.startPlan", { ids: planMarks(scenario, choice) })}
        doing={doing(words, known)}
        next={say(isReady ? "doubt.next" : "doubt.choosePlan")}
        canStart={isReady}
      />
      {status === "done" && answer === null && <p className="xj-warning">{say("doubt.noPlan")}</p>}
      <div className={stale ? "xj-study-answer xj-stale" : "xj-study-answer"}>
        {chance === null && known?.draws?.npv != null && <SoFar known={known} words={words} />}
        {chance !== null && (
          <>
            <Sentence chance={chance} flips={flips} information={information} words={words} />
            <div className="xj-columns">
              <DoubtTable chance={chance} words={words} />
              {information !== null && <MeasureNext information={information} inputs={chance.inputs} words={words} />}
            </div>
            <div className="xj-columns">
              {bars !== null && <TornadoView bars={bars} words={words} />}
              {flips !== null && <BreakEvenView flips={flips} words={words} />}
            </div>
            <Inputs inputs={chance.inputs} words={words} />
          </>
        )}
      </div>
    </section>
  );
}

function doing({ say }: DoubtWords, known: Known | null): string {
  if (known === null) return say("study.preparing");
  if (known.part === "draws" && known.draws !== null)
    return say("doubt.doing.draws", { n: known.draws.draws, most: known.draws.most });
  return say(`doubt.doing.${known.part === "draws" ? "way" : known.part}`);
}

/** Between two steps of draws: the middle and its range so far. */
function SoFar({ known, words: { say, language } }: { known: Known; words: DoubtWords }) {
  const npv = known.draws?.npv;
  if (npv == null) return null;
  const yuan = (value: number): string => money(language, value, { headline: true });
  return <p>{say("doubt.soFar", { p10: yuan(npv.p10), p50: yuan(npv.p50), p90: yuan(npv.p90) })}</p>;
}

interface SentenceProps {
  chance: Chance;
  flips: Answer["flips"] | null;
  information: Answer["information"] | null;
  words: DoubtWords;
}

/** What an owner can repeat: the range, the chance of never, luck or not knowing, what to find out. */
function Sentence({ chance, flips, information, words }: SentenceProps) {
  const { say, language, scenario } = words;
  const yuan = (value: number): string => money(language, value, { headline: true });
  const share = (value: number): string => percent(language, value, { figures: 2 });
  const { npv, never, spread, draws } = chance;
  const next = information?.inputs.find((input) => input.id === (information.measureNext ?? information.secureNext));
  const first = [
    say("doubt.range", {
      years: scenario.economics.horizonYears,
      p10: yuan(npv.p10),
      p50: yuan(npv.p50),
      p90: yuan(npv.p90),
    }),
    say("doubt.never", { share: share(never.share), low: share(never.ci95[0]), high: share(never.ci95[1]) }),
  ];
  const second = [
    spread.npv === null
      ? ""
      : say("doubt.luck", {
          luck: share(spread.npv.luck.share),
          luckLow: share(spread.npv.luck.ci95[0]),
          luckHigh: share(spread.npv.luck.ci95[1]),
          notKnowing: share(spread.npv.notKnowing.share),
        }),
    next === undefined || information === null
      ? ""
      : say(information.measureNext === null ? "doubt.secureNext" : "doubt.measureNext", {
          input: words.inputName(chance.inputs, next.id),
          how: words.worded(next.measure),
        }),
    flips === null ? "" : neededInWords(words, flips),
    flips === null ? "" : flipsInWords(words, flips),
  ];
  return (
    <div className="xj-money-sentence" data-testid="doubt-answer">
      <p>{sentences(language, first)}</p>
      <ul className="xj-says" data-testid="doubt-more">
        {second.map((each) => each !== "" && <li key={each}>{each}</li>)}
      </ul>
      <p className="xj-note">{say("doubt.basis", { draws, hours: number(language, chance.hours, { decimals: 0 }) })}</p>
    </div>
  );
}

/** Everything that was drawn, and where its range is from. */
function Inputs({ inputs, words }: { inputs: Chance["inputs"]; words: DoubtWords }) {
  const { say } = words;
  return (
    <details className="xj-money-fold">
      <summary>{say("doubt.inputs", { n: inputs.length })}</summary>
      <table className="xj-table xj-narrow">
        <caption>{say("doubt.inputsCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("doubt.input")}</th>
            <th scope="col" className="xj-right">
              {say("doubt.spread")}
            </th>
            <th scope="col">{say("doubt.origin")}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={input.id}>
              <th scope="row">{words.worded(input.name)}</th>
              <td className="xj-right xj-number">{words.spreadOf(input)}</td>
              <td>{say(`uncertain.origin.${input.origin}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
