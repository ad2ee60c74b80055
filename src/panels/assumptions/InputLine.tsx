import { Button, Checkbox, NumberInput } from "@mantine/core";
import { memo, useState } from "react";
import { withInput, type NewValue } from "../../model";
import { useActions } from "../../store";
import { problemSentence } from "../../text";
import { useServices, useWords } from "../context";
import { shownScale, unitWords } from "../inputWords";
import { sourceWords, spreadKind, valueWords, type InputRow } from "./inputRows";

/** One input: its value is a button that becomes a field, so that a long table is not a long form. */
export const InputLine = memo(function InputLine({ row }: { row: InputRow }) {
  const words = useWords();
  const { say, language } = words;
  const { attempt } = useActions();
  const [isEditing, setEditing] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { path, label, value, range, unit, source, by, original, isChanged } = row;
  const full = `${row.groupName} · ${label}`;
  const put = (to: NewValue): void => {
    const problems = attempt((project) => ({ ...project, scenario: withInput(project.scenario, path, to) }));
    setFault(problems.length === 0 ? null : problems.map((each) => problemSentence(language, each)).join(" "));
    if (problems.length === 0) setEditing(false);
  };
  const shown = valueWords(words, value, unit);
  const was = original === null ? "" : valueWords(words, original.value, unit);
  return (
    <tr data-path={path} data-changed={isChanged}>
      <th scope="row">
        {label}
        {fault !== null && (
          <span className="xj-warning" role="alert">
            {fault}
          </span>
        )}
      </th>
      <td className="xj-right xj-number">
        {isEditing ? (
          <Editor row={row} onTake={put} onLeave={() => setEditing(false)} onFault={setFault} />
        ) : (
          <button
            type="button"
            className="xj-value"
            aria-label={say("inputs.edit", { name: full })}
            onClick={() => setEditing(true)}
          >
            {shown}
          </button>
        )}
        {original !== null && (
          <>
            <span className="xj-sub">{say("inputs.was", { value: was })}</span>
            <button
              type="button"
              className="xj-link"
              aria-label={say("inputs.resetTo", { value: was, name: full })}
              onClick={() => put(original)}
            >
              {say("inputs.reset")}
            </button>
          </>
        )}
      </td>
      <td>{unit === "none" ? "" : unitWords(words, unit)}</td>
      <td className="xj-number">
        {range === null ? (
          <UsualRange row={row} />
        ) : (
          say("inputs.between", { low: valueWords(words, range.low, unit), high: valueWords(words, range.high, unit) })
        )}
      </td>
      <td className="xj-input-source">
        {source.grade !== null && (
          <span className="xj-grade" title={say(`grade.${source.grade}`)}>
            {say(`gradeShort.${source.grade}`)}
          </span>
        )}
        {sourceWords(words, row)}
      </td>
      <td>
        <span className={isChanged ? "xj-badge" : undefined}>{say(`changedBy.${by}`)}</span>
      </td>
    </tr>
  );
});

/** Where the file gives no range, the one that uncertainty is reckoned with; marked as an estimate. */
function UsualRange({ row }: { row: InputRow }) {
  const words = useWords();
  const { say } = words;
  const { assumedSpread } = useServices();
  const kind = spreadKind(row);
  if (kind === null || typeof row.value !== "number") return <span className="xj-note">{say("inputs.noRange")}</span>;
  const [low, high] = assumedSpread[kind];
  return (
    <>
      {say("inputs.between", {
        low: valueWords(words, row.value * low, row.unit),
        high: valueWords(words, row.value * high, row.unit),
      })}{" "}
      <span className="xj-grade" title={say("grade.A")}>
        {say("gradeShort.A")}
      </span>
    </>
  );
}

interface EditorProps {
  row: InputRow;
  onTake: (to: NewValue) => void;
  onLeave: () => void;
  onFault: (fault: string | null) => void;
}

/** The field of a value, with the ends of its range where it has one. Enter takes it over, Escape leaves it. */
function Editor({ row, onTake, onLeave, onFault }: EditorProps) {
  const { say } = useWords();
  const scale = shownScale(row.unit);
  const inView = (value: number | null): number | "" => (value === null ? "" : Number((value * scale).toPrecision(12)));
  const [value, setValue] = useState<number | string>(inView(typeof row.value === "number" ? row.value : null));
  const [low, setLow] = useState<number | string>(inView(row.range?.low ?? null));
  const [high, setHigh] = useState<number | string>(inView(row.range?.high ?? null));
  if (typeof row.value === "boolean")
    return (
      <Checkbox
        aria-label={row.label}
        checked={row.value}
        onChange={(event) => onTake({ value: event.currentTarget.checked })}
      />
    );
  const stored = (typed: number | string): number | null =>
    typeof typed === "number" ? Number((typed / scale).toPrecision(12)) : null;
  const take = (): void => {
    const next = stored(value);
    if (next === null && row.value !== null) return onFault(say("inputs.needsNumber"));
    if (row.range === null) return onTake({ value: next });
    const [from, to] = [stored(low), stored(high)];
    if (next === null || from === null || to === null) return onFault(say("inputs.needsNumber"));
    // the better end of an effect may be the smaller number
    if ((next - from) * (to - next) < 0) return onFault(say("inputs.order"));
    onTake({ value: next, range: { low: from, high: to } });
  };
  const field = (label: string, typed: number | string, set: (value: number | string) => void, isFirst = false) => (
    <NumberInput
      aria-label={`${row.label} · ${label}`}
      value={typed}
      hideControls
      thousandSeparator=","
      autoFocus={isFirst}
      onFocus={(event) => event.currentTarget.select()}
      onChange={set}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) take();
        if (event.key === "Escape") onLeave();
      }}
    />
  );
  return (
    <div className="xj-input-editor">
      {row.range !== null && field(say("inputs.low"), low, setLow)}
      {field(say("inputs.value"), value, setValue, true)}
      {row.range !== null && field(say("inputs.high"), high, setHigh)}
      <div className="xj-buttons">
        <Button size="compact-md" onClick={take}>
          {say("inputs.take")}
        </Button>
        <Button size="compact-md" variant="default" onClick={onLeave}>
          {say("inputs.leave")}
        </Button>
      </div>
    </div>
  );
}
