import { questions, type QuestionId } from "../../interview";
import { ChoiceAnswer } from "./ChoiceAnswer";
import { CorrectionSwitch } from "./CorrectionSwitch";
import { NumberAnswer } from "./NumberAnswer";
import { useOwner } from "../../store";
import { TradePicture } from "./TradePicture";
import { useOwnerWords, useTemplates } from "./useOwnerWords";

/** One question in plain words: what counts, the answer, how sure it is, why it is asked. */
export function QuestionStep({ id }: { id: QuestionId }) {
  const { say, pace } = useOwnerWords();
  const question = questions[id];
  const asked = id === "machines" || id === "changeover" ? say(`owner.ask.${id}`, { pace }) : say(`owner.ask.${id}`);
  return (
    <div className="xj-owner-question">
      <h2 id="xj-owner-asked" tabIndex={-1}>
        {asked}
      </h2>
      <p className="xj-owner-hint" id="xj-owner-hint">
        {say(`owner.hint.${id}`)}
      </p>
      {id === "machines" && <Picture />}
      {id === "shifts" || id === "hurts" || id === "sale" ? <ChoiceAnswer id={id} /> : <NumberAnswer id={id} />}
      {"isFlattered" in question && <CorrectionSwitch />}
      <p className="xj-note">{say(`owner.why.${id}`)}</p>
    </div>
  );
}

/** Where on the line the question is about. */
function Picture() {
  const { say, facts } = useOwnerWords();
  const template = useTemplates();
  const trade = useOwner((state) => state.trade);
  if (trade === null) return null;
  const { line } = template(trade);
  return <TradePicture line={line} pace={facts.pace.id} label={say("owner.picture", { n: line.stations.length })} />;
}
