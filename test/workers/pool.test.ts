import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { createNodePool } from "../../workers/pool.node";
import { bundledWorker } from "../shared";
import { simulationCore } from "../../workers/core";
import { checkScenario, PolicyFile } from "../../src/model";
import golden from "../golden.json";

const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as unknown;
const policies = ["changzhou", "suzhou"].flatMap(
  (city) => PolicyFile.parse(read(`scenarios/policies/${city}.json`)).rules,
);
const library = { retrofits: [], policies };

function scenario(file: string) {
  const parsed = checkScenario(read(file), library);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const machining = scenario("scenarios/lines/machining.json");
const run = { ...machining.run, hours: 60, warmUpHours: 10, replications: 7 };

describe.skipIf(bundledWorker === null)("the pool", () => {
  const pools = [1, 4].map((size) => createNodePool(size, bundledWorker!));
  afterAll(() => pools.forEach((p) => p.dispose()));

  it("gives the same figures with 1 and 4 workers and without any, to the bit", async () => {
    const [one, four] = await Promise.all(pools.map((p) => p.simulate(machining.line, run)));
    expect(four).toEqual(one);
    expect(one).toEqual(simulationCore.simulate({ line: machining.line, run, first: 0, count: run.replications }));
  });

  it("hands out ranges that join without a seam", async () => {
    const whole = await pools[1]!.simulate(machining.line, run);
    const parts = [
      await pools[1]!.simulate(machining.line, run, { first: 0, count: 3 }),
      await pools[1]!.simulate(machining.line, run, { first: 3 }),
    ];
    expect(parts.flat()).toEqual(whole);
  });

  it.each(Object.entries(golden.traces))("repeats the golden trace of %s", async (file, hash) => {
    const s = scenario(`scenarios/lines/${file}`);
    const traces = await Promise.all(
      pools.map((p) => p.watch({ line: s.line, run: s.run, replication: 0, calendarHours: golden.calendarHours })),
    );
    expect(traces.map((t) => t.hash)).toEqual([hash, hash]);
  });

  it("goes on in one worker with what another has kept", async () => {
    const { line } = machining;
    const [kept] = await pools[0]!.keep({ line, run, replication: 0, hours: [30] });
    const part = await pools[1]!.window({ line, snapshot: kept!, fromHour: 33, toHour: 36 });
    const whole = await pools[0]!.watch({ line, run, replication: 0, calendarHours: 36 });
    const rows = (t: typeof whole) => t.columns.time.filter((time) => time > 33 * 3600e6);
    expect(rows(part)).toEqual(rows(whole));
    const ahead = await pools[1]!.fromNow({ line, snapshot: kept!, run: { hours: 5, seed: 2 }, first: 0, count: 3 });
    expect(ahead.map((r) => r.replication)).toEqual([0, 1, 2]);
    expect(ahead.every((r) => r.line.goodPerHour > 0)).toBe(true);
  });

  it("stops when told, and goes on afterwards", async () => {
    const abort = new AbortController();
    const long = pools[0]!.simulate(machining.line, { ...run, replications: 200 }, { signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    await expect(long).rejects.toMatchObject({ name: "AbortError" });
    expect(await pools[0]!.simulate(machining.line, { ...run, replications: 1 })).toHaveLength(1);
  });

  it("a worker that cannot do it says why instead of never answering", async () => {
    const broken = {
      ...machining.line,
      kanban: [0, 1].map((i) => ({ id: `k${i}`, from: "op10", to: "op20", cards: 3 })),
    };
    await expect(pools[0]!.simulate(broken, run)).rejects.toThrow(/kanbanOverlap/);
    const dead = createNodePool(1, pathToFileURL("dist-cli/no-such-worker.mjs"));
    await expect(dead.simulate(machining.line, run)).rejects.toThrow();
    dead.dispose();
  });
});
