import { describe, expect, it } from "vitest";
import { Plan } from "../../src/model";
import { planMark, planMarks } from "../../src/panels/planMark";

const plan = (id: string, ...retrofits: string[]): Plan => Plan.parse({ id, retrofits });

describe("planMark", () => {
  it("keeps ids that are letters already", () => {
    const scenario = { plans: [plan("baseline"), plan("D", "D"), plan("E", "E"), plan("DE", "D", "E")] };
    expect(["D", "E", "DE"].map((id) => planMark(scenario, id))).toEqual(["D", "E", "DE"]);
  });
  it("gives plans named with words the letters of their places, the plan of today not counted", () => {
    const scenario = {
      plans: [plan("baseline"), plan("vision", "vision"), plan("welder", "second"), plan("both", "vision", "second")],
    };
    expect(["vision", "welder", "both"].map((id) => planMark(scenario, id))).toEqual(["A", "B", "C"]);
    expect(planMarks(scenario, ["vision", "second"])).toBe("A + B");
    expect(planMark(scenario, "unlisted")).toBe("unlisted");
  });
});
