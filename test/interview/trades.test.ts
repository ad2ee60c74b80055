import { afterAll, describe, expect, it } from "vitest";
import { factsOf, trades, type TradeId } from "../../src/interview";
import { summarise } from "../../src/measure";
import { createNodePool } from "../../workers/pool.node";
import { readScenario } from "../scenarios/files";
import { bundledWorker } from "../shared";

const tradeIds = Object.keys(trades) as TradeId[];

// a template that is changed must not leave an old "usual" figure in the questions
describe.skipIf(bundledWorker === null)("the usual figures of the questions", () => {
  const pool = createNodePool(2, bundledWorker!);
  afterAll(() => pool.dispose());

  it.each(tradeIds)(
    "%s: they are those of the simulated template",
    async (trade) => {
      const template = readScenario(`${trade}.json`);
      const run = { ...template.run, hours: 350, warmUpHours: 50, replications: 4 };
      const { line } = summarise(await pool.simulate(template.line, run));
      const { goodPerHour, scrapShare } = trades[trade];
      expect(Math.abs(line.goodPerHour.mean / goodPerHour - 1)).toBeLessThan(0.05);
      expect(Math.abs(line.scrapShare.mean / scrapShare - 1)).toBeLessThan(0.15);
      const facts = factsOf(trade, template);
      expect(facts.perDay).toBeGreaterThan(0);
      expect(facts.people).toBeGreaterThan(0);
    },
    120_000,
  );
});
