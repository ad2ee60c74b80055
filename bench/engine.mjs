// The engine against its peers, in this one run on this machine: plain programs where they can be found (a bare loop in
// JavaScript, the same in C++, SimPy), in Node and in a Chromium worker, and what its cost depends on.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { createServer as createViteServer } from "vite";

/** Stations in series, exponential times of mean 1 s, five places between them, never short of raw parts. */
export function series(count) {
  const stations = Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    process: { time: { dist: "exponential", mean: 1 } },
  }));
  const flows = stations.slice(1).map((s, i) => ({ from: `s${i}`, to: s.id, capacity: 5 }));
  return {
    schemaVersion: 1,
    line: { stations, flows },
    run: { hours: 400, warmUpHours: 5, replications: 1, seed: 1 },
  };
}

const least = (values) => Math.min(...values);
const ns = (seconds, events) => (seconds / events) * 1e9;
const rounds = [1, 2, 3, 4, 5];

/** Runs the command line and gives CPU nanoseconds an event, and parts a CPU second. */
function measured(xianjian, file, ...options) {
  const { answer } = xianjian("simulate", file, "--workers", "1", "--replications", "1", ...options);
  const { cpuSeconds } = answer.computation;
  const parts = answer.line.throughputPerHour.mean * answer.hours;
  return {
    ns: ns(cpuSeconds, answer.events),
    partsPerSecond: parts / cpuSeconds,
    seconds: cpuSeconds,
    events: answer.events,
  };
}

/**
 * Nanoseconds an event once a program is warm, the same for every program: the best of its long runs less the best of its
 * short ones, over the events between. What start and compilation cost is in both and falls out.
 */
function warm(found, short, long) {
  const seconds = (pick) => least(found.map((f) => pick(f).seconds));
  return ns(seconds(long) - seconds(short), long(found[0]).events - short(found[0]).events);
}

export function engineRows({ root, folder, xianjian, row, machining }) {
  const file = (name, scenario) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(scenario));
    return path;
  };
  const ten = file("ten.json", series(10));
  const twoHundred = file("twohundred.json", series(200));
  const shared = resolve(process.env.XIANJIAN_SHARED ?? join(root, "../shared"), "bench/des-speed");
  const bareScript = join(shared, "js/line_heap.mjs");
  const compiled = compile(join(shared, "cpp/line_heap.cpp"), join(folder, "line_heap"));
  /** The plain program with so many parts. */
  const plain = (command, ...args) => {
    const { stdout } = spawnSync(command, [...args, "10", "5", "1", "20000"], { encoding: "utf8" });
    const [, events, rate] = /events=(\d+).* events\/cpu-s=(\d+)/.exec(stdout ?? "") ?? [];
    return { events: Number(events), seconds: Number(events) / Number(rate) };
  };
  const nothing = { events: NaN, seconds: NaN };
  const bareLine = (parts) => (existsSync(bareScript) ? plain(process.execPath, bareScript, parts) : nothing);
  const compiledLine = (parts) => (compiled ? plain(compiled, parts) : nothing);

  // one after the other in each round, and the best of five rounds of each: what disturbs one disturbs its neighbours
  const found = rounds.map(() => ({
    own: measured(xianjian, ten),
    bare: bareLine("1000000"),
    ownLong: measured(xianjian, ten, "--hours", "800"),
    bareLong: bareLine("2000000"),
    year: measured(xianjian, machining, "--hours", "4500", "--warmup", "100"),
    machining: measured(xianjian, machining, "--hours", "22500", "--warmup", "100"),
    large: measured(xianjian, twoHundred, "--hours", "20"),
    largeLong: measured(xianjian, twoHundred, "--hours", "40"),
    cpp: compiledLine("1000000"),
    cppLong: compiledLine("2000000"),
  }));
  const best = (pick) => least(found.map(pick));
  const own = warm(
    found,
    (f) => f.own,
    (f) => f.ownLong,
  );
  const whole = best((f) => f.own.ns);
  row(
    "ten-station line, all statistics on",
    `${own.toFixed(0)} ns/event`,
    `CPU time of one worker, warm: 22 M events less 11 M, best of 5 each; with start and compilation ${whole.toFixed(0)} over 11 M; ` +
      `${Math.round(Math.max(...found.map((f) => f.own.partsPerSecond)) / 1000)} k parts/s`,
  );
  const bare = warm(
    found,
    (f) => f.bare,
    (f) => f.bareLong,
  );
  if (Number.isFinite(bare))
    row(
      "the same in a bare JavaScript loop",
      `${bare.toFixed(0)} ns/event`,
      `state times only, warm in the same way; ratio ${(bare / own).toFixed(2)}; ` +
        `both with start and compilation ${(best((f) => ns(f.bare.seconds, f.bare.events)) / whole).toFixed(2)}`,
    );
  const cpp = warm(
    found,
    (f) => f.cpp,
    (f) => f.cppLong,
  );
  row(
    "the same in C++ -O2",
    Number.isFinite(cpp) ? `${cpp.toFixed(0)} ns/event` : "–",
    Number.isFinite(cpp)
      ? `event heap, state times only; ratio ${(cpp / own).toFixed(2)}`
      : "no compiler, or no program to compare",
  );
  const t1 = warm(
    found,
    (f) => f.year,
    (f) => f.machining,
  );
  row(
    "the machining line",
    `${t1.toFixed(0)} ns/event`,
    `warm, ${(t1 / own).toFixed(2)} × the ten-station line; one working year (4 500 h) ${best((f) => f.year.seconds).toFixed(2)} s of CPU`,
  );
  const large = warm(
    found,
    (f) => f.large,
    (f) => f.largeLong,
  );
  row(
    "200 stations instead of 10",
    `${large.toFixed(0)} ns/event`,
    `warm, ${(large / own).toFixed(2)} × the ten-station line`,
  );
  memory({ xianjian, machining, row });
  simpy({
    script: join(shared, "python/simpy_line.py"),
    row,
    own: Math.max(...found.map((f) => f.own.partsPerSecond)),
  });
  return { bareScript };
}

