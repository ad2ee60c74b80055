import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as events from "../../src/engine/events";

const HOUR = 3600e6;

/** What is done to the event list: an event `after` µs from now in a slot, or none; then the next one happens or not. */
const step = fc.record({
  slot: fc.nat(36),
  after: fc.oneof(
    fc.constantFrom(0, 1, 255, 256, Infinity),
    fc.nat(2000),
    fc.nat(60e6),
    // days, months and centuries: beyond what whole units reach
    fc.double({ min: 0, max: 1e6, noNaN: true }).map((hours) => Math.round(hours * HOUR)),
  ),
  happens: fc.boolean(),
});

describe("the event list", () => {
  it("gives what a sorted list gives: by time, then rank, then order of scheduling, however far ahead", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 37 }),
        fc.array(step, { minLength: 1, maxLength: 200 }),
        fc.nat(199),
        (ranks, steps, resumed) => {
          events.time.fill(Infinity, 0, ranks.length);
          events.begin(Float64Array.from(ranks));
          let pending: { slot: number; at: number; rank: number; n: number }[] = [];
          let now = 0;
          steps.forEach(({ slot: any, after, happens }, n) => {
            const slot = any % ranks.length;
            pending = pending.filter((e) => e.slot !== slot);
            if (after === Infinity) events.cancel(slot);
            else {
              events.schedule(slot, now + after);
              pending.push({ slot, at: now + after, rank: ranks[slot]!, n });
            }
            // a run put back and gone on with
            if (n === resumed) events.resume(ranks.length);
            pending.sort((a, b) => a.at - b.at || a.rank - b.rank || a.n - b.n);
            const next = pending[0];
            expect(events.time[events.top()]).toBe(next?.at ?? Infinity);
            if (next === undefined) return;
            expect(events.top()).toBe(next.slot);
            if (!happens) return;
            now = next.at;
            events.cancel(next.slot);
            pending.shift();
          });
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });
});
