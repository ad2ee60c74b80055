import { Button, Checkbox, TextInput } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import { traceInputs } from "../../model";
import { useActions, useApp } from "../../store";
import { useServices, useWords } from "../context";
import { Icon } from "../Icon";
import { csvRows, filtered, grouped, rowsOf, type RowGroup } from "./inputRows";
import { InputLine } from "./InputLine";

/** Rows of one group that are drawn at once: a station has two dozen, the economics some sixty. */
const pageOf = 80;
/** Fewer groups than this are open by themselves: what was looked for is then in sight. */
const openUpTo = 3;

/** Every input of the line and its plans in one table, grouped by what it belongs to; closed groups are not drawn. */
export function InputsTable() {
  const words = useWords();
  const { say } = words;
  const scenario = useApp((state) => state.history.present.scenario);
  const origin = useApp((state) => state.origin);
  const { fileScenario } = useActions();
  const { exportTable } = useServices();
  const [typed, setTyped] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const wanted = useDeferredValue(typed);
  const rows = useMemo(
    // the file's own scenario is another one whenever its origin is
    () => (origin === null ? [] : rowsOf(words, traceInputs(scenario, fileScenario()))),
    [words, scenario, origin, fileScenario],
  );
  const groups = useMemo(() => grouped(filtered(words, rows, wanted, onlyChanged)), [words, rows, wanted, onlyChanged]);
  const changed = useMemo(() => rows.filter(({ isChanged }) => isChanged).length, [rows]);
  const isNarrowed = wanted.trim() !== "" || onlyChanged;
  return (
    <section className="xj-inputs" data-testid="inputs">
      <h3>
        {say("inputs.title", { n: rows.length })} · {say("inputs.changed", { n: changed })}
      </h3>
      <p className="xj-note">{say("inputs.intro")}</p>
      <div className="xj-inputs-bar">
        <TextInput
          label={say("inputs.filter")}
          placeholder={say("inputs.filterHint")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          label={say("inputs.onlyChanged")}
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          leftSection={<Icon name="save" size={16} />}
          onClick={() => exportTable(csvRows(words, rows), `xianjian-inputs-${scenario.meta.id ?? "line"}.csv`)}
        >
          {say("inputs.export")}
        </Button>
      </div>
      {groups.length === 0 && <p role="status">{say("inputs.nothing")}</p>}
      {groups.map((group) => (
        <Group key={group.id} group={group} isOpenFirst={isNarrowed && groups.length <= openUpTo} />
      ))}
    </section>
  );
}

function Group({ group, isOpenFirst }: { group: RowGroup; isOpenFirst: boolean }) {
  const { say } = useWords();
  const [own, setOwn] = useState<boolean | null>(null);
  const [shown, setShown] = useState(pageOf);
  const isOpen = own ?? isOpenFirst;
  const { name, kind, rows, changed } = group;
  return (
    <details className="xj-input-group" open={isOpen} data-group={group.id}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          setOwn(!isOpen);
        }}
      >
        {name}
        <span className="xj-note">
          {say(`inputGroup.${kind}`)} ·{" "}
          {changed === 0
            ? say("inputs.count", { n: rows.length })
            : say("inputs.countChanged", { n: rows.length, changed })}
        </span>
      </summary>
      {isOpen && (
        <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={name}>
          <table className="xj-table xj-input-table">
            <thead>
              <tr>
                <th scope="col">{say("inputs.name")}</th>
                <th scope="col" className="xj-right">
                  {say("inputs.value")}
                </th>
                <th scope="col">{say("inputs.unit")}</th>
                <th scope="col">{say("inputs.range")}</th>
                <th scope="col">{say("inputs.source")}</th>
                <th scope="col">{say("inputs.by")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <InputLine key={row.path} row={row} />
              ))}
            </tbody>
          </table>
          {rows.length > shown && (
            <Button variant="default" size="compact-md" onClick={() => setShown(shown + pageOf)}>
              {say("inputs.more", { n: Math.min(pageOf, rows.length - shown) })}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}
