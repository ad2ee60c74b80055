import { describe, expect, it } from "vitest";
import type { LineInput } from "../../src/model";
import { at, days, HOUR, measure, station } from "./byHand";

/**
 * Lines with constant times, small enough to be followed with a pencil: the comment tells what happens when, the figures
 * are seconds and parts from 0 to the end, exact. Each rule of the line model that a plausible mistake would break.
 */
describe("parts, followed by hand", () => {
  it("blocking after service: the finished part stays on its machine, capacity is what waits between", () => {
    // a: works 0–30, part 3 waits 30–40 for b's first; from 40 on every 30 s one part, 20 of them blocked
    const c = measure({ stations: [at("a", 10), at("b", 30)], flows: [{ from: "a", to: "b", capacity: 1 }] }, 400);
    expect(station(c, "a")).toMatchObject({ working: 150, blocked: 250, starved: 0 });
    expect(c).toMatchObject({ good: 13, inProcess: 3 });
  });

  it("downstream moves first: a part that comes as its machine gets free waits for nobody", () => {
    const c = measure({ stations: [at("a", 10), at("b", 10)], flows: [{ from: "a", to: "b", capacity: 5 }] }, 200);
    expect(station(c, "b")).toMatchObject({ starved: 10, working: 190, queueMost: 0 });
    // and an arrival at that instant finds the machine free
    const arrivals = { kind: "arrivals" as const, interarrival: 10, queueCapacity: 0 };
    expect(measure({ supply: arrivals, stations: [at("a", 10)] }, 200)).toMatchObject({ entered: 20, lost: 0 });
  });

  it("arrivals are lost only where the queue is full and every machine busy", () => {
    const supply = { kind: "arrivals" as const, interarrival: 10, queueCapacity: 0 };
    expect(measure({ supply, stations: [at("a", 4)] }, 100)).toMatchObject({ entered: 10, lost: 0, good: 9 });
    // taken at 10, 30, 50, 70, 90; lost at 20, 40, 60, 80, 100
    expect(measure({ supply, stations: [at("a", 15)] }, 100)).toMatchObject({ entered: 5, lost: 5, good: 4 });
  });

  it("a machine that is down neither takes nor hands over", () => {
    // a's second part is done at 20, b takes it at 40 unless a is down, as it is from 35 to 135; a third at 165
    const c = measure(
      {
        stations: [
          { ...at("a", 10), failures: [{ id: "f", clock: "calendar", timeToFailure: 35, timeToRepair: 100 }] },
          at("b", 30),
        ],
        flows: [{ from: "a", to: "b", capacity: 0 }],
      },
      165,
    );
    expect(station(c, "a")).toMatchObject({ working: 30, blocked: 35, down: 100 });
    expect(station(c, "b")).toMatchObject({ working: 60, starved: 105 });
  });

  it("rework: the defect is gone, and it goes before the fresh parts that wait", () => {
    // every part is bad from a, found at b (20), done again (20–30) while the next waits: one good part every 20 s
    const c = measure(
      {
        stations: [
          { ...at("a", 10), quality: { defectRate: 1, onReject: "scrap" } },
          { ...at("b", 10), quality: { inspection: { detection: 1 }, onReject: { rework: "b", share: 1 } } },
        ],
        flows: [{ from: "a", to: "b", capacity: 5 }],
      },
      210,
    );
    expect(c).toMatchObject({ good: 10, escaped: 0, scrapped: 0, firstPass: 0 });
    expect(station(c, "b")).toMatchObject({ processed: 20, reworked: 10 });
  });

  it("inspection finds a defect with its probability, 0 as well as 1", () => {
    const found = (detection: number) =>
      measure(
        { stations: [{ ...at("a", 10), quality: { defectRate: 1, inspection: { detection }, onReject: "scrap" } }] },
        100,
      );
    expect(found(0)).toMatchObject({ good: 0, escaped: 10, scrapped: 0 });
    expect(found(1)).toMatchObject({ good: 0, escaped: 0, scrapped: 10 });
    // the time in the line is that of good and of scrapped parts
    expect(found(1)).toMatchObject({ flowCount: 10, flowTimeSum: 100 });
  });

  it("CONWIP keeps its level, whether parts leave good or as scrap", () => {
    const supply = { kind: "conwip" as const, level: 3 };
    const good = measure({ supply, stations: [at("a", 10), at("b", 10)] }, 300);
    expect(good).toMatchObject({ wipArea: 3 * 300, inProcess: 3 });
    const quality = { defectRate: 1, inspection: { detection: 1 }, onReject: "scrap" as const };
    const scrap = measure({ supply, stations: [{ ...at("a", 10), quality }] }, 300);
    expect(scrap).toMatchObject({ wipArea: 3 * 300, scrapped: 30 });
  });

  it("a batch waits for its minimum, and then no longer than it says", () => {
    const supply = { kind: "arrivals" as const, interarrival: 10, queueCapacity: null };
    const batch = (size: object) =>
      measure({ supply, stations: [{ ...at("a", 5), batch: { size: 4, ...size } }] }, 100);
    expect(batch({})).toMatchObject({ good: 8, inProcess: 2 }); // at 40 and 80
    expect(batch({ minSize: 2 })).toMatchObject({ good: 8, inProcess: 2 }); // at 20, 40, 60, 80; the one of 100 runs
    expect(batch({ minSize: 2, maxWait: 15 })).toMatchObject({ good: 9 }); // three each at 35, 65, 95
  });

  it("an assembly takes as many of each as its list says", () => {
    // the second part of a comes at 20, 40, …, the kit is ready 10 s later
    const c = measure(
      {
        stations: [
          at("a", 10),
          at("b", 10),
          {
            ...at("kit", 10),
            assembly: {
              inputs: [
                { from: "a", count: 2 },
                { from: "b", count: 1 },
              ],
            },
          },
        ],
        flows: [
          { from: "a", to: "kit" },
          { from: "b", to: "kit" },
        ],
      },
      210,
    );
    expect(c).toMatchObject({ good: 10, absorbed: 20 });
  });

  it("transport: a place is kept for what is under way, and a lot leaves when it is complete", () => {
    const way = (a: number, b: number, capacity: number, time: number, lot: number, seconds: number) =>
      measure(
        { stations: [at("a", a), at("b", b)], flows: [{ from: "a", to: "b", capacity, transport: { time, lot } }] },
        seconds,
      );
    const c = way(1, 100, 2, 50, 1, 1000);
    expect(station(c, "b").queueMost).toBeLessThanOrEqual(2);
    expect(c.inProcess).toBe(4); // one finished on a, two between, one on b
    expect(way(10, 1, 10, 10, 5, 60).good).toBe(0); // complete at 50, there at 60
    expect(way(10, 1, 10, 10, 5, 65).good).toBe(5);
  });

  it("scrap leaves at once, whatever stands behind", () => {
    // b keeps the first part; of the others each is the first after a set-up (10 s) and scrap: out at 30, 50, … 110
    const setup = { time: 10, everyParts: 1, first: "full" as const, scrapParts: 1 };
    const c = measure(
      { stations: [{ ...at("a", 10), setup }, at("b", 1000)], flows: [{ from: "a", to: "b", capacity: 0 }] },
      110,
    );
    expect(c).toMatchObject({ scrapped: 5, inProcess: 2 });
    expect(station(c, "a").blocked).toBe(0);
  });

  it("repair on the spot makes a part good, a review lets the falsely rejected pass: both take their time", () => {
    type Quality = NonNullable<LineInput["stations"][number]["quality"]>;
    const judged = (quality: Quality) => measure({ stations: [{ ...at("a", 10), quality }] }, 150);
    const repaired = judged({
      defectRate: 1,
      inspection: { detection: 1 },
      onReject: { repair: { time: 5 }, share: 1 },
    });
    expect(repaired).toMatchObject({ good: 10, escaped: 0, scrapped: 0, firstPass: 0 });
    expect(station(repaired, "a")).toMatchObject({ working: 150, workingReview: 50 });
    const doubtful = { detection: 1, falseReject: 1 };
    const reviewed = judged({ inspection: { ...doubtful, reviewTime: 5 }, onReject: "scrap" });
    expect(reviewed).toMatchObject({ good: 10, scrapped: 0 });
    expect(judged({ inspection: doubtful, onReject: "scrap" })).toMatchObject({ good: 0, scrapped: 15 });
  });

  it("what is built of a defective part is defective", () => {
    const c = measure(
      {
        stations: [
          at("a", 10),
          { ...at("b", 10), quality: { defectRate: 1, onReject: "scrap" } },
          { ...at("kit", 10), assembly: { inputs: ["a", "b"].map((from) => ({ from, count: 1 })) } },
        ],
        flows: ["a", "b"].map((from) => ({ from, to: "kit" })),
      },
      110,
    );
    expect(c).toMatchObject({ good: 0, escaped: 10, absorbed: 11 });
  });

  it("lots come in such an order that the shares of the mix come out", () => {
    // of four lots one is a (10 s), three are b (20 s): 70 s
    const c = measure(
      {
        products: [
          { id: "a", share: 0.25 },
          { id: "b", share: 0.75 },
        ],
        sequence: { kind: "lots", lot: 1 },
        stations: [{ id: "s", process: { time: 20, timeByProduct: { a: 10 } } }],
      },
      280,
    );
    expect(c.good).toBe(16);
  });
});

