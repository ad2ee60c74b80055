import { describe, expect, it } from "vitest";
import { heldAgainstParts, notToBuy, type OwnerReason, type OwnerVerdict } from "../../src/store";

type Steps = Parameters<typeof notToBuy>[0];
type Money = Parameters<typeof heldAgainstParts>[0][number]["money"];

const way = (ids: string[], verdict: OwnerVerdict, npv: number) => ({
  ids,
  verdict,
  reasons: [] as OwnerReason[],
  money: { project: { withoutSubsidy: { npv: { mean: npv } } } } as Money,
});

describe("several steps together", () => {
  it("wait where one of them alone is worth as much", () => {
    const [, both] = heldAgainstParts([way(["lots"], "yes", 390), way(["lots", "room"], "yes", 380)]);
    expect(both).toMatchObject({ verdict: "notYet", reasons: [{ key: "noBetter", ids: ["lots"] }] });
  });

  it("name the step that should wait by itself, and stay what they are", () => {
    const [, alone, all] = heldAgainstParts([
      way(["lots"], "yes", 90),
      way(["hanging"], "notYet", 250),
      way(["hanging", "lots"], "yes", 420),
    ]);
    expect(alone?.reasons).toEqual([]);
    expect(all).toMatchObject({ verdict: "yes", reasons: [{ key: "partWaits", ids: ["hanging"] }] });
  });
});

describe("what not to buy yet", () => {
  const step = (id: string, verdict: "no" | null, npv: number, investment: number) =>
    ({ id, verdict, reasons: [], alone: { ids: [id], investment, npv: { mean: npv } } }) as unknown as Steps[number];

  it("is what speaks against itself or is beyond the budget, never what the same page advises", () => {
    const steps = [
      step("vision", "no", -60, 80),
      step("robot", null, 500, 900),
      step("fixture", null, 160, 250),
      step("rack", "no", 5, 20),
      step("training", "no", -1, 10),
    ];
    const ways = [way(["fixture", "rack"], "yes", 200)];
    const found = notToBuy(steps, ways, 300, (id) => id !== "training");
    expect(found.map(({ id }) => id)).toEqual(["vision", "robot"]);
  });
});
