import { NumberInput, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import {
  answerOf,
  isValidValue,
  limitsOf,
  questions,
  type Question,
  spreadOf,
  surenesses,
  type NumberQuestionId,
  type Sureness,
} from "../../interview";
import { useOwner, useOwnerActions } from "../../store";
import { number, percent, type Language } from "../../text";
import { useOwnerWords } from "./useOwnerWords";

/** As many decimals as the figure deserves. */
export function figure(language: Language, id: NumberQuestionId, value: number): string {
  const { decimals } = questions[id];
  return number(language, value, { decimals: value >= 100 || Number.isInteger(value) ? 0 : decimals });
}

/** A figure, how sure it is, and the range it is taken for. Typing a figure makes it the owner's: "about" until said otherwise. */
export function NumberAnswer({ id }: { id: NumberQuestionId }) {
  const { say, language, facts } = useOwnerWords();
  const answers = useOwner((state) => state.answers);
  const { answer } = useOwnerActions();
  const current = answerOf(facts, answers, id);
  const [draft, setDraft] = useState<number | string>(current.value);
  const question: Question & { kind: "number" } = questions[id];
  const { least, most, decimals, isPlain = false } = question;
  const own = isPlain ? "counted" : "about";
  const typed = typeof draft === "number" ? draft : draft.trim() === "" ? Number.NaN : Number(draft);
  const isValid = isValidValue(id, typed);
  const unit = say(`owner.unit.${id}`);
  const commit = (): void => {
    if (!isValid || typed === current.value) return;
    answer(id, { value: typed, sureness: current.sureness === "usual" ? own : current.sureness });
  };
  const setSure = (sureness: Sureness): void => {
    answer(id, { value: isValid ? typed : current.value, sureness });
    if (sureness === "usual") setDraft(answerOf(facts, { ...answers, [id]: undefined } as typeof answers, id).value);
  };
  const shown = { value: isValid ? typed : current.value, sureness: current.sureness };
  const isOwn = isValid && typed !== current.value && current.sureness === "usual";
  const sureness = isOwn ? own : current.sureness;
  const [low, high] = limitsOf(id, { ...shown, sureness });
  const words = { low: figure(language, id, low), high: figure(language, id, high), unit };
  return (
    <>
      <NumberInput
        className="xj-owner-number"
        size="lg"
        aria-labelledby="xj-owner-asked"
        aria-describedby="xj-owner-hint"
        suffix={` ${unit}`}
        value={draft}
        min={least}
        max={most}
        step={stepOf(current.value, decimals)}
        decimalScale={decimals}
        thousandSeparator=","
        clampBehavior="none"
        error={
          isValid
            ? null
            : say("owner.invalid", { least: figure(language, id, least), most: figure(language, id, most) })
        }
        onChange={setDraft}
        onBlur={commit}
        data-first
        data-testid="owner-number"
      />
      {isPlain ? (
        <p className="xj-note">{sureness === "usual" && say("owner.usualPlain")}</p>
      ) : (
        <div className="xj-owner-sure">
          <span className="xj-owner-label" id="xj-owner-sure">
            {say("owner.sure")}
          </span>
          <SegmentedControl
            aria-labelledby="xj-owner-sure"
            value={sureness}
            onChange={(value) => setSure(surenesses.find((each) => each === value) ?? "about")}
            data={surenesses.map((value) => ({ value, label: say(`owner.sure.${value}`) }))}
          />
          <p className="xj-note xj-number" data-testid="owner-range">
            {sureness === "usual"
              ? say("owner.rangeUsual", words)
              : say("owner.range", { ...words, half: percent(language, spreadOf(id, sureness), { figures: 2 }) })}
          </p>
        </div>
      )}
    </>
  );
}

/** A press of the arrow moves a figure by something one would notice: about a twentieth, in round steps. */
function stepOf(value: number, decimals: number): number {
  const twentieth = Math.max(value / 20, 10 ** -decimals);
  const place = 10 ** Math.floor(Math.log10(twentieth));
  return Math.max(10 ** -decimals, place * (twentieth / place >= 5 ? 5 : twentieth / place >= 2 ? 2 : 1));
}
