import { afterAll, describe, expect, it } from "vitest";
import { watch } from "../../src/engine";
import { Line, Run } from "../../src/model";
import { createClock, play, seek, setSpeed, tick } from "../../src/store/clock";
import { flowRates } from "../../src/store/flowRates";
import { inquire } from "../../src/store/inquiry";
import { machineSpans } from "../../src/store/machineSpans";
import { createReplay } from "../../src/store/replay";
import type { WatchedRun } from "../../src/store/watchedRun";
import { sharesSoFar, stripsOf } from "../../src/store/strips";
import { eventsOf, nextEvent, shiftSpans } from "../../src/store/timeMarks";
import { machineStates, TraceCursor } from "../../src/trace";
import machining from "../../scenarios/lines/machining.json";
import { localReplayer } from "./localReplayer";

const line = Line.parse(machining.line);
const plan = Line.parse({
  ...machining.line,
  stations: machining.line.stations.map((station) => (station.id === "op30" ? { ...station, machines: 4 } : station)),
});
const run = Run.parse({ seed: 1 });
const hour = 3600e6;
const request = { run, replication: 0, calendarHours: 14 * 24 };

const replayer = localReplayer();
const clock = createClock(0, request.calendarHours * hour);
const replay = createReplay(replayer, { isBusy: () => false, direction: () => clock.direction });
clock.isReady = replay.isReady;
const moment = 31 * hour;
const a = await replay.open("a", { ...request, line }, moment);
const b = await replay.open("b", { ...request, line: plan }, moment);
replay.show([a, b]);
const known = (of: WatchedRun): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (of.known < of.end) return;
      leave();
      resolve();
    };
    const leave = replay.onChange(look);
    look();
  });
await Promise.all([known(a), known(b)]);
afterAll(() => replay.dispose());

/** Waits until the clock's moment can be shown. */
const shown = async (t: number): Promise<void> => {
  while (!replay.isReady(t)) await new Promise((resolve) => setTimeout(resolve, 1));
};

const state = (cursor: TraceCursor) => ({
  now: cursor.now,
  machines: [...cursor.machineState],
  since: [...cursor.machineSince],
  people: [...cursor.operatorsAt],
  finished: cursor.finished,
  parts: Array.from({ length: cursor.slot(5, cursor.stationCount) }, (_, slot) => cursor.partsIn(slot)),
});

