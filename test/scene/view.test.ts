import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlineOf } from "../../src/scene/flat/outline";
import { partPaths } from "../../src/scene/flat/paths";
import { settle, touch, type Box } from "../../src/scene/labels/settle";
import { createPicture, paint, stillView } from "../../src/scene/picture/picture";
import { pickStation } from "../../src/scene/pick";
import { planLine } from "../../src/scene/plan/planLine";
import { machineShapes } from "../../src/scene/shapes/machines";
import { floorOf, shapeNames, shapeOf } from "../../src/scene/shapes/shapeOf";
import { modelRuns } from "../../src/scene/runModel";
import { spokenState, stationsOf } from "../../src/scene/spoken";
import { viewRects } from "../../src/scene/views";
import { TraceCursor } from "../../src/trace";
import { galleryLabels } from "./gallery/labels";
import { machiningLine } from "./machiningLine";
import { syntheticTrace } from "./syntheticTrace";

describe("viewRects", () => {
  it("puts runs beside one another on wide screens and above one another on narrow ones", () => {
    expect(viewRects(1, 900, 600, 1.7)).toEqual([{ left: 0, top: 0, width: 900, height: 600 }]);
    const [a, b] = viewRects(2, 1200, 400, 1.7);
    expect([a?.top, b?.top, b?.left]).toEqual([0, 0, 600]);
    const [above, below] = viewRects(2, 400, 800, 1.7);
    expect([above?.left, below?.left, below?.top]).toEqual([0, 0, 400]);
    for (const [x, y] of [
      [a, b],
      [above, below],
    ])
      expect([x?.width, x?.height]).toEqual([y?.width, y?.height]);
  });
});

describe("settle", () => {
  it("never leaves two shown labels on top of one another, and keeps the most important", () => {
    const box = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 200 }),
      width: fc.integer({ min: 20, max: 120 }),
      height: fc.integer({ min: 16, max: 50 }),
      priority: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 40 }), (list) => {
        const boxes = list.map((item): Box => ({ ...item, hidden: false }));
        const fixed: Box = { x: 40, y: 0, width: 60, height: 30, priority: 9, hidden: false };
        settle(boxes, [fixed]);
        for (const item of boxes) if (!item.hidden) expect(touch(item, fixed)).toBe(false);
        const shown = boxes.filter((item) => !item.hidden);
        shown.forEach((a, i) => shown.slice(i + 1).forEach((b) => expect(touch(a, b)).toBe(false)));
        const first = boxes.find((item) => item.priority === Math.max(...boxes.map((other) => other.priority)));
        const alone = { ...list[boxes.indexOf(first as Box)], hidden: false } as Box;
        settle([alone], [fixed]);
        expect(first?.hidden).toBe(alone.hidden);
      }),
      { seed: 5 },
    );
  });
});

describe("settle, with lamps to keep in sight", () => {
  const label = (x: number, y: number, priority: number): Box => ({
    x,
    y,
    width: 80,
    height: 20,
    priority,
    hidden: false,
    within: [0, 200, 0, 200],
  });
  const lamp = (x: number, y: number): Box => ({ x, y, width: 18, height: 18, priority: 0, hidden: false });
  const covers = (a: Box, b: Box): boolean =>
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 2 && a.y < b.y + b.height - 2 && b.y < a.y + a.height - 2;

  it("moves a name aside for a lamp, and keeps it in its view", () => {
    const name = label(60, 100, 1);
    const one = lamp(30, 101);
    expect(covers(name, one)).toBe(true);
    settle([name], [], [one]);
    expect(name.hidden).toBe(false);
    expect(covers(name, one)).toBe(false);
    const edge = label(158, 100, 1);
    settle([edge], [], [lamp(125, 101)]);
    expect(edge.hidden || edge.x + edge.width / 2 <= 200).toBe(true);
  });
  it("hides a name that could only cover lamps, but not the bottleneck", () => {
    const wall = Array.from({ length: 400 }, (_, i) => lamp((i % 20) * 10, Math.floor(i / 20) * 10));
    const name = label(100, 100, 1);
    settle([name], [], wall);
    expect(name.hidden).toBe(true);
    const bottleneck = label(100, 100, 3);
    settle([bottleneck], [], wall);
    expect(bottleneck.hidden).toBe(false);
  });
});

