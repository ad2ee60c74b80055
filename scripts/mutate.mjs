// npm run mutate [-- parts of names]: breaks a copy of the engine in many plausible ways and asks whether the tests notice.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { mutations } from "../test/engine/mutations.mjs";
import { root } from "./lib/inputs.mjs";
import { ensureInstalled, requireNode } from "./lib/install.mjs";

requireNode();
ensureInstalled();

/** A mistake may well be an endless loop. */
const patienceSeconds = 120;
const copied =
  /^(src|workers|test|scenarios|scripts|public|package(-lock)?\.json|tsconfig.*\.json|vite.*\.config\.ts|vitest\.config\.ts)$/;
/** The list of mistakes does not hold for a mistaken engine; reference answers need not be there. */
const leftOut = /mutations|oracles/;
/** The quickest first, one after the other; then all that are not named here. */
const quick = [["byHand", "byHandPeople"], ["luck"], ["corners", "constructs"]];
/** Runs the bundle, which has to be built anew for every mistake. */
const bundled = "exactCases";

const print = (/** @type {string} */ text) => process.stdout.write(text);
const copy = mkdtempSync(join(tmpdir(), "xianjian-mutate-"));
const report = join(copy, "report.json");
/** @type {import("node:child_process").ChildProcess | undefined} */
let running;
const cleanUp = () => rmSync(copy, { recursive: true, force: true });
process.on("exit", cleanUp);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.once(signal, () => {
    end(running);
    process.exit(130);
  });

/** Ends a run with its workers: one that loops hears nothing but this. @param {import("node:child_process").ChildProcess | undefined} child */
function end(child) {
  if (child?.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // it has ended by itself
  }
}

/** @param {string[]} command @returns {Promise<number | "timeout">} exit code */
function node(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: copy,
      stdio: "ignore",
      detached: process.platform !== "win32",
      // reference answers outside of the repository are not needed here
      env: { ...process.env, XIANJIAN_SHARED: join(copy, "none") },
    });
    running = child;
    const timer = setTimeout(() => {
      end(child);
      resolve("timeout");
    }, patienceSeconds * 1000);
    child.on("error", () => resolve(1));
    child.on("close", (code) => {
      running = undefined;
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

/** @param {string[]} files @returns {Promise<string | null>} the test that failed, or null */
async function failedTest(files) {
  rmSync(report, { force: true });
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const code = await node([vitest, "run", "--bail=1", "--reporter=json", `--outputFile.json=${report}`, ...files]);
  if (code === 0) return null;
  if (code === "timeout") return `no answer in ${patienceSeconds} s`;
  /** @type {{ testResults: { name: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  for (const { name, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === "failed");
    if (failed !== undefined) return `${basename(name)}: ${failed.fullName}`;
  }
  // a mistake that does not even compile is no mistake that a test has noticed
  throw new Error("the tests did not run");
}

const tests = readdirSync(join(root, "test", "engine"))
  .filter((file) => file.endsWith(".test.ts") && !leftOut.test(file))
  .map((file) => file.slice(0, -".test.ts".length));
const path = (/** @type {string} */ name) => `test/engine/${name}.test.ts`;
const stages = [...quick, tests.filter((name) => name !== bundled && !quick.flat().includes(name)), [bundled]];

/** @returns {Promise<string | null>} the first test that fails on the copy as it stands */
async function caughtBy() {
  for (const stage of stages) {
    if (stage.includes(bundled)) {
      const build = [join("node_modules", "vite", "bin", "vite.js"), "build", "--config", "vite.cli.config.ts"];
      if ((await node(build)) !== 0) throw new Error("the bundle could not be built");
    }
    const failed = await failedTest(stage.map(path));
    if (failed !== null) return failed;
  }
  return null;
}

/** The packages one by one, so that what tools keep beside them stays in the copy. */
function linkPackages() {
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")))
    if (!name.startsWith("."))
      symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name), "junction");
}

/** @param {import("../test/engine/mutations.mjs").Mutation} mutation @returns {() => void} puts everything back */
function apply({ name, edits }) {
  /** @type {Map<string, string>} */
  const originals = new Map();
  for (const { file, from, to } of edits) {
    const at = join(copy, file);
    const text = readFileSync(at, "utf8");
    if (!originals.has(at)) originals.set(at, text);
    if (text.split(from).length !== 2) throw new Error(`${name}: not exactly once in ${file}: ${from}`);
    writeFileSync(
      at,
      text.replace(from, () => to),
    );
  }
  return () => originals.forEach((text, at) => writeFileSync(at, text));
}

for (const name of readdirSync(root))
  if (copied.test(name)) cpSync(join(root, name), join(copy, name), { recursive: true });
linkPackages();

const wanted = process.argv.slice(2);
const chosen = mutations.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s`;

const begun = Date.now();
const faulty = await caughtBy();
print(
  `${faulty === null ? "sound   " : "BROKEN  "} ${seconds(begun)}  the engine as it is${faulty === null ? "" : `: ${faulty}`}\n`,
);
if (faulty !== null) process.exit(1);

let survivors = 0;
for (const mutation of chosen) {
  const since = Date.now();
  const undo = apply(mutation);
  const test = await caughtBy();
  undo();
  if (test === null) survivors++;
  print(
    `${test === null ? "SURVIVED" : "caught  "} ${seconds(since)}  ${mutation.name}${test === null ? "" : `\n${" ".repeat(20)}${test}`}\n`,
  );
}
print(
  `\n${chosen.length} mistakes, ${chosen.length - survivors} caught, ${survivors} survived (${seconds(begun).trim()})\n`,
);
process.exitCode = survivors === 0 ? 0 : 1;
