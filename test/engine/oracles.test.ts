import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { availableParallelism } from "node:os";
import { afterAll, describe, expect, it } from "vitest";
import { type Estimate, summarise } from "../../src/measure";
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

  it.each(files.length > 0 ? files : ["no reference answers on this machine"])("%s", async (file) => {
    const oracle = JSON.parse(readFileSync(join(folder!, file), "utf8")) as Oracle;
    const { line, run } = scenarioOf(oracle);
    const result = summarise(await pool.simulate(line, run));
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
});
