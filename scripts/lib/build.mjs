// The two builds, made only when their inputs changed. Vite is loaded late: a fresh build must cost no start-up time.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, inputsOf, isFresh, root, stampName } from "./inputs.mjs";
import { say } from "./install.mjs";
import { withLock } from "./lock.mjs";

/** @typedef {{ name: "app" | "cli", folder: string, config: string, main: string, label: string }} Target */

/** @type {Target} */
const app = { name: "app", folder: "dist", config: "vite.config.ts", main: "index.html", label: "应用 / the app" };
/** @type {Target} */
const cli = {
  name: "cli",
  folder: "dist-cli",
  config: "vite.cli.config.ts",
  main: "xianjian.mjs",
  label: "命令行 / the command line",
};

/**
 * Builds beside the old folder and swaps it in whole, so that a reader never meets half a build.
 * @param {Target} target
 * @param {string} wanted fingerprint of the inputs
 */
async function make(target, wanted) {
  const { build } = await import("vite");
  const folder = join(root, target.folder);
  // Beside the target, so that the swap is a rename within one file system.
  const fresh = join(root, ".build", target.folder);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await build({
    root,
    configFile: join(root, target.config),
    // Vite's own chatter goes to stdout, which belongs to the answer.
    logLevel: "warn",
    build: { outDir: fresh, emptyOutDir: true },
  });
  writeFileSync(join(fresh, stampName), `${wanted}\n`);
  const old = `${fresh}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}

/** @param {Target} target @param {boolean} force */
async function ensure(target, force) {
  const isReady = () => {
    const wanted = fingerprint(inputsOf[target.name]);
    return !force && isFresh(target.folder, wanted) && existsSync(join(root, target.folder, target.main));
  };
  if (isReady()) return;
  await withLock(target.name, async () => {
    // Another process may have built it while this one waited.
    if (isReady()) return;
    say(`正在构建 / Building ${target.label} …`);
    const started = Date.now();
    await make(target, fingerprint(inputsOf[target.name]));
    say(`完成 / Done (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  });
}

/** Builds `dist/` when it is missing or stale. */
export function ensureApp(force = false) {
  return ensure(app, force);
}

/** Builds `dist-cli/` when it is missing or stale. */
export function ensureCli(force = false) {
  return ensure(cli, force);
}

/** The bundle that `bin/xianjian.mjs` runs. */
export const cliBundle = join(root, cli.folder, cli.main);
