import "./jitless";
import "@mantine/core/styles.css";
import "./app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserPool } from "../../workers/pool";
import { engineVersion } from "../engine";
import { compareLines, headcount, summarise } from "../measure";
import { physicsKey, type Scenario } from "../model";
import type { PanelServices } from "../panels";
import { contextAttributes, preloadStage3d } from "../scene";
import { comparisonCsv } from "../report";
import { createAppStore, createClock, runClock, type KeyValue, type Shown } from "../store";
import { languageFrom, nameOf } from "../text";
import { adviseInWorker } from "./advise";
import { App } from "./App";
import { fittedDeciles } from "./fittedDeciles";
import { parse, readyLines } from "./library";
import { moneyOf, wayQuestion } from "./money";
import { showTrace } from "./playback";
import { chooseQuality, probe } from "./probe";
import { appVersion } from "./version";

/** All cores up to eight: more bring little, and an office PC should still answer. */
const poolSize = Math.min(8, Math.max(1, navigator.hardwareConcurrency || 2));

function storage(): KeyValue | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function save(scenario: Scenario, fileName: string): void {
  download(JSON.stringify(scenario, null, 2), fileName, "application/json");
}

function exportComparison(shown: Shown): void {
  const { scenario } = store.getState().history.present;
  const { language } = store.getState().preferences;
  const plan = shown.choice.length === 0 ? null : shown.choice.join(" + ");
  const csv = comparisonCsv(language, {
    line: nameOf(language, scenario.meta.name),
    plan,
    run: shown.baseline.run,
    baseline: shown.baseline.figures,
    planFigures: shown.plan?.figures ?? null,
    differences: shown.differences,
  });
  download(csv, `xianjian-${shown.choice.join("-") || "baseline"}.csv`, "text/csv");
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function download(text: string, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

const clock = createClock(0, 0);
const isCalm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const [first] = readyLines;
if (first === undefined) throw new Error("no ready line");

const store = createAppStore(
  {
    pool: createBrowserPool(poolSize),
    parse,
    physicsKey,
    summarise,
    compare: compareLines,
    money: moneyOf,
    way: wayQuestion,
    advise: adviseInWorker,
    headcount,
    storage: storage(),
    language: languageFrom(navigator.languages),
    onTraces: (trace, _plan, isNewLine) => showTrace(clock, trace, isNewLine, isCalm()),
  },
  first,
);

const services: PanelServices = {
  clock,
  readyLines,
  save,
  exportComparison,
  copy: (text) => navigator.clipboard.writeText(text),
  versions: { app: appVersion, engine: engineVersion },
  fittedDeciles,
};

const { quality: probed, context } = probe(document, contextAttributes);
const quality = chooseQuality(window.location.search, store.getState().preferences.quality, probed);
if (quality === "flat") context?.getExtension("WEBGL_lose_context")?.loseContext();
runClock(clock);
window.addEventListener("pagehide", () => store.getState().actions.dispose());

const root = document.getElementById("root");
if (root === null) throw new Error("no root element");
const render = (): void =>
  createRoot(root).render(
    <StrictMode>
      <App store={store} services={services} probed={probed} />
    </StrictMode>,
  );
// The heavy part of the screen first, while the engine makes the first trace: once the page is being painted, every
// question to the graphics driver waits for that. A slow download must not keep the page away.
const patienceMs = 400;
if (quality === "flat") render();
else void Promise.race([preloadStage3d(context, quality), wait(patienceMs)]).then(render);
