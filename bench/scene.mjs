// What the 3D line costs, in a real browser: npm run bench:scene
//
// Builds test/scene/bench into a temporary folder, serves it, and drives it with the test browser: draw calls and triangles
// of the machining line with 2 000 parts, and of it and a plan of it on one stage, our own JavaScript a frame at 60 stations
// and about 5 000 parts, heap growth over 1 000 frames and over 200 mounts (after collection), and the first frame.
// CHROMIUM_PATH names another browser.
import { chromium } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import { findBrowser } from "../scripts/browser.mjs";

const root = join(import.meta.dirname, "..", "test", "scene", "bench");
const outDir = await mkdtemp(join(tmpdir(), "xianjian-scene-"));
const quiet = { root, configFile: false, logLevel: "warn", base: "./", plugins: [react()] };
const budget = { calls: 120, triangles: 150_000, update: 2, heap: 1, firstFrame: 1500 };

let server;
let browser;
let failed = false;
const say = (name, value, unit, limit) => {
  const over = limit !== undefined && value > limit;
  failed ||= over;
  const shown = Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(2);
  console.log(
    `${name.padEnd(50)} ${shown.padStart(10)} ${unit}${limit === undefined ? "" : `  (at most ${limit})`}${over ? "  OVER" : ""}`,
  );
};

try {
  await build({ ...quiet, build: { outDir, emptyOutDir: true, target: "es2022" }, worker: { format: "es" } });
  server = await preview({ ...quiet, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
  const [address] = server.resolvedUrls.local;
  const executablePath = findBrowser();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--use-gl=swiftshader", "--enable-unsafe-swiftshader", "--js-flags=--expose-gc"],
  });
  const fresh = async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on("pageerror", (error) => console.error(String(error.stack)));
    await page.goto(address);
    await page.waitForFunction(() => "bench" in window);
    return page;
  };
  console.log(
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${browser.version()}, software graphics, 1366 × 768\n`,
  );

  let page = await fresh();
  say(
    "first frame, engine run included",
    await page.evaluate(() => window.bench.firstFrame()),
    "ms",
    budget.firstFrame,
  );
  const { calls, triangles } = await page.evaluate(() => window.bench.cost(2000));
  say("draw calls, machining with 2 000 parts", calls, "", budget.calls);
  say("triangles, machining with 2 000 parts", triangles, "", budget.triangles);
  // two lines on one stage are two scenes: twice the budget of one, the pale one a third time for its depth
  for (const [mode, scenes] of [
    ["swipe", 2],
    ["ghost", 3],
  ]) {
    const cost = await page.evaluate((how) => window.bench.compared(2000, how), mode);
    say(`draw calls, ${mode} of today and plan A, 2 000 each`, cost.calls, "", scenes * budget.calls);
    say(`triangles, ${mode} of today and plan A, 2 000 each`, cost.triangles, "", scenes * budget.triangles);
  }

  const heapOf = async (client) => {
    for (let i = 0; i < 3; i++) await client.send("HeapProfiler.collectGarbage");
    return (await client.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
  };
  page = await fresh();
  let client = await page.context().newCDPSession(page);
  const size = await page.evaluate(() => window.bench.prepare());
  console.log(`\n${size.stations} stations, ${size.machines} machines, ${size.parts} parts and crates drawn`);
  await page.evaluate(() => window.bench.frames(300));
  const before = await heapOf(client);
  const { mean, p95 } = await page.evaluate(() => window.bench.frames(1000));
  const after = await heapOf(client);
  say("scene update a frame, mean", mean, "ms", budget.update);
  say("scene update a frame, 95th percentile", p95, "ms");
  say("heap growth over 1 000 frames", after - before, "MB", budget.heap);

  page = await fresh();
  client = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    window.bench.prepareDay();
    // what a first pass over the day builds once (keyframes, room for parts) belongs to it and is no leak
    window.bench.playback(30);
  });
  const begun = await heapOf(client);
  const played = await page.evaluate(() => window.bench.playback(30));
  const ended = await heapOf(client);
  console.log(`\n30 minutes of playback at 60 ×: ${played.toLocaleString("en")} frames, one after the other`);
  say("heap at the start, collected", begun, "MB");
  say("heap at the end, collected", ended, "MB");
  say("heap growth over 30 minutes of playback", ended - begun, "MB", budget.heap);

  page = await fresh();
  client = await page.context().newCDPSession(page);
  await page.evaluate(() => window.bench.mounts(10));
  const started = await heapOf(client);
  const { geometries, textures } = await page.evaluate(() => window.bench.mounts(200));
  say("\nheap growth over 200 mounts", (await heapOf(client)) - started, "MB", budget.heap);
  say("geometries still held after 200 mounts", geometries, "", 0);
  say("textures still held after 200 mounts", textures, "", 0);
} finally {
  await browser?.close();
  await server?.close();
  await rm(outDir, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
