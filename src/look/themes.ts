export type ThemeName = "light" | "dark";

export interface Theme {
  page: string;
  panel: string;
  text: string;
  muted: string;
  line: string;
  controlEdge: string;
  /** actions and gains share a colour; sign and arrow tell them apart */
  action: string;
  loss: string;
  error: string;
  floor: string;
  grid: string;
  machine: string;
  trim: string;
  belt: string;
  part: string;
  /** ring around a state fill that keeps it legible on this ground */
  ring: string;
  /** scenarios A–D, at most four series */
  scenarios: readonly [string, string, string, string];
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    page: "#F4F6F8",
    panel: "#FFFFFF",
    text: "#16212B",
    muted: "#52606D",
    line: "#D5DCE3",
    controlEdge: "#7B8794",
    action: "#0B5CAD",
    loss: "#A8430A",
    error: "#AD0A0B",
    floor: "#EDF0F3",
    grid: "#DCE2E8",
    machine: "#C7CED6",
    trim: "#4A5663",
    belt: "#7C8894",
    part: "#2E3944",
    ring: "#16212B",
    scenarios: ["#3A4049", "#8A51E8", "#11A592", "#C35505"],
  },
  dark: {
    page: "#14191F",
    panel: "#1D242C",
    text: "#F2F5F8",
    muted: "#A9B4BF",
    line: "#38424D",
    controlEdge: "#7B8794",
    action: "#7DB7F5",
    loss: "#F2A65A",
    error: "#FF9C94",
    floor: "#20262D",
    grid: "#2C343D",
    machine: "#56616D",
    trim: "#AEB8C2",
    belt: "#3B4650",
    part: "#E3E8ED",
    ring: "#FFFFFF",
    scenarios: ["#DAE3ED", "#A87AFA", "#1F8275", "#F9A63E"],
  },
};

export const scenarioIds = ["A", "B", "C", "D"] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** Colour of scenario A–D in a theme. */
export function scenarioColour(theme: ThemeName, id: ScenarioId): string {
  const [a, b, c, d] = themes[theme].scenarios;
  return { A: a, B: b, C: c, D: d }[id];
}

/** The theme as custom properties (`--xj-page`, `--xj-control-edge`, `--xj-scenario-a` …), to be set on an element. */
export function themeVariables(theme: ThemeName): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(themes[theme])) {
    if (typeof value === "string") variables[`--xj-${kebab(name)}`] = value;
  }
  for (const id of scenarioIds) variables[`--xj-scenario-${id.toLowerCase()}`] = scenarioColour(theme, id);
  return variables;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