describe("watched runs", () => {
  it("keep in step: neither shows a moment before both can", async () => {
    const one = new TraceCursor(a);
    const other = new TraceCursor(b);
    let waited = 0;
    for (const t of [200, 33, 260, 100, 301, 5].map((at) => at * hour)) {
      seek(clock, t);
      for (let isThere = false; !isThere;) {
        one.seek(clock.now);
        other.seek(clock.now);
        expect(one.now).toBe(other.now);
        isThere = one.now === t;
        if (!isThere) {
          waited++;
          await new Promise((resolve) => setTimeout(resolve));
        }
      }
    }
    expect(waited).toBeGreaterThan(3);
  });

  it("show the same moment the same way: reached at once, played to, or played back to", async () => {
    const t = 126.3 * hour;
    await shown(t);
    const direct = new TraceCursor(a);
    direct.seek(t);
    for (const direction of [1, -1] as const) {
      clock.now = t - direction * 30 * hour;
      setSpeed(clock, "max");
      play(clock, direction);
      const played = new TraceCursor(a);
      while ((t - clock.now) * direction > 0) {
        const left = ((t - clock.now) * direction) / 43_200 / 1000;
        tick(clock, Math.min(16, left));
        played.seek(clock.now);
        if (!replay.isReady(clock.now + direction * hour)) await new Promise((resolve) => setTimeout(resolve));
      }
      played.seek(t);
      expect(state(played)).toEqual(state(direct));
    }
  });

  it("have the next window there before playing comes to it", async () => {
    const t = 200.5 * a.windowLength - 100 * a.windowLength * Math.floor(200.5 / 100) + 2 * a.windowLength;
    const index = a.indexAt(t);
    play(clock, 1);
    await shown(t);
    await new Promise((resolve) => setTimeout(resolve, 400));
    replay.isReady(t);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(a.isHeld(index + 1)).toBe(true);
    expect(b.isHeld(b.indexAt(t) + 1)).toBe(true);
  });

  it("step through the events of a whole trace, both ways, and over one station's alone", async () => {
    const whole = watch(line, run, 0, request.calendarHours);
    for (const station of [null, "op30"]) {
      const times = eventsOf(whole, station, 0, whole.end)
        .filter(({ kind }) => kind === "setup" || kind === "down")
        .map(({ time }) => time);
      const filter = { station, kinds: ["setup", "down"] as const };
      for (const from of [30 * hour, 163.2 * hour, 166 * hour]) {
        const next = times.find((time) => time > from) ?? null;
        const before = times.findLast((time) => time < from) ?? null;
        expect(await nextEvent(replay, [a], from, 1, filter)).toBe(next);
        expect(await nextEvent(replay, [a], from, -1, filter)).toBe(before);
      }
    }
  });

  it("give strips whose exact and hourly readings agree, and shares that fill the time", async () => {
    const from = 30 * hour;
    const to = 38 * hour;
    for (let t = from; t < to; t += a.windowLength) await replay.load(a, t);
    await replay.load(a, to - 1);
    const exact = stripsOf(a, from, to, 8);
    expect(exact.isExact).toBe(true);
    const hourly = stripsOf(a, from, to + 14 * 24 * hour, 8 + 14 * 24);
    expect(hourly.isExact).toBe(false);
    for (let s = 0; s < a.layout.stations.length; s++)
      for (let cell = 0; cell < 8 * 8; cell++)
        expect(exact.shares[s * 64 + cell]).toBeCloseTo(hourly.shares[s * (8 + 14 * 24) * 8 + cell] ?? 0, 3);
    const sum = sharesSoFar(a, 3, 100 * hour).reduce((all, share) => all + share, 0);
    expect(sum).toBeCloseTo(1, 3);
    const spans = machineSpans(a, from, to) ?? [];
    const shift = stripsOf(a, from, to, 1);
    a.layout.stations.forEach(({ machines }, station) => {
      const own = spans.filter((span) => span.station === station);
      // one after the other from end to end, and as long in each state as the strips say
      expect(own.reduce((all, span) => all + span.to - span.from, 0)).toBeCloseTo(machines * (to - from), -1);
      expect(own.every((span, i) => i === 0 || span.from === from || span.from === own[i - 1]?.to)).toBe(true);
      machineStates.forEach((state, i) => {
        const long = own.filter((span) => span.state === state).reduce((all, span) => all + span.to - span.from, 0);
        expect(long / machines / (to - from)).toBeCloseTo(shift.shares[station * machineStates.length + i] ?? 0, 4);
      });
    });
    expect(machineSpans(a, from, to + 14 * 24 * hour)).toBeNull();
  });

  it("answer what a machine waits for, what was made, and how much flows", async () => {
    const t = 126.3 * hour;
    await shown(t);
    const asked = inquire(a, line);
    const machines = asked.machines(t, 3);
    expect(machines).toHaveLength(3);
    const whole = new TraceCursor(watch(line, run, 0, 127));
    whole.seek(t);
    expect(asked.good(t)).toBe(whole.finished - whole.escaped);
    const rates = flowRates(a, line.calendar)(t);
    // a line without branches: what goes in comes by every flow, but for what waits and what is scrapped
    expect(Math.min(...(rates ?? []))).toBeGreaterThan(0.9 * Math.max(...(rates ?? [])));
    expect(flowRates(a, line.calendar)(hour / 2)).toBeNull();
  });
});

describe("shifts by the calendar", () => {
  it("are one span with their breaks, as the trace of the engine says", () => {
    const spans = shiftSpans(line.calendar, 24 * hour, 48 * hour);
    expect(spans).toEqual([
      { start: 30 * hour, end: 38 * hour, shift: 0 },
      { start: 38 * hour, end: 46 * hour, shift: 1 },
    ]);
    expect(shiftSpans({ continuous: true } as never, 0, hour)).toEqual([]);
  });
});
