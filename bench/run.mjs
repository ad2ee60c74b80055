// Speed, measured and printed with the machine and the method. Never a test: figures drift with the machine, so what is
// compared is measured side by side in this one run.
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { findBrowser, launchArguments } from "../scripts/browser.mjs";
import { browserEngineRows, engineRows } from "./engine.mjs";
import { firefoxRow } from "./firefox.mjs";
import { ensureApp, ensureCli } from "../scripts/lib/build.mjs";

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "xianjian-bench-"));
const machining = join(root, "scenarios/lines/machining.json");
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];
const row = (what, figure, how) => rows.push([what, figure, how]);

function xianjian(...args) {
  const started = performance.now();
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [join(root, "dist-cli/xianjian.mjs"), ...args, "--json"],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(stderr);
  return { answer: JSON.parse(stdout), seconds: (performance.now() - started) / 1000 };
}

function whatIf() {
  const runs = [1, 2, 3].map(() =>
    xianjian("compare", machining, "--plans", "baseline,H", "--hours", "350", "--warmup", "50", "--replications", "10"),
  );
  row(
    "what-if in Node",
    `${median(runs.map((r) => r.answer.computation.wallSeconds)).toFixed(2)} s`,
    "machining line and plan H, 10 replications of 350 h each, median of 3",
  );
  row("the same, whole command", `${median(runs.map((r) => r.seconds)).toFixed(2)} s`, "process start to exit");
}

const openings = 7;
async function browser(bareScript) {
  const server = await preview({ root, preview: { port: 0, host: "127.0.0.1" }, logLevel: "silent" });
  const url = `http://127.0.0.1:${server.httpServer.address().port}/`;
  const chrome = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: launchArguments });
  const opened = [];
  const answered = [];
  for (let i = 0; i < openings; i++) {
    // a context of its own: nothing is in its cache
    const context = await chrome.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
    const page = await context.newPage();
    // the first draw call of many triangles is the first 3D frame
    await page.addInitScript(() => {
      for (const name of ["drawElements", "drawElementsInstanced", "drawArrays", "drawArraysInstanced"]) {
        const original = WebGL2RenderingContext.prototype[name];
        WebGL2RenderingContext.prototype[name] = function (...args) {
          window.firstDraw ??= performance.now();
          return original.apply(this, args);
        };
      }
    });
    await page.goto(`${url}?quality=plain`);
    await page.waitForFunction(() => window.firstDraw !== undefined, undefined, { timeout: 60_000 });
    opened.push(await page.evaluate(() => window.firstDraw));
    await context.close();
  }
  for (let i = 0; i < 3; i++) {
    const flat = await chrome.newPage({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
    await flat.goto(`${url}?quality=flat`);
    await flat.locator(".xj-verdict .xj-facts").waitFor();
    // timed inside the page: a driver's own waiting is not the user's
    await flat.evaluate(() => {
      const from = performance.now();
      new MutationObserver(() => {
        if (document.querySelector("[data-testid=gain]")?.textContent?.includes("±"))
          window.answeredAfter ??= performance.now() - from;
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
      document.querySelector("[data-plan=H]").click();
    });
    await flat.waitForFunction(() => window.answeredAfter !== undefined, undefined, { timeout: 60_000 });
    answered.push((await flat.evaluate(() => window.answeredAfter)) / 1000);
    await flat.close();
  }
  row(
    "opening to the first 3D frame",
    `${(median(opened) / 1000).toFixed(2)} s`,
    `Chromium, software GL, quality plain, empty cache, navigation start to first draw call, median of ${openings}; ` +
      `the first in a browser just started ${(opened[0] / 1000).toFixed(2)} s, slowest of the others ` +
      `${(Math.max(...opened.slice(1)) / 1000).toFixed(2)} s`,
  );
  row(
    "what-if in the browser",
    `${median(answered).toFixed(2)} s`,
    "click on plan H, while today's long evaluation runs, to the difference with its interval (10 × 350 h); median of 3",
  );
  await browserEngineRows({ root, chrome, row, bareScript });
  await chrome.close();
  await new Promise((done) => server.httpServer.close(done));
}

await ensureCli();
await ensureApp();
const { bareScript } = engineRows({ root, folder, xianjian, row, machining });
whatIf();
await browser(bareScript);
await firefoxRow({ root, row });
console.log(
  `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}\n`,
);
const width = rows.reduce((w, [what, figure]) => [Math.max(w[0], what.length), Math.max(w[1], figure.length)], [0, 0]);
for (const [what, figure, how] of rows) console.log(`${what.padEnd(width[0])}  ${figure.padStart(width[1])}  ${how}`);
