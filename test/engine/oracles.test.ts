import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { availableParallelism } from "node:os";
import { afterAll, describe, expect, it } from "vitest";
import { compareLines, type Estimate, type LineKpi, type ReplicationResult, summarise } from "../../src/measure";
import { checkScenario } from "../../src/model";
import { createNodePool } from "../../workers/pool.node";
import { bundledWorker, sharedPath } from "../shared";

/**
 * Exact answers (closed formulas, Markov chains). Rule: a figure passes within 4.5 standard errors or 0.4 % of the exact
 * value; exact zeros within 1e-9.
 */
const folder = sharedPath("oracles", "lines");
const files =
  folder === null
    ? []
    : readdirSync(folder)
        .filter((f) => f.endsWith(".json"))
        .sort();

interface Oracle {
  id: string;
  title: string;
  scenario: unknown;
  expect: Record<string, number>;
}

function scenarioOf(oracle: Oracle) {
  const parsed = checkScenario(oracle.scenario, { retrofits: [], policies: [] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function pick(value: unknown, path: string): Estimate {
  return path.split(".").reduce<unknown>((v, key) => (v as Record<string, unknown>)[key], value) as Estimate;
}

describe.skipIf(folder === null || bundledWorker === null)("exact answers", () => {
  // the bundle, not the sources: the test runner's import bindings make the engine five times slower
  const pool = createNodePool(Math.min(8, availableParallelism()), bundledWorker!);
  afterAll(() => pool.dispose());

  const results = new Map<string, ReplicationResult[]>();
  const answers = new Map<string, Oracle>();

  it.each(files.length > 0 ? files : ["no reference answers on this machine"])("%s", async (file) => {
    const oracle = JSON.parse(readFileSync(join(folder!, file), "utf8")) as Oracle;
    const { line, run } = scenarioOf(oracle);
    const replications = await pool.simulate(line, run);
    results.set(oracle.id, replications);
    answers.set(oracle.id, oracle);
    const result = summarise(replications);
    for (const [path, exact] of Object.entries(oracle.expect)) {
      const { mean, sd } = pick(result, path);
      const error = Math.abs(mean - exact);
      if (exact === 0) expect(error, `${oracle.id} ${path}`).toBeLessThan(1e-9);
      else {
        const z = sd > 0 ? error / (sd / Math.sqrt(result.replications)) : error === 0 ? 0 : Infinity;
        const within = z <= 4.5 || error <= 0.004 * Math.abs(exact);
        expect(within, `${oracle.id} ${path}: ${mean} instead of ${exact}, z = ${z.toFixed(1)}`).toBe(true);
      }
    }
  });

  const pairs = files
    .filter((file) => file.endsWith("-before.json"))
    .map((file) => file.slice(0, -"-before.json".length));
  it.each(pairs.length > 0 ? pairs : ["no pairs on this machine"])("%s: the difference", (pair) => {
    const ids = [`${pair}-before`, `${pair}-after`] as const;
    const [before, after] = ids.map((id) => results.get(id)!);
    const [exactBefore, exactAfter] = ids.map((id) => answers.get(id)!.expect);
    let compared = 0;
    for (const [path, exact] of Object.entries(exactAfter!)) {
      const from = exactBefore![path];
      // differences are made of line figures, replication by replication
      if (from === undefined || !path.startsWith("line.")) continue;
      const kpi = path.slice("line.".length) as LineKpi;
      const found = compareLines(before!, after!)[kpi];
      const error = Math.abs(found.mean - (exact - from));
      const half = (found.ci95[1] - found.ci95[0]) / 2 / 1.96;
      expect(
        error <= 4.5 * half || error <= 0.004 * Math.abs(from),
        `${pair} ${path}: ${found.mean}, exact ${exact - from}`,
      ).toBe(true);
      compared++;
    }
    expect(compared).toBeGreaterThan(0);
  });
});
