import { useActions } from "../../store";
import { languages, loadWords } from "../../text";

/** Opens a line from nothing with its tables; the tables' own code comes with it, not with the first screen. */
export function useNewLine(): () => Promise<void> {
  const { openText, showDetail } = useActions();
  return async () => {
    const [{ newLineText }] = await Promise.all([
      import("./newLine"),
      // it is named in both languages
      ...languages.map((each) => loadWords(each, "first", "later")),
    ]);
    if (openText(newLineText(), null)) showDetail("line");
  };
}