describe("pickStation", () => {
  it("finds the machine under a ray from above, from the usual angle, and nothing beside the line", () => {
    const plan = planLine(machiningLine());
    plan.machines.forEach((machine) => {
      expect(pickStation(plan, [machine.x, 50, machine.z], [0, -1, 0])).toBe(machine.station);
      const spot = plan.stations[machine.station];
      const top = machineShapes[spot?.shape ?? "generic"].height;
      expect(pickStation(plan, [machine.x + 30, top - 0.1 + 30, machine.z + 30], [-1, -1, -1])).toBe(machine.station);
    });
    expect(pickStation(plan, [plan.minX - 5, 50, plan.minZ - 5], [0, -1, 0])).toBe(-1);
  });
});

describe("shapes", () => {
  it("stand on their floor and inside it, with a place for the work", () => {
    for (const name of shapeNames) {
      const shape = machineShapes[name];
      for (const part of outlineOf(shape.primitives)) {
        expect(Math.abs(part.x) + part.width / 2, `${name} ${JSON.stringify(part)}`).toBeLessThanOrEqual(
          shape.width / 2 + 0.16,
        );
        expect(Math.abs(part.z) + part.depth / 2, `${name} ${JSON.stringify(part)}`).toBeLessThanOrEqual(
          shape.depth / 2 + 0.16,
        );
      }
      expect(shape.work[1]).toBeGreaterThan(0.5);
      expect(shape.work[1]).toBeLessThan(shape.height);
    }
  });
  it("give every kind a silhouette and a floor", () => {
    expect(shapeOf("ageing")).toBe("channel");
    expect(shapeOf("generic")).toBe("generic");
    expect(shapeOf("washer")).toBe("tunnel");
    expect(floorOf({ kind: "vmc" } as never)).toEqual({ width: 2.6, depth: 2.8 });
  });
});

describe("flat plan", () => {
  it("draws each part of the picture once", () => {
    const line = machiningLine();
    const cursor = new TraceCursor(syntheticTrace(line, 3));
    const picture = createPicture(line, planLine(line), cursor.trace);
    cursor.seek(2.5 * 3600e6);
    paint(picture, cursor, stillView);
    const drawn = partPaths(picture.parts).reduce((sum, d) => sum + (d.match(/M/g) ?? []).length, 0);
    expect(drawn).toBe(picture.parts.count);
    expect(drawn).toBeGreaterThan(50);
  });
});

describe("words", () => {
  it("name each station, its states and its queue, for each run", () => {
    const line = machiningLine();
    const run = { id: "A" as const, title: "Today", line, trace: syntheticTrace(line, 3) };
    const one = modelRuns([run]);
    one.forEach(({ cursor }) => cursor.seek(3600e6));
    const words = stationsOf(one).map(({ id }) => spokenState(one, id, galleryLabels.en, "en"));
    expect(words).toHaveLength(line.stations.length);
    words.forEach((text, s) => expect(text.startsWith(`${line.stations[s]?.name?.en}: `)).toBe(true));
    const queue = one[0]?.cursor.countIn(one[0].cursor.bufferSlot(0));
    expect(words[1]).toContain(`${queue} of 40 waiting`);
    const lathes = (
      words[1]?.match(/\d+(?= (working|loading|set-up|blocked|starved|waiting for people|down))/g) ?? []
    ).map(Number);
    expect(lathes.reduce((sum, n) => sum + n, 0)).toBe(4);
    const two = modelRuns([run, { ...run, id: "B", title: "Plan" }]);
    expect(spokenState(two, "saw", galleryLabels.zh, "zh")).toMatch(/^Today，锯切：.* · Plan，锯切：/);
  });
});
