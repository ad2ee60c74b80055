import { NumberInput, Slider } from "@mantine/core";
import { memo, useState } from "react";
import { useActions, useApp } from "../../store";
import { sourceWords } from "../assumptions/inputRows";
import { useWords } from "../context";
import { shownScale, unitWords } from "../inputWords";
import { moverDoes, moverName, moverValue } from "./moverWords";
import { isBeyond, stepsTo, valueAt, type Travel } from "./travel";
import type { Mover } from "./useMovables";

/** One input: its slider with the stated range marked on it, its number, and where the stated value comes from. */
export const MoveLine = memo(function MoveLine({ mover }: { mover: Mover }) {
  const words = useWords();
  const { say } = words;
  const { row, travel } = mover;
  const tried = useApp((state) => state.whatIf.moves[row.path]);
  const scenario = useApp((state) => state.history.present.scenario);
  const { tryValue, tryStated } = useActions();
  const value = tried ?? travel.stated;
  const name = moverName(words, row, scenario, scenario.line);
  const inWords = (of: number): string => moverValue(words, row, scenario, of);
  const put = (to: number): void => {
    if (to !== value) tryValue(row.path, to);
  };
  return (
    <li className="xj-mover" data-path={row.path} data-moved={tried !== undefined}>
      <div className="xj-mover-head">
        <span className="xj-mover-name">{name}</span>
        <strong className="xj-number">{moverDoes(words, row, scenario, value)}</strong>
        <Field name={name} unit={row.unit} value={value} onTake={put} />
      </div>
      <div className="xj-mover-track">
        <Beyond travel={travel} />
        <Slider
          size="sm"
          thumbSize={22}
          min={travel.least}
          max={travel.most}
          step={1}
          value={Math.min(travel.most, Math.max(travel.least, stepsTo(travel, value)))}
          startPointValue={0}
          scale={(steps) => valueAt(travel, steps)}
          label={null}
          thumbLabel={name}
          thumbValueText={inWords}
          onChange={(steps) => put(valueAt(travel, steps))}
        />
      </div>
      <p className="xj-note xj-mover-foot">
        {tried === undefined ? (
          <span>{say("whatIf.stated")}</span>
        ) : (
          <button type="button" className="xj-link" onClick={() => tryStated(row.path)}>
            {say("whatIf.backTo", { value: inWords(travel.stated) })}
          </button>
        )}
        <span>
          {say(travel.isAssumed ? "whatIf.usualRange" : "whatIf.range", {
            low: inWords(valueAt(travel, travel.from)),
            high: inWords(valueAt(travel, travel.to)),
          })}
        </span>
        {isBeyond(travel, value) && <span className="xj-badge">{say("whatIf.beyond")}</span>}
        <span className="xj-mover-source" title={sourceWords(words, row)}>
          {row.source.grade !== null && (
            <span className="xj-grade" title={say(`grade.${row.source.grade}`)}>
              {say(`gradeShort.${row.source.grade}`)}
            </span>
          )}
          {sourceWords(words, row)}
        </span>
      </p>
    </li>
  );
});

/** What of the track lies outside of the range: to be reached, but not to be mistaken for stated. */
function Beyond({ travel: { least, most, from, to } }: { travel: Travel }) {
  const whole = most - least;
  const part = (steps: number): string => `${Math.max(0, Math.min(100, (100 * steps) / whole))}%`;
  return (
    <span className="xj-mover-beyond" aria-hidden="true">
      <i style={{ insetInlineStart: 0, width: part(from - least) }} />
      <i style={{ insetInlineEnd: 0, width: part(most - to) }} />
    </span>
  );
}

interface FieldProps {
  name: string;
  unit: Mover["row"]["unit"];
  value: number;
  onTake: (value: number) => void;
}

/** The same value as a number, for whoever knows it exactly. Taken over with Enter or on leaving. */
function Field(props: FieldProps) {
  return <Draft key={props.value} {...props} />;
}

function Draft({ name, unit, value, onTake }: FieldProps) {
  const words = useWords();
  const scale = shownScale(unit);
  const inView = Number((value * scale).toPrecision(12));
  const [typed, setTyped] = useState<number | string>(inView);
  const take = (): void => {
    if (typeof typed === "number" && typed !== inView) onTake(Number((typed / scale).toPrecision(12)));
  };
  return (
    <NumberInput
      aria-label={words.say("whatIf.exact", { name, unit: unitWords(words, unit) })}
      size="xs"
      hideControls
      {...(unit === "none" ? {} : { suffix: ` ${unitWords(words, unit)}` })}
      thousandSeparator=","
      value={typed}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) take();
      }}
    />
  );
}
