// Do the intervals hold? 2 000 seeds on lines with exact answers: means, paired differences, several at once, after the
// automatic warm-up and with the stopping rule. Prints the share of intervals that cover. `node bench/coverage.mjs [seeds]`
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { inThreads, machine, roomsIn, rowsOf } from "./threads.mjs";

const exponential = (mean) => ({ dist: "exponential", mean });
const series = (count, capacity, mean = 1) => ({
  stations: Array.from({ length: count }, (_, i) => ({ id: `s${i}`, process: { time: exponential(mean) } })),
  flows: Array.from({ length: count - 1 }, (_, i) => ({ from: `s${i}`, to: `s${i + 1}`, capacity })),
});
const queue = (load) => ({
  ...series(1, 0),
  supply: { kind: "arrivals", interarrival: exponential(1 / load) },
});

/**
 * Exact long-run answers, parts an hour or parts. Two stations and b places: (b + 2)/(b + 3); three without a place: 22/39
 * (G. C. Hunt, Operations Research 4, 1956); ten with five places: 0.76341 ± 0.00005 by simulation of 10⁹ parts; a queue of
 * load ρ: ρ/(1 − ρ).
 */
const lines = {
  two: { line: series(2, 0), exact: 2400 },
  twoOnePlace: { line: series(2, 1), exact: 2700 },
  twoThreePlaces: { line: series(2, 3), exact: 3000 },
  twoFaster: { line: series(2, 0, 0.9), exact: 2400 / 0.9 },
  three: { line: series(3, 0), exact: (22 / 39) * 3600 },
  ten: { line: series(10, 5), exact: 0.76341 * 3600 },
  queue: { line: queue(0.5), exact: 1 },
};

/**
 * Each job: which lines, for how long, and which way to an interval. `exact` differences are against the first line.
 * `isInformation`: shown for comparison, not judged; `share` of the seeds.
 */
const jobs = [
  { name: "mean, two stations", lines: ["two"], run: { hours: 0.5, warmUpHours: 0.03 }, cap: 10 },
  { name: "mean, three stations", lines: ["three"], run: { hours: 0.5, warmUpHours: 0.03 }, cap: 10 },
  { name: "mean, ten stations", lines: ["ten"], run: { hours: 0.3, warmUpHours: 0.2 }, cap: 10 },
  { name: "mean parts in a queue", lines: ["queue"], run: { hours: 1, warmUpHours: 0.1 }, cap: 20, kpi: "wip" },
  {
    name: "difference, one place more",
    lines: ["two", "twoOnePlace"],
    run: { hours: 0.5, warmUpHours: 0.03 },
    cap: 10,
  },
  { name: "difference, 10 % faster", lines: ["two", "twoFaster"], run: { hours: 0.5, warmUpHours: 0.03 }, cap: 10 },
  {
    name: "three differences at once",
    lines: ["two", "twoOnePlace", "twoThreePlaces", "twoFaster"],
    run: { hours: 0.3, warmUpHours: 0.03 },
    cap: 20,
  },
  { name: "mean, stopped at ±1 %", lines: ["two"], run: { hours: 0.5, warmUpHours: 0.03 }, wish: { relative: 0.01 } },
  {
    name: "mean, stopped at ±0.6 %",
    lines: ["two"],
    run: { hours: 0.5, warmUpHours: 0.03 },
    wish: { relative: 0.006 },
  },
  {
    name: "difference, stopped at ±12",
    lines: ["two", "twoOnePlace"],
    run: { hours: 0.5, warmUpHours: 0.03 },
    wish: { absolute: 12 },
  },
  {
    name: "difference, stopped at ±10",
    lines: ["two", "twoFaster"],
    run: { hours: 0.3, warmUpHours: 0.03 },
    wish: { absolute: 10 },
  },
  {
    name: "warm-up, difference and stop",
    lines: ["two", "twoOnePlace"],
    run: { hours: 0.5, warmUpHours: 0 },
    wish: { absolute: 12 },
    isWarmed: true,
  },
  {
    name: "ten stations, no warm-up",
    lines: ["ten"],
    run: { hours: 0.6, warmUpHours: 0 },
    cap: 10,
    share: 0.2,
    isInformation: true,
  },
  {
    name: "mean after automatic warm-up",
    lines: ["ten"],
    run: { hours: 0.6, warmUpHours: 0 },
    cap: 10,
    isWarmed: true,
  },
  {
    name: "parts in a queue after the same",
    lines: ["queue"],
    run: { hours: 0.5, warmUpHours: 0 },
    cap: 20,
    kpi: "wip",
    isWarmed: true,
  },
];

