import { useActions } from "../../store";

/** Opens a line from nothing with its tables; the tables' own code comes with it, not with the first screen. */
export function useNewLine(): () => Promise<void> {
  const { openText, showDetail } = useActions();
  return async () => {
    const { newLineText } = await import("./newLine");
    if (openText(newLineText(), null)) showDetail("line");
  };
}
