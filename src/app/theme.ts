import { createTheme } from "@mantine/core";
import { stateLooks, stateOrder, themeVariables, type ThemeName } from "../look";

/** Everything that has a colour gets it from `look`; Mantine's own variables are pointed there in app.css. */
export const mantineTheme = createTheme({ respectReducedMotion: true, cursorType: "pointer" });

/** Sets the theme's custom properties on the root element: through the object model, so no style element is needed. */
export function applyTheme(root: HTMLElement, theme: ThemeName): void {
  for (const [name, value] of Object.entries(themeVariables(theme))) root.style.setProperty(name, value);
  for (const state of stateOrder) root.style.setProperty(`--xj-state-${state}`, stateLooks[state].fill);
  root.style.setProperty("color-scheme", theme);
  root.dataset["theme"] = theme;
}
