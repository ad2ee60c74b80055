import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadReadyLines, parse, readyLines } from "../../src/app/library";
import { readRecord } from "../../src/store";
import { redo, startHistory, step, undo, type History } from "../../src/store/history";
import { linkOf, readLink } from "../../src/store/projects/link";
import { recordOf } from "../../src/store/projects/record";

await loadReadyLines();
const times = <T>(n: number, of: (value: T) => T, from: T): T => Array.from({ length: n }).reduce<T>(of, from);

describe("undo", () => {
  it("goes back over every gesture and forward again; a new gesture forgets what was undone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { maxLength: 400 }),
        fc.nat(500),
        fc.nat(500),
        fc.integer(),
        (values, back, forth, fresh) => {
          const states = [{ v: 0 }, ...values.map((v) => ({ v }))];
          const last = states.slice(1).reduce<History<{ v: number }>>(step, startHistory(states[0]!));
          const at = Math.max(0, values.length - back);
          const undone = times(back, undo, last);
          expect(undone.present).toBe(states[at]);
          const redone = times(forth, redo, undone);
          expect(redone.present).toBe(states[Math.min(values.length, at + forth)]);
          const next = { v: fresh };
          const turned = step(undone, next);
          expect(turned.present).toBe(next);
          expect(redo(turned)).toBe(turned);
          expect(undo(turned).present).toBe(states[at]);
        },
      ),
    );
  });
});

describe("what is kept", () => {
  const scenario = readyLines[0]!.scenario;
  const edited = fc
    .record({
      seed: fc.nat(4_294_967_295),
      replications: fc.integer({ min: 1, max: 500 }),
      name: fc.record({ zh: fc.string({ maxLength: 40, unit: "grapheme" }), en: fc.string({ maxLength: 40 }) }),
      price: fc.double({ min: 0, max: 1e5, noNaN: true }),
      plans: fc.nat(5),
    })
    .map(({ seed, replications, name, price, plans }) => ({
      ...scenario,
      meta: { ...scenario.meta, name },
      run: { ...scenario.run, seed, replications },
      line: { ...scenario.line, products: scenario.line.products.map((product) => ({ ...product, price })) },
      plans: scenario.plans.slice(0, plans),
    }));

  it("comes back from the database and from a link as it was", () => {
    const view = { choice: [], detail: { tab: "compare", open: false }, selected: null } as const;
    fc.assert(
      fc.property(edited, (changed) => {
        const project = { scenario: changed, demand: { kind: "today" } as const };
        const record = recordOf({ history: startHistory(project), ...view, fileName: null }, "id", 0, 1);
        const kept = readRecord(JSON.parse(JSON.stringify(record)));
        const linked = readLink(linkOf(project, view, readyLines).text, readyLines);
        if (!linked.ok) throw new Error("the link is not read");
        for (const text of [kept?.text ?? "", linked.text]) {
          const parsed = parse(text);
          if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
          expect(JSON.parse(JSON.stringify(parsed.scenario))).toEqual(JSON.parse(JSON.stringify(changed)));
        }
      }),
      { numRuns: 25 },
    );
  });
});
