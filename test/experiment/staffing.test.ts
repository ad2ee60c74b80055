import { describe, expect, it } from "vitest";
import { fewestPeople } from "../../src/experiment/staffing";
import { type LineInput, Run } from "../../src/model";
import { lineOf } from "../engine/anyLine";
import { told } from "./inProcess";

const run = Run.parse({ hours: 20, warmUpHours: 2, replications: 10 });
const exponential = (mean: number) => ({ dist: "exponential" as const, mean });
/** one machine is the pace; its operator is needed all the time, the benches' five for two machines */
const line: LineInput = {
  operators: [
    { id: "mill", count: 1 },
    { id: "bench", count: 5 },
    { id: "robot", kind: "robot", count: 3 },
    { id: "elsewhere", count: 4 },
  ],
  stations: [
    { id: "a", process: { time: exponential(60), operators: { pool: "mill" } } },
    { id: "b", machines: 2, process: { time: exponential(50), operators: { pool: "bench" } } },
    { id: "c", process: { time: exponential(10) }, load: { time: 5, operators: { pool: "robot" } } },
  ],
  flows: [
    { from: "a", to: "b", capacity: null },
    { from: "b", to: "c", capacity: null },
  ],
};

describe("the fewest people that keep the output", () => {
  it("are those the line uses; robots and people nobody asks for are left alone", async () => {
    const { answer, steps } = await told(fewestPeople(lineOf(line), run, { share: 0.02, most: 12 }));
    expect(answer.today.counts).toEqual({ mill: 1, bench: 5 });
    expect(answer.fewest.counts.mill).toBe(1);
    // one of them does 83 % of the time what two machines need: it keeps the output, or the second one is needed
    expect(answer.fewest.counts.bench).toBeLessThanOrEqual(2);
    expect(answer.fewer).toBe(5 - answer.fewest.counts.bench!);
    expect(answer.lost.percent!.ci95[0]).toBeGreaterThanOrEqual(-2);
    const taken = answer.path.filter(({ isTaken }) => isTaken);
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.every(({ pool }) => pool === "bench")).toBe(true);
    expect(taken.at(-1)!.to).toBe(answer.fewest.counts.bench);
    expect(new Set(steps.map(({ stage }) => stage))).toEqual(new Set(["best", "fewest"]));
  }, 60_000);

  it("adds where that is proven to bring more than it takes", async () => {
    const short: LineInput = {
      operators: [{ id: "crew", count: 1 }],
      stations: [{ id: "a", machines: 3, process: { time: 60, operators: { pool: "crew" } } }],
    };
    const { answer } = await told(fewestPeople(lineOf(short), run, { mostMore: 3, most: 6 }));
    expect(answer.best.counts).toEqual({ crew: 3 });
    expect(answer.best.output.mean).toBeCloseTo(180, 0);
    expect(answer.fewest.counts).toEqual({ crew: 3 });
    expect(answer.fewer).toBe(-2);
    const kept = await told(fewestPeople(lineOf(short), run, { mostMore: 0, most: 6 }));
    expect(kept.answer.best.counts).toEqual({ crew: 1 });
  });

  it("keeps what the largest job needs, one in every shift that works, and gives the same answer twice", async () => {
    const calendar = {
      shifts: [
        { id: "day", start: "06:00", end: "14:00" },
        { id: "late", start: "14:00", end: "22:00" },
        { id: "night", start: "22:00", end: "04:00" },
      ],
    };
    const pairs = lineOf({
      calendar,
      operators: [
        { id: "lift", count: 4, countByShift: { day: 4, late: 3, night: 0 } },
        { id: "two", count: 3 },
      ],
      stations: [
        { id: "a", process: { time: 60 }, load: { time: 5, operators: { pool: "lift" } } },
        { id: "b", process: { time: 30 }, load: { time: 5, operators: { pool: "two", count: 2 } } },
      ],
    });
    const ask = () => told(fewestPeople(pairs, run, { most: 6, share: 0.05 }));
    const { answer } = await ask();
    // the late shift has one left when the day has two
    expect(answer.fewest.counts).toEqual({ lift: 2, two: 2 });
    expect((await ask()).answer).toEqual(answer);
  });
});
