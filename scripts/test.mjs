// npm test: installs what is missing, checks everything, and ends with one line that sums it up.
import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "./lib/inputs.mjs";
import { ensureInstalled, requireNode } from "./lib/install.mjs";
import { readPlaywright, readVitest, sum } from "./lib/tally.mjs";
import { runTasks } from "./lib/tasks.mjs";

requireNode();
ensureInstalled();
const { ensureBrowser } = await import("./browser.mjs");

const print = (/** @type {string} */ text) => process.stdout.write(text);
const results = join(root, "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const unitReport = join(results, "vitest.json");
const browserReport = join(results, "playwright.json");

/** A port nobody holds: two copies of the tests on one machine must not meet. @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const browser = ensureBrowser();
print(`Node ${process.versions.node} · ${browser}\n`);

const lanes = Math.max(1, Math.min(2, availableParallelism()));
const tool = (/** @type {string[]} */ ...path) => join("node_modules", ...path);

/** @type {import("./lib/tasks.mjs").Task[]} */
const tasks = [
  { name: "CLI bundle", command: ["scripts/build.mjs", "cli"] },
  { name: "build", command: ["scripts/build.mjs", "app"] },
  { name: "schema", command: ["scripts/schema.mjs", "--check"] },
  { name: "lint", command: [tool("eslint", "bin", "eslint.js"), "--max-warnings", "0", "."] },
  { name: "format:check", command: [tool("prettier", "bin", "prettier.cjs"), "--check", "--log-level", "warn", "."] },
  { name: "typecheck", command: ["scripts/typecheck.mjs"], slots: 2 },
  {
    name: "unit tests",
    command: [
      tool("vitest", "vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${unitReport}`,
    ],
    // Tests of the command line run the bundle; it must not be written while they do.
    after: ["CLI bundle"],
    slots: 2,
  },
  {
    name: "browser tests",
    command: [tool("@playwright", "test", "cli.js"), "test", "--reporter=list,json"],
    after: ["build"],
    slots: 2,
    env: {
      CHROMIUM_PATH: browser,
      XIANJIAN_TEST_PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
    },
  },
];

const outcomes = await runTasks(tasks, { lanes, print });
const state = new Map(outcomes.map((outcome) => [outcome.name, outcome.state]));
const unit = readVitest(unitReport, state.get("unit tests") === "passed");
const inBrowser = readPlaywright(browserReport, state.get("browser tests") === "passed");
const total = sum([unit, inBrowser]);
// A failed check that is no test (types, lint, layout, build) counts as one failure: the last line must not say "0 failed".
const checks = outcomes.filter(({ name, state }) => !name.endsWith("tests") && state !== "passed");
const failed = total.failed + checks.length;

print("\n── summary\n");
for (const { name, state, seconds } of outcomes) print(`${state.padEnd(8)} ${name} (${seconds.toFixed(1)} s)\n`);
for (const name of total.failedNames) print(`failed   ${name}\n`);
for (const name of total.skippedNames) print(`skipped  ${name}\n`);
print(`\n${total.passed} passed, ${failed} failed, ${total.skipped} skipped\n`);
process.exitCode = failed === 0 && outcomes.every((outcome) => outcome.state === "passed") ? 0 : 1;
