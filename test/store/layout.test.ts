import { describe, expect, it } from "vitest";
import { physicsKey, ScenarioSchema } from "../../src/model";
import { movedLine, wayBetween, waysLonger, withLayout, withoutLayout, type Project } from "../../src/store";

const before = { a: { x: 0, y: 0 }, b: { x: 6, y: 2 }, c: { x: 12, y: 2 } };
const after = { ...before, b: { x: 7, y: 4 } };

function project(transporters: object[] = []): Project {
  const station = (id: string) => ({ id, process: { time: 60 } });
  const scenario = ScenarioSchema.parse({
    schemaVersion: 1,
    line: {
      stations: ["a", "b", "c"].map(station),
      transporters,
      flows: [
        {
          from: "a",
          to: "b",
          capacity: 4,
          transport: { distance: 14, ...(transporters.length > 0 ? { transporter: "t" } : {}) },
        },
        { from: "b", to: "c", conveyor: { length: 5, speed: 0.2, spacing: 0.5 } },
      ],
    },
  });
  return { scenario: scenario as Project["scenario"], demand: { kind: "all" } };
}

describe("stations at other places", () => {
  it("have their ways along the aisles", () => {
    expect(wayBetween(before, "a", "b")).toBe(8);
    expect(wayBetween(before, "a", "nowhere")).toBeNull();
  });

  it("make stated ways and belts longer by as much as their ends move apart", () => {
    const moved = movedLine(project().scenario.line, before, after);
    // a–b: 8 → 11 m apart; b–c: 6 → 7 m
    expect(moved.flows?.[0]?.transport?.distance).toBe(17);
    expect(moved.flows?.[1]?.conveyor?.length).toBe(6);
    expect(moved.stations[1]?.position).toEqual({ x: 7, y: 4 });
    expect(waysLonger(project().scenario.line, moved)).toBe(4);
  });

  it("bring the stated ways back when they are moved back", () => {
    const { line } = project().scenario;
    const back = movedLine(movedLine(line, before, after), after, before);
    expect(back.flows).toEqual(line.flows);
  });

  it("leave a belt one place at least", () => {
    const near = { ...before, b: { x: 12, y: 2 } };
    expect(movedLine(project().scenario.line, before, near).flows?.[1]?.conveyor?.length).toBe(0.5);
  });

  it("change no figure of a line without ways, and those of a line with vehicles", () => {
    const plain = project();
    const { flows: _none, ...line } = plain.scenario.line;
    const still = { ...plain, scenario: { ...plain.scenario, line } };
    const key = ({ scenario }: Project): string => physicsKey(scenario.line, scenario.run);
    expect(key(withLayout(still, before, after))).toBe(key(still));
    const driven = project([{ id: "t", count: 1, speed: 1 }]);
    expect(key(withLayout(driven, before, after))).not.toBe(key(driven));
  });

  it("stand in rows again when nothing is said of their places", () => {
    const rows = project();
    expect(withoutLayout(rows)).toBe(rows);
    const moved = withLayout(rows, before, after);
    expect(withoutLayout(moved).scenario.line.stations.every(({ position }) => position === undefined)).toBe(true);
  });
});
