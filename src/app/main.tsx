import "./jitless";
import "./controls.css";
import "./app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserPool, createBrowserReplayer } from "../../workers/pool";
import { engineVersion } from "../engine";
import { assumed, standing, usualRule } from "../experiment";
import { compareLines, headcount, summarise, summariseSeries } from "../measure";
import { physicsKey } from "../model";
import { fetchLater, type PanelServices } from "../panels";
import {
  browserShelf,
  createAppStore,
  createClock,
  createKeeper,
  isLink,
  loadPreferences,
  mostReplications,
  runClock,
  scenarioFileOf,
  type AppStore,
  type KeyValue,
  type Shown,
} from "../store";
import { languageFrom, loadWords, nameOf } from "../text";
import { App } from "./App";
import { fittedDeciles } from "./fittedDeciles";
import { loadRules, parse, readyLines } from "./library";
import { keepOffline } from "./offline";
import { opening } from "./opening";
import { loadOwnerWay, ownerWay } from "./owner";
import { loadPricing, moneyApart, moneyOf, wayQuestion } from "./pricing";
import { firstMoment, showRun } from "./playback";
import { chooseQuality, probe } from "./probe";
import { studyInWorker } from "./study";
import { appVersion } from "./version";
// after the sheets of the panels, which come with `App`: they have the last word
import "./touch.css";
import "./small.css";
import "./contrast.css";

/** What is not on the first screen is fetched once that stands: an opening must not wait for it, nor a click. */
function fetchTheRest(store: AppStore, services: PanelServices): void {
  const rest = (): void => {
    const { language } = store.getState().preferences;
    void fetchLater(language, services)
      .then(() => loadPricing(language))
      .catch(() => undefined);
  };
  const whenIdle = (): void => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(rest, { timeout: 2000 });
    else setTimeout(rest, 500);
  };
  if (store.getState().shown !== null) return whenIdle();
  const stop = store.subscribe(({ shown, evaluation }) => {
    if (shown === null && evaluation.status !== "failed") return;
    stop();
    whenIdle();
  });
}

/** All cores up to eight: more bring little, and an office PC should still answer. */
const poolSize = Math.min(8, Math.max(1, navigator.hardwareConcurrency || 2));

function storage(): KeyValue | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function saveProject(store: AppStore): void {
  const { history, fileName } = store.getState();
  const scenario = scenarioFileOf(history.present);
  download(JSON.stringify(scenario, null, 2), fileName ?? `${scenario.meta.id ?? "xianjian"}.json`, "application/json");
}

async function exportComparison(store: AppStore, shown: Shown): Promise<void> {
  const { comparisonCsv } = await import("../report");
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

/**
 * A function, and no waiting at the top of the module: what it waits for is in files that themselves need this one.
 */
async function begin(): Promise<void> {
  const clock = createClock(0, 0);
  const isCalm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const kept = storage();
  const { language } = loadPreferences(kept, languageFrom(navigator.languages));
  // side by side with what is opened; nothing is shown without them
  const words = loadWords(language, "first");
  const coming = import("./stage").catch(() => null);
  const rules = loadRules();
  // the workers' own code too
  const pool = createBrowserPool(poolSize);
  const replayer = createBrowserReplayer();
  const shelf = await browserShelf();
  await rules;
  const start = await opening({ hash: window.location.hash, storage: kept, shelf, readyLines, parse });
  // a link is opened once: what becomes of it afterwards is a project of this browser
  if (isLink(window.location.hash))
    window.history.replaceState(null, "", window.location.pathname + window.location.search);

  const store = createAppStore(
    {
      pool,
      replayer,
      clock,
      parse,
      physicsKey,
      summarise,
      compare: compareLines,
      money: moneyOf,
      moneyApart,
      way: wayQuestion,
      beforePricing: () => loadPricing(language),
      study: studyInWorker,
      headcount,
      storage: kept,
      language,
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
    beforeOwner: () => loadOwnerWay(language),
    keeper,
    download,
    saveProject: () => saveProject(store),
    offline: keepOffline(),
    address: () => window.location.href.replace(/#.*$/, ""),
    exportComparison: (shown) => void exportComparison(store, shown),
    assumedSpread: assumed,
    exportTable: (rows, fileName) =>
      void import("../report").then(({ tableCsv }) => download(tableCsv(rows), fileName, "text/csv")),
    copy: (text) => navigator.clipboard.writeText(text),
    versions: { app: appVersion, engine: engineVersion },
    outputSeries: summariseSeries,
    standing: (columns, wish) =>
      standing(columns, wish, { ...usualRule, first: columns[0]?.length ?? usualRule.first, cap: mostReplications }),
    fittedDeciles,
  };

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

  await words;
  const stage = await coming;
  const { quality: probed, context } = probe(document, stage?.contextAttributes ?? {});
  const quality = chooseQuality(window.location.search, store.getState().preferences.quality, probed);
  if (quality === "flat") context?.getExtension("WEBGL_lose_context")?.loseContext();
  const root = document.getElementById("root");
  if (root === null) throw new Error("no root element");
  const render = (): void =>
    createRoot(root).render(
      <StrictMode>
        <App store={store} owner={owner} services={services} probed={probed} Stage={stage?.StageSlot ?? null} />
      </StrictMode>,
    );
  // The heavy part of the screen first, while the engine makes the first trace: once the page is being painted, every
  // question to the graphics driver waits for that. A slow download must not keep the page away.
  const patienceMs = 400;
  if (quality === "flat" || stage === null) render();
  else void Promise.race([stage.preloadStage3d(context, quality), wait(patienceMs)]).then(render);
  fetchTheRest(store, services);
}

// without its words the page can show nothing: what is missing stands in index.html, in both languages
begin().catch((fault: unknown) => {
  const said = document.getElementById("incomplete") as HTMLTemplateElement | null;
  if (said !== null) document.getElementById("root")?.replaceChildren(said.content.cloneNode(true));
  throw fault;
});