describe("time, followed by hand", () => {
  it("work freezes at the end of the shift and goes on in the morning", () => {
    // parts of 3 h in shifts of 8 h: done after 3, 6, 9, 12 and 15 planned hours
    const c = measure({ calendar: days, stations: [at("a", 3 * HOUR)] }, 17 * HOUR);
    expect(c).toMatchObject({ good: 5, plannedSeconds: 17 * HOUR, flowTimeSum: 15 * HOUR });
    expect(c.stations[0]).toMatchObject({ working: 17 * HOUR, starved: 0 });
  });

  it("what happened in the warm-up is not counted, what lasts over its end only from there", () => {
    const c = measure({ stations: [at("a", 10), at("b", 10)] }, HOUR, 1);
    expect(c).toMatchObject({ good: 360, plannedSeconds: HOUR, wipArea: 2 * HOUR, inProcessAtStart: 2 });
    for (const s of c.stations) expect(s).toMatchObject({ working: HOUR, processed: 360, starved: 0 });
  });

  it("nor is what waited in it, though it waits on", () => {
    // the place between is always taken; one of two machines always waits for the one who tends them
    const waiting = measure(
      { stations: [at("a", 10), at("b", 30)], flows: [{ from: "a", to: "b", capacity: 1 }] },
      HOUR,
      1,
    );
    expect(station(waiting, "b")).toMatchObject({ queueArea: HOUR, queueFull: HOUR, queueMost: 1 });
    const tended = { id: "a", machines: 2, process: { time: 10, operators: { pool: "crew" } } };
    const people = measure({ operators: [{ id: "crew", count: 1 }], stations: [tended] }, HOUR, 1);
    expect(people.pools[0]).toMatchObject({ busyArea: HOUR, waitingArea: HOUR, capacityArea: HOUR });
  });
});