function compile(source, target) {
  if (!existsSync(source)) return null;
  return spawnSync("g++", ["-O2", "-o", target, source]).status === 0 ? target : null;
}

/** Ten years hold no more than one: nothing is kept an event. */
function memory({ xianjian, machining, row }) {
  const peak = (hours) => {
    const { answer } = xianjian(
      "simulate",
      machining,
      "--hours",
      hours,
      "--warmup",
      "100",
      "--replications",
      "1",
      "--workers",
      "1",
    );
    return answer.computation.peakMegabytes;
  };
  row(
    "memory, one year and ten",
    `${peak("4500").toFixed(0)} / ${peak("45000").toFixed(0)} MB`,
    "resident set of the whole command, machining line",
  );
}

function simpy({ script, row, own }) {
  const run = existsSync(script) ? spawnSync("python3", [script, "30000"], { encoding: "utf8" }) : null;
  const parts = Number(/parts\/cpu-s=(\d+)/.exec(run?.stdout ?? "")?.[1]);
  if (Number.isFinite(parts))
    row("the same in SimPy", `${Math.round(parts / 1000)} k parts/s`, `ratio ${(own / parts).toFixed(0)}`);
  else row("the same in SimPy", "–", "not here: Python has no SimPy");
}

/** The same two programs, each in a worker of the browser, turn by turn. */
export async function browserEngineRows({ root, chrome, row, bareScript }) {
  const bare = existsSync(bareScript)
    ? readFileSync(bareScript, "utf8").split("const a = process.argv")[0].replace("export class", "class") +
      `onmessage = () => { const L = new Line(10, 5, 1); L.start(0); L.run(20000); const e = L.events, t = performance.now(); L.run(520000); postMessage({ ns: (performance.now() - t) * 1e6 / (L.events - e) }); };`
    : null;
  const { server, address } = await serveWorker(root, bare ?? "");
  const page = await chrome.newPage();
  await page.goto(address);
  const { line } = await parsed(root);
  const found = await page.evaluate(
    async ({ line, hasBare }) => {
      const reply = (worker, message) =>
        new Promise((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage(message);
        });
      const engine = new Worker("/engine.js", { type: "module" });
      const ask = (hours) =>
        reply(engine, {
          id: "1",
          type: "APPLY",
          path: ["simulate"],
          argumentList: [
            {
              type: "RAW",
              value: { line, run: { hours, warmUpHours: 5, replications: 1, seed: 1 }, first: 0, count: 1 },
            },
          ],
        });
      await ask(20);
      const best = { engine: Infinity, bare: Infinity };
      for (let i = 0; i < 5; i++) {
        const from = performance.now();
        const { value } = await ask(200);
        best.engine = Math.min(best.engine, ((performance.now() - from) * 1e6) / value[0].events);
        if (!hasBare) continue;
        const other = new Worker("/bare.js");
        best.bare = Math.min(best.bare, (await reply(other, null)).ns);
        other.terminate();
      }
      return best;
    },
    { line, hasBare: bare !== null },
  );
  row(
    "ten-station line in a Chromium worker",
    `${found.engine.toFixed(0)} ns/event`,
    Number.isFinite(found.bare)
      ? `bare JavaScript there ${found.bare.toFixed(0)} ns/event; ratio ${(found.bare / found.engine).toFixed(2)}; best of 5, wall time`
      : "best of 5, wall time",
  );
  await page.close();
  await new Promise((done) => server.close(done));
}

/** The ten-station line with every default written out, as the worker wants it. */
async function parsed(root) {
  return withSources(root, async (load) => {
    const { checkScenario } = await load("/src/model/index.ts");
    return valueOf(checkScenario(series(10), { retrofits: [], policies: [] }));
  });
}

export async function withSources(root, use) {
  const vite = await createViteServer({
    root,
    server: { middlewareMode: true },
    appType: "custom",
    logLevel: "silent",
  });
  try {
    return await use((path) => vite.ssrLoadModule(path));
  } finally {
    await vite.close();
  }
}

export function valueOf(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** A page of its own with the app's worker and, beside it, what else is asked for by path (and the bare program as one). */
export async function serveWorker(root, bare, others = {}, take = undefined) {
  const assets = join(root, "dist/assets");
  const script = readdirSync(assets).find((name) => name.startsWith("simulate.worker"));
  const files = {
    "/engine.js": readFileSync(join(assets, script), "utf8"),
    "/bare.js": bare,
    "/": "<!doctype html>",
    ...others,
  };
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      let text = "";
      request.on("data", (piece) => (text += piece));
      request.on("end", () => take?.(JSON.parse(text)));
      return response.writeHead(204).end();
    }
    const body = files[request.url];
    const type = request.url === "/" ? "text/html" : "text/javascript";
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}