const bounds = [0.935, 0.965];

async function main() {
  const seeds = Number(process.argv[2] ?? 2000);
  const started = performance.now();
  const print = rowsOf([32, 8, 6, 12, 9, 7, 20]);
  print(["what", "covered", "± 2 se", "replications", "warm-up s", "reached", "verdict"]);
  let failures = 0;
  const judge = (name, all) => {
    const { isInformation, isWarmed } = jobs.find((job) => job.name === name);
    const mean = (of) => all.reduce((sum, a) => sum + of(a), 0) / all.length;
    const share = mean((a) => (a.covers ? 1 : 0));
    const error = 2 * Math.sqrt((share * (1 - share)) / all.length);
    const isRight = share >= bounds[0] && share <= bounds[1];
    if (!isRight && isInformation !== true) failures++;
    print([
      name,
      `${(share * 100).toFixed(1)} %`,
      (error * 100).toFixed(1),
      mean((a) => a.replications).toFixed(1),
      isWarmed === true ? (mean((a) => a.warmUpHours) * 3600).toFixed(0) : "",
      `${(mean((a) => (a.isReached ? 1 : 0)) * 100).toFixed(0)} %`,
      isInformation === true ? "for comparison" : isRight ? "within 93.5–96.5 %" : "OUTSIDE 93.5–96.5 %",
    ]);
  };
  await inThreads(
    new URL(import.meta.url),
    jobs.map(({ name, share = 1 }) => ({ name, seeds: Math.ceil(seeds * share) })),
    judge,
  );
  console.log(
    `\n${seeds} seeds each, ${((performance.now() - started) / 1000).toFixed(0)} s, ${machine()}; ` +
      (failures === 0 ? "all within the bounds" : `${failures} outside the bounds`),
  );
  process.exitCode = failures === 0 ? 0 : 1;
}

async function work() {
  const rooms = await roomsIn(workerData.folder);
  const { checkScenario, simulate, kpis, drive, compareUntil, proposeWarmUp } = rooms;
  const lineOf = (name) => {
    const file = { schemaVersion: 1, line: lines[name].line, run: { hours: 1, warmUpHours: 0, seed: 1 } };
    const parsed = checkScenario(file, { retrofits: [], policies: [] });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value.line;
  };
  const parsed = Object.fromEntries(Object.keys(lines).map((name) => [name, lineOf(name)]));
  const here = (line, run, first, count) =>
    Promise.resolve(simulate(line, run, first, count).map((counters) => kpis(line, counters)));

  const one = async (job, seed) => {
    let run = { ...job.run, replications: 1, seed };
    const asked = job.lines.map((name) => parsed[name]);
    if (job.isWarmed === true) {
      // of all lines compared the longest: they must be measured over the same hours
      const found = await Promise.all(asked.map((line) => drive(proposeWarmUp(line, run), here)));
      run = { ...run, warmUpHours: Math.max(...found.map((f) => f.hours)) };
    }
    const fixed = job.wish === undefined;
    const answer = await drive(
      compareUntil({
        lines: asked,
        run,
        kpi: job.kpi ?? "throughputPerHour",
        halfWidth: job.wish ?? { absolute: 1e-9 },
        ...(fixed ? { first: job.cap, cap: job.cap } : { cap: 2000 }),
      }),
      here,
    );
    const exact = job.lines.map((name) => lines[name].exact);
    const covers = (found, truth) => Math.abs(found.mean - truth) <= found.half;
    const all =
      asked.length === 1
        ? covers(answer.first, exact[0])
        : answer.differences.every((found, i) => covers(found, exact[i + 1] - exact[0]));
    return {
      covers: all,
      replications: answer.replications,
      warmUpHours: run.warmUpHours,
      isReached: fixed || answer.state === "precise",
    };
  };
  parentPort.on("message", async ({ job, from, to }) => {
    const found = jobs.find(({ name }) => name === job);
    const results = [];
    for (let seed = from; seed < to; seed++) results.push(await one(found, 1000 + seed));
    parentPort.postMessage({ job, from, results });
  });
}

if (isMainThread && process.argv[1] === fileURLToPath(import.meta.url)) await main();
else if (!isMainThread) await work();
