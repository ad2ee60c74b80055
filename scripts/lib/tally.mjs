// Reads the reports of the two test runners into one sum. A runner that fell over counts as a failure, never as silence.
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./inputs.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number, failedNames: string[], skippedNames: string[] }} Tally */

/** @returns {Tally} */
const nothing = () => ({ passed: 0, failed: 0, skipped: 0, failedNames: [], skippedNames: [] });

/** @param {Tally} tally @param {"passed" | "failed" | "skipped"} state @param {string} name */
function count(tally, state, name) {
  tally[state] += 1;
  if (state === "failed") tally.failedNames.push(name);
  if (state === "skipped") tally.skippedNames.push(name);
}

/** @param {string} file */
function readJson(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Adds the failure that no single test stands for: a runner that stopped, found no test, or failed outside of one.
 * @param {Tally} tally @param {string} runner @param {boolean} hasPassed what the runner's exit code said
 */
function close(tally, runner, hasPassed) {
  const total = tally.passed + tally.failed + tally.skipped;
  if (total === 0) count(tally, "failed", `${runner}: no test was run`);
  else if (!hasPassed && tally.failed === 0) count(tally, "failed", `${runner}: failed outside of any test`);
  return tally;
}

/** @param {string} file vitest's JSON report @param {boolean} hasPassed @returns {Tally} */
export function readVitest(file, hasPassed) {
  const tally = nothing();
  for (const suite of readJson(file)?.testResults ?? []) {
    const path = relative(root, suite.name);
    for (const { status, fullName } of suite.assertionResults) {
      const state = status === "passed" || status === "failed" ? status : "skipped";
      count(tally, state, `${path}: ${fullName}`);
    }
    // A file that cannot even be loaded has no tests to blame.
    const hasFailedTest = suite.assertionResults.some(
      (/** @type {{ status: string }} */ test) => test.status === "failed",
    );
    if (suite.status === "failed" && !hasFailedTest)
      count(tally, "failed", `${path}: ${suite.message || "could not be loaded"}`);
  }
  return close(tally, "unit tests", hasPassed);
}

/** @param {any} suite @param {string[]} path @param {Tally} tally */
function walk(suite, path, tally) {
  const here = suite.title ? [...path, suite.title] : path;
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      // A test that passed only on a second try is not a passed test.
      const state = test.status === "expected" ? "passed" : test.status === "skipped" ? "skipped" : "failed";
      count(tally, state, `${[...here, spec.title].join(" › ")} [${test.projectName}]`);
    }
  }
  for (const inner of suite.suites ?? []) walk(inner, here, tally);
}

/** @param {string} file Playwright's JSON report @param {boolean} hasPassed @returns {Tally} */
export function readPlaywright(file, hasPassed) {
  const tally = nothing();
  for (const suite of readJson(file)?.suites ?? []) walk(suite, [], tally);
  return close(tally, "browser tests", hasPassed);
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
      failedNames: [...a.failedNames, ...b.failedNames],
      skippedNames: [...a.skippedNames, ...b.skippedNames],
    }),
    nothing(),
  );
}
