import { useMemo } from "react";
import type { PictureCaption } from "../../look";
import { useApp } from "../../store";
import { nameOf } from "../../text";
import { useServices, useWords, type PanelServices, type Say } from "../context";
import { planMarks } from "../planMark";

/** What every picture and table that leaves the page says at its end: seed and versions, and what made it. */
export function captionFacts(say: Say, seed: number, { app, engine }: PanelServices["versions"]): string[] {
  return [say("stage.captionSeed", { seed }), say("stage.captionVersion", { app, engine }), say("app.title")];
}

export interface ChartCaption extends PictureCaption {
  /** for names of files: "machining-D" */
  file: string;
}

/** Whose figures a picture shows, where it is not line and plan as they are compared on screen. */
export interface Belonging {
  /** line: neither today's nor a plan's alone */
  runs?: "baseline" | "plan" | "line";
  /** which runs are behind it; null = its own note says so */
  basis?: string | null;
}

/** Line and plan on screen, number and length of the runs behind them, seed and version. */
export function useCaption({ runs, basis }: Belonging = {}): ChartCaption {
  const { say, language } = useWords();
  const { versions } = useServices();
  const scenario = useApp((state) => state.history.present.scenario);
  const shown = useApp((state) => state.shown);
  return useMemo(() => {
    const line = nameOf(language, scenario.meta.name, scenario.meta.id ?? "");
    const choice = runs === "baseline" ? [] : (shown?.choice ?? []);
    const marks = planMarks(scenario, choice);
    const run = shown?.baseline.run ?? scenario.run;
    const named = choice.length === 0 ? say("plans.baseline") : say("compare.planNamed", { ids: marks });
    const compared =
      shown === null ? null : say("about.shownRun", { n: shown.baseline.results.length, hours: run.hours });
    const behind = basis === undefined ? compared : basis;
    const file = scenario.meta.id ?? "line";
    return {
      title: runs === "line" ? line : say("stage.captionTitle", { line, runs: named }),
      facts: [...(behind === null ? [] : [behind]), ...captionFacts(say, run.seed, versions)],
      file: runs === "line" ? file : `${file}-${marks.replaceAll(" + ", "-") || "baseline"}`,
    };
  }, [scenario, shown, runs, basis, language, say, versions]);
}
