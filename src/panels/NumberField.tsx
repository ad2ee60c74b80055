import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "./context";

interface NumberFieldProps {
  label: string;
  unit?: string;
  value: number | null;
  step: number;
  mayBeEmpty?: boolean;
  hint?: string;
  /** null = taken; otherwise why not */
  onCommit: (value: number | null) => string | null;
}

/** A number that is taken over when it is left or Enter is pressed: one edit is one step of undo. A wrong one stays and says why. */
export function NumberField(props: NumberFieldProps) {
  // an undo or another plan brings another value: what was half typed goes
  return <Draft key={String(props.value)} {...props} />;
}

function Draft({ label, unit, value, step, mayBeEmpty = false, hint, onCommit }: NumberFieldProps) {
  const { say } = useWords();
  const [draft, setDraft] = useState<number | string>(value ?? "");
  const [fault, setFault] = useState<string | null>(null);
  const commit = (): void => {
    const next = typeof draft === "number" ? draft : draft.trim() === "" ? null : Number(draft);
    if (next === value) setFault(null);
    else if (next === null && !mayBeEmpty) setFault(say("money.needsNumber"));
    else if (next !== null && !Number.isFinite(next)) setFault(say("money.needsNumber"));
    else setFault(onCommit(next));
  };
  return (
    <NumberInput
      label={label}
      {...(unit === undefined ? {} : { suffix: ` ${unit}` })}
      {...(hint === undefined ? {} : { description: hint })}
      {...(mayBeEmpty ? { placeholder: say("money.notSet") } : {})}
      value={draft}
      step={step}
      clampBehavior="none"
      thousandSeparator=","
      error={fault}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
}
