import "./jitless";
import "@mantine/core/styles.css";
import "./app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserPool, createBrowserReplayer } from "../../workers/pool";
import { engineVersion } from "../engine";
import { assumed, standing, usualRule } from "../experiment";
import { compareLines, headcount, summarise } from "../measure";
import { physicsKey } from "../model";
import type { PanelServices } from "../panels";
import { contextAttributes, preloadStage3d } from "../scene";
import { comparisonCsv, tableCsv } from "../report";
import {
  browserShelf,
  createAppStore,
  createClock,
  createKeeper,
  isLink,
  mostReplications,
  runClock,
  scenarioFileOf,
  type KeyValue,
  type Shown,
} from "../store";
import { languageFrom, nameOf } from "../text";

import { App } from "./App";
import { fittedDeciles } from "./fittedDeciles";
import { parse, readyLines } from "./library";
import { moneyOf, wayQuestion } from "./money";
import { keepOffline } from "./offline";
import { opening } from "./opening";
import { ownerWay } from "./owner";
import { firstMoment, showRun } from "./playback";
import { chooseQuality, probe } from "./probe";
import { studyInWorker } from "./study";
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

function saveProject(): void {
  const { history, fileName } = store.getState();
  const scenario = scenarioFileOf(history.present);
  download(JSON.stringify(scenario, null, 2), fileName ?? `${scenario.meta.id ?? "xianjian"}.json`, "application/json");
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

function download(content: BlobPart, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

const clock = createClock(0, 0);
const isCalm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const kept = storage();
const shelf = await browserShelf();
const start = await opening({ hash: window.location.hash, storage: kept, shelf, readyLines, parse });
// a link is opened once: what becomes of it afterwards is a project of this browser
if (isLink(window.location.hash))
  window.history.replaceState(null, "", window.location.pathname + window.location.search);

const pool = createBrowserPool(poolSize);
const store = createAppStore(
  {
    pool,
    replayer: createBrowserReplayer(),
    clock,
    parse,
    physicsKey,
    summarise,
    compare: compareLines,
    money: moneyOf,
    way: wayQuestion,
    study: studyInWorker,
    headcount,
    storage: kept,
    language: languageFrom(navigator.languages),
    firstMoment,
    onNewLine: (run, moment) => showRun(clock, run, moment, isCalm()),
  },
  start,
);
const keeper = createKeeper({
  app: store,
  shelf,
  storage: kept,
  neighbours: "BroadcastChannel" in window ? new BroadcastChannel("xianjian.projects") : null,
  now: () => Date.now(),
  // not randomUUID: a workshop's plain http address has none
  newId: () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (word) => word.toString(36)).join(""),
  first: start.record,
});

const owner = ownerWay(pool, store, kept);

const services: PanelServices = {
  clock,
  readyLines,
  keeper,
  download,
  saveProject,
  offline: keepOffline(),
  address: () => window.location.href.replace(/#.*$/, ""),
  exportComparison,
  assumedSpread: assumed,
  exportTable: (rows, fileName) => download(tableCsv(rows), fileName, "text/csv"),
  copy: (text) => navigator.clipboard.writeText(text),
  versions: { app: appVersion, engine: engineVersion },
  standing: (columns, wish) =>
    standing(columns, wish, { ...usualRule, first: columns[0]?.length ?? usualRule.first, cap: mostReplications }),
  fittedDeciles,
};

const { quality: probed, context } = probe(document, contextAttributes);
const quality = chooseQuality(window.location.search, store.getState().preferences.quality, probed);
if (quality === "flat") context?.getExtension("WEBGL_lose_context")?.loseContext();
runClock(clock);
window.addEventListener("pagehide", () => {
  void keeper.flush();
  keeper.dispose();
  store.getState().actions.dispose();
});
// a tab that is hidden may never be shown again
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void keeper.flush();
});
window.addEventListener("hashchange", () => {
  if (isLink(window.location.hash)) window.location.reload();
});

const root = document.getElementById("root");
if (root === null) throw new Error("no root element");
const render = (): void =>
  createRoot(root).render(
    <StrictMode>
      <App store={store} owner={owner} services={services} probed={probed} />
    </StrictMode>,
  );
// The heavy part of the screen first, while the engine makes the first trace: once the page is being painted, every
// question to the graphics driver waits for that. A slow download must not keep the page away.
const patienceMs = 400;
if (quality === "flat") render();
else void Promise.race([preloadStage3d(context, quality), wait(patienceMs)]).then(render);
