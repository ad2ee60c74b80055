// How long it takes to see any moment of a simulated year: `node bench/seek.mjs [node|browser]`. Printed, never a test.
// In Node, the kept run alone for every line that ships; in Chromium, the built app with two lines side by side.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { findBrowser, launchArguments, withoutGraphicsCard } from "../scripts/browser.mjs";
import { ensureApp } from "../scripts/lib/build.mjs";

const root = resolve(import.meta.dirname, "..");
const hour = 3600e6;
const year = 8760;

/** @param {number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
/** @param {number} ms */
const write = (ms) => `${ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`.padStart(9);

/** The kept run as the worker bundles it: constants stay constants, or the engine is three times slower. */
async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), "xianjian-seek-"));
  const at = (/** @type {string} */ path) => join(root, path);
  await build({
    configFile: false,
    root,
    logLevel: "error",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      target: "node20",
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: { replay: at("workers/replay.ts"), trace: at("src/trace/index.ts"), model: at("src/model/index.ts") },
        output: { topLevelVar: false, format: "es", entryFileNames: "[name].mjs" },
      },
    },
  });
  const load = (/** @type {string} */ name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  const all = { ...(await load("replay")), ...(await load("trace")), ...(await load("model")) };
  rmSync(folder, { recursive: true });
  return all;
}

async function inNode() {
  const { KeptRun, TraceCursor, checkScenario, PolicyFile } = await bundled();
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(root, "scenarios", file), "utf8"));
  const policies = ["changzhou", "suzhou"].flatMap((city) => PolicyFile.parse(read(`policies/${city}.json`)).rules);
  console.log(
    "Node: one kept run; a window made from its snapshot and read up to the moment, 60 random moments of the year",
  );
  console.log("line                        window   year known after   seek p50   seek p95   longest   window held");
  for (const file of readdirSync(join(root, "scenarios/lines"))) {
    const parsed = checkScenario(read(`lines/${file}`), { retrofits: [], policies });
    if (!parsed.ok) continue;
    const { line, run } = parsed.value;
    const started = performance.now();
    const kept = new KeptRun({ line, run, replication: 0, calendarHours: year });
    while (!kept.extend().done);
    const known = (performance.now() - started) / 1000;
    const { windowHours } = kept.opened;
    /** @type {number[]} */
    const times = [];
    let bytes = 0;
    for (let i = 0; i < 60; i++) {
      const t = ((i * 0.618034) % 1) * year * hour;
      const begun = performance.now();
      const { trace } = kept.window(Math.floor(t / hour / windowHours));
      new TraceCursor(trace).seek(t);
      times.push(performance.now() - begun);
      bytes = Math.max(bytes, trace.columns.time.length * 21);
    }
    console.log(
      file.replace(".json", "").padEnd(24),
      `${windowHours} h`.padStart(9),
      `${known.toFixed(1)} s`.padStart(18),
      ...[0.5, 0.95, 1].map((share) => write(quantile(times, share)).padStart(10)),
      `${(bytes / 2 ** 20).toFixed(2)} MB`.padStart(13),
    );
  }
}

/** @param {string} how @param {string[]} args */
async function inChromium(how, args) {
  await ensureApp();
  const server = await preview({ root, preview: { port: 0, host: "127.0.0.1" }, logLevel: "silent" });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`http://127.0.0.1:${address.port}/?quality=flat`);
  await page.locator(".xj-verdict .xj-facts").waitFor();
  await page.locator("[data-plan=D]").click();
  await page.getByTestId("gain").waitFor();
  await page
    .getByRole("button", { name: /^(停下|Stop)$/ })
    .click({ timeout: 3000 })
    .catch(() => undefined);
  const opened = performance.now();
  await page.waitForFunction(() => document.querySelector(".xj-overview")?.getAttribute("data-known") === "1", null, {
    timeout: 300_000,
  });
  const known = (performance.now() - opened) / 1000;
  const times = await page.evaluate(async () => {
    const overview = document.querySelector(".xj-overview");
    const now = document.querySelector(".xj-now");
    if (overview === null || now === null) throw new Error("no time bar");
    /** @type {number[]} */
    const drawn = [];
    /** @type {number[]} */
    const there = [];
    const box = overview.getBoundingClientRect();
    const task = () => {
      const { port1, port2 } = new MessageChannel();
      return new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    };
    // a pointer that was only sent here cannot be captured
    Element.prototype.setPointerCapture = () => undefined;
    for (let i = 0; i < 40; i++) {
      const clientX = box.left + ((i * 0.618034) % 1) * box.width;
      const begun = performance.now();
      overview.dispatchEvent(new MouseEvent("pointerdown", { clientX, bubbles: true }));
      // the bar says so itself from the next task on
      do await task();
      while (now.hasAttribute("data-waiting"));
      there.push(performance.now() - begun);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      drawn.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return { there, drawn };
  });
  console.log(
    `\nChromium: machining line and plan D in step, playing, flat plan, ${how}; year known ${known.toFixed(0)} s after the evaluation`,
  );
  /** @param {number[]} of */
  const figures = (of) =>
    `${[0.5, 0.95, 1].map((share) => write(quantile(of, share))).join(", ")} (p50, p95, longest of ${of.length})`;
  console.log(`click on the year → both lines there: ${figures(times.there)}`);
  // how soon a browser draws is the computer's: here without a graphics card, with whatever else runs on its cores
  console.log(`click on the year → the next frame:   ${figures(times.drawn)}; load ${loadavg()[0]?.toFixed(1)}`);
  await browser.close();
  await server.close();
}

console.log(`${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, Node ${process.version}`);
const only = process.argv[2];
if (only !== "browser") await inNode();
if (only !== "node") {
  await inChromium("painted without a graphics card", [...launchArguments, ...withoutGraphicsCard]);
  await inChromium("painted by software that plays a graphics card", launchArguments);
}
process.exit();
