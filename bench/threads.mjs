// The pure rooms in worker threads, many seeds at once. Each thread runs whole experiments, so that no message is sent per
// replication: a bench asks for a hundred thousand short ones.
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "vite";

const root = resolve(import.meta.dirname, "..");
const rooms = {
  engine: "src/engine/index.ts",
  measure: "src/measure/index.ts",
  model: "src/model/index.ts",
  drive: "src/experiment/drive.ts",
  compareUntil: "src/experiment/compareUntil.ts",
  comparisons: "src/experiment/comparisons.ts",
  precision: "src/experiment/precision.ts",
  warmUp: "src/experiment/warmUp.ts",
  chance: "src/experiment/chance.ts",
  selectBest: "src/experiment/selection/selectBest.ts",
};

/** Bundles the rooms as the workers get them; constants stay constants, or the engine is three times slower. */
async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), "xianjian-rooms-"));
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(rooms).map(([name, file]) => [name, join(root, file)])),
        output: { format: "es", entryFileNames: "[name].mjs", topLevelVar: false },
        external: [],
      },
    },
    ssr: { noExternal: true },
  });
  return folder;
}

/** Everything the rooms export, in one object; called in a thread with the folder it was given. */
export async function roomsIn(folder) {
  const modules = await Promise.all(
    Object.keys(rooms).map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)),
  );
  return Object.assign({}, ...modules);
}

/**
 * Runs the script in as many threads as there are cores, each with `{ folder, job, from, to }` of each job's seeds, and
 * hands the answers of each job, in order of seeds, to `onDone` as soon as the last of them is there.
 */
export async function inThreads(script, jobs, onDone) {
  const folder = await bundled();
  const size = Math.min(8, availableParallelism());
  const portion = 25;
  const queue = jobs.flatMap(({ name, seeds }) =>
    Array.from({ length: Math.ceil(seeds / portion) }, (_, i) => {
      return { job: name, from: i * portion, to: Math.min(seeds, (i + 1) * portion) };
    }),
  );
  const answers = Object.fromEntries(jobs.map(({ name, seeds }) => [name, { left: seeds, results: [] }]));
  const work = () =>
    new Promise((done, fail) => {
      const worker = new Worker(script, { workerData: { folder } });
      const next = () => {
        const task = queue.shift();
        if (task === undefined) void worker.terminate().then(done);
        else worker.postMessage(task);
      };
      worker.on("message", ({ job, from, results }) => {
        const of = answers[job];
        results.forEach((result, i) => (of.results[from + i] = result));
        of.left -= results.length;
        if (of.left === 0) onDone(job, of.results);
        next();
      });
      worker.on("error", fail);
      next();
    });
  await Promise.all(Array.from({ length: size }, work));
  rmSync(folder, { recursive: true, force: true });
}

export const machine = () => `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, Node ${process.version}`;

/** Prints rows in columns of the given widths as they come. */
export const rowsOf = (widths) => (cells) =>
  console.log(cells.map((cell, c) => String(cell).padEnd(widths[c])).join("  "));
