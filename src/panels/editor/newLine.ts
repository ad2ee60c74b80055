import { blankScenario } from "../../sheet";
import { t } from "../../text";

/** The text of a line from nothing, as it would lie in a file. */
export const newLineText = (): string =>
  JSON.stringify(blankScenario({ zh: t("zh", "editor.newName"), en: t("en", "editor.newName") }));
