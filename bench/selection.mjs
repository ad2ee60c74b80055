// Is the chosen one right as often as stated? 400 seeds of known rankings: synthetic candidates with common luck, normal and
// skewed, least favourable and spread out; and a real line whose long-run answers are exact. A choice counts as right when it
// is the best or less than delta below it. `node bench/selection.mjs [seeds]`
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { inThreads, machine, roomsIn, rowsOf } from "./threads.mjs";

const exponential = (mean) => ({ dist: "exponential", mean });
const twoStations = (capacity, first = 1, second = 1) => ({
  stations: [
    { id: "s0", process: { time: exponential(first) } },
    { id: "s1", process: { time: exponential(second) } },
  ],
  flows: [{ from: "s0", to: "s1", capacity }],
});

/** Parts an hour of two exponential stations of equal rate and b places between them: (b + 2)/(b + 3) of a station's. */
const perHour = (places, mean) => (3600 / mean) * ((places + 2) / (places + 3));
/**
 * More places bring parts, faster stations bring them too; each offer has its price, in parts an hour, so that all come
 * close: one is 10 better than the next four.
 */
const real = [
  { places: 0, mean: 1, value: 2400 },
  { places: 1, mean: 1, value: 2410 },
  { places: 2, mean: 1, value: 2400 },
  { places: 3, mean: 1, value: 2395 },
  { places: 0, mean: 0.9, value: 2400 },
  { places: 1, mean: 0.9, value: 2398 },
  { places: 2, mean: 0.95, value: 2400 },
  { places: 4, mean: 1, value: 2390 },
].map((offer) => ({ ...offer, price: perHour(offer.places, offer.mean) - offer.value }));

const truthOf = {
  /** all but the first exactly delta below: the hardest there is */
  lfc: (k, delta) => Array.from({ length: k }, (_, i) => (i === 0 ? delta : 0)),
  spread: (k, delta) => Array.from({ length: k }, (_, i) => -i * delta),
  /** two nearly equal at the top, the others far */
  nearTie: (k, delta) => Array.from({ length: k }, (_, i) => (i < 2 ? -i * 0.2 * delta : -3 * delta)),
};

const jobs = [
  ...["lfc", "spread", "nearTie"].flatMap((shape) =>
    ["normal", "skewed"].map((luck) => ({ name: `${shape}, ${luck}`, shape, luck, k: 10, rho: 0.6, delta: 0.4 })),
  ),
  { name: "lfc, normal, independent", shape: "lfc", luck: "normal", k: 10, rho: 0, delta: 0.4 },
  { name: "lfc, normal, unequal spread", shape: "lfc", luck: "normal", k: 10, rho: 0.6, delta: 0.4, unequal: 1 },
  { name: "lfc, normal, two", shape: "lfc", luck: "normal", k: 2, rho: 0.6, delta: 0.4 },
  { name: "two stations, eight offers", real, delta: 10, run: { hours: 0.2, warmUpHours: 0.03 } },
];
const least = 0.92;

async function main() {
  const seeds = Number(process.argv[2] ?? 400);
  const started = performance.now();
  const print = rowsOf([28, 7, 15, 12, 5, 20, 10]);
  print(["candidates", "right", "the best itself", "ended proven", "runs", "runs of the longest", "verdict"]);
  let failures = 0;
  const judge = (name, all) => {
    const mean = (of) => all.reduce((sum, a) => sum + of(a), 0) / all.length;
    const right = mean((a) => (a.isRight ? 1 : 0));
    if (right < least) failures++;
    print([
      name,
      `${(right * 100).toFixed(1)} %`,
      `${(mean((a) => (a.isBest ? 1 : 0)) * 100).toFixed(1)} %`,
      `${(mean((a) => (a.isProven ? 1 : 0)) * 100).toFixed(0)} %`,
      mean((a) => a.spent).toFixed(0),
      mean((a) => a.longest).toFixed(0),
      right >= least ? "≥ 92 %" : "BELOW 92 %",
    ]);
  };
  await inThreads(
    new URL(import.meta.url),
    jobs.map(({ name }) => ({ name, seeds })),
    judge,
  );
  console.log(
    `\n95 % stated, ${seeds} seeds each, ${((performance.now() - started) / 1000).toFixed(0)} s, ${machine()}; ` +
      (failures === 0 ? "all right often enough" : `${failures} too often wrong`),
  );
  process.exitCode = failures === 0 ? 0 : 1;
}

async function work() {
  const { checkScenario, simulate, kpis, drive, selectBest, chance } = await roomsIn(workerData.folder);
  const lineOf = (line) => {
    const file = { schemaVersion: 1, line, run: { hours: 1, warmUpHours: 0, seed: 1 } };
    const parsed = checkScenario(file, { retrofits: [], policies: [] });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value.line;
  };
  const dummy = lineOf(twoStations(0));

  const judged = (answer, truth, delta) => {
    const top = Math.max(...truth);
    const value = truth[Number(answer.best)];
    return {
      isRight: value > top - delta,
      isBest: value === top,
      isProven: answer.state === "proven",
      spent: answer.candidates.reduce((sum, c) => sum + c.replications, 0),
      longest: Math.max(...answer.candidates.map((c) => c.replications)),
    };
  };

  /** Candidates without a line: the value of replication r is drawn from its own stream, so that pairs share luck. */
  const synthetic = async ({ shape, luck, k, rho, delta, unequal = 0 }, seed) => {
    const truth = truthOf[shape](k, delta);
    const drawn = [];
    const draw = (r) => {
      const { normal, uniform } = chance(seed * 7919 + r);
      const one = luck === "normal" ? normal : () => -Math.log(uniform()) - 1;
      const shared = one();
      return truth.map(
        (mu, i) => mu + (1 + unequal * (i % 3)) * (Math.sqrt(rho) * shared + Math.sqrt(1 - rho) * one()),
      );
    };
    const run = { hours: 1, warmUpHours: 0, replications: 1, seed };
    const answer = await drive(
      selectBest({
        candidates: truth.map((_, i) => ({ id: String(i), line: dummy, run })),
        baseline: { line: dummy, run },
        value: (i, _result, { replication }) => (drawn[replication] ??= draw(replication))[i],
        delta,
        cap: 2000,
      }),
      (_line, _run, first, count) =>
        Promise.resolve(Array.from({ length: count }, (_, i) => ({ replication: first + i }))),
    );
    return judged(answer, truth, delta);
  };

  const lines = real.map(({ places, mean }) => lineOf(twoStations(places, mean, mean)));
  const onLines = async ({ delta, run }, seed) => {
    const truth = real.map(({ value }) => value);
    const asked = { ...run, replications: 1, seed };
    const answer = await drive(
      selectBest({
        candidates: lines.map((line, i) => ({ id: String(i), line, run: asked })),
        baseline: { line: lines[0], run: asked },
        value: (i, result, base) => result.line.throughputPerHour - base.line.throughputPerHour - real[i].price,
        delta,
        cap: 2000,
      }),
      (line, r, first, count) => Promise.resolve(simulate(line, r, first, count).map((c) => kpis(line, c))),
    );
    return judged(answer, truth, delta);
  };
  parentPort.on("message", async ({ job, from, to }) => {
    const found = jobs.find(({ name }) => name === job);
    const results = [];
    for (let seed = from; seed < to; seed++)
      results.push(await (found.real === undefined ? synthetic : onLines)(found, 5000 + seed));
    parentPort.postMessage({ job, from, results });
  });
}

if (isMainThread && process.argv[1] === fileURLToPath(import.meta.url)) await main();
else if (!isMainThread) await work();
