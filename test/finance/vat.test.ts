import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vatCash } from "../../src/finance/vat";

const total = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);

describe("input VAT", () => {
  it("comes back as far as there is VAT to pay, a month later at the earliest", () => {
    const { cash, left } = vatCash({
      input: Float64Array.of(130_000, 0, 0, 0, 0),
      capacity: new Float64Array(5).fill(50_000),
      lag: 1,
    });
    expect([...cash]).toEqual([-130_000, 50_000, 50_000, 30_000, 0]);
    expect(left).toBe(0);
  });

  it("waits behind the firm's own excess and may be left at the horizon", () => {
    // month 1: own excess of 30 goes on; month 2: 100 − 30 = 70 of room; month 3: 20
    const { cash, left } = vatCash({
      input: Float64Array.of(100, 0, 0, 5),
      capacity: Float64Array.of(0, -30, 100, 20),
      lag: 1,
    });
    expect([...cash]).toEqual([-100, 0, 70, 20 - 5]);
    expect(left).toBe(100 + 5 - 90);
  });

  const row = (least: number, most: number): fc.Arbitrary<Float64Array> =>
    fc
      .array(fc.integer({ min: least, max: most }), { minLength: 40, maxLength: 40 })
      .map((list) => Float64Array.from(list));

  it("moves money in time only: what is paid comes back or is left", () => {
    fc.assert(
      fc.property(row(0, 1e6), row(-1e6, 3e6), fc.nat(3), (input, capacity, lag) => {
        const { cash, left } = vatCash({ input, capacity, lag });
        expect(total(cash) + left).toBe(0);
        expect(left).toBeGreaterThanOrEqual(0);
        // no purchases in the last months and room for everything: neutral
        const early = input.map((v, m) => (m < 30 ? v : 0));
        expect(vatCash({ input: early, capacity: new Float64Array(40).fill(4e6), lag }).left).toBe(0);
      }),
    );
  });

  it("is the difference between two firms' VAT returns, with and without the purchase", () => {
    // a return: payable = max(0, output − input − carried), the excess carried on
    const payable = (net: Float64Array): number[] => {
      let carried = 0;
      return Array.from(net, (v) => {
        const due = v - carried;
        carried = Math.max(0, -due);
        return Math.max(0, due);
      });
    };
    fc.assert(
      fc.property(row(0, 1e6), row(-1e6, 3e6), (input, capacity) => {
        const { cash } = vatCash({ input, capacity, lag: 0 });
        const without = payable(capacity);
        const withIt = payable(capacity.map((v, m) => v - (input[m] ?? 0)));
        without.forEach((due, m) => expect(cash[m]).toBe(due - (withIt[m] ?? NaN) - (input[m] ?? 0)));
      }),
    );
  });
});
