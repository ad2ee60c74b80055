import { TextInput } from "@mantine/core";
import type { Name } from "../../model";
import { useActions, withPlanName } from "../../store";
import { nameOf } from "../../text";
import { useWords } from "../context";

interface RenameFieldProps {
  planId: string;
  name: Name | undefined;
  onDone: () => void;
}

/** A new name, taken over when the field is left or Enter is pressed; Escape leaves the old one. */
export function RenameField({ planId, name, onDone }: RenameFieldProps) {
  const { say, language } = useWords();
  const { edit } = useActions();
  const old = nameOf(language, name, planId);
  const take = (typed: string): void => {
    const text = typed.trim().slice(0, 200);
    // the other language keeps its words where it has some
    if (text !== "" && text !== old)
      edit((project) => withPlanName(project, planId, { zh: text, en: text, ...name, [language]: text }));
    onDone();
  };
  return (
    <TextInput
      aria-label={say("shelf.name")}
      defaultValue={old}
      autoFocus
      maxLength={200}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") take(event.currentTarget.value);
        if (event.key === "Escape") onDone();
      }}
    />
  );
}
