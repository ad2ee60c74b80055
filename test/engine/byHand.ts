import { simulate } from "../../src/engine";
import type { RunCounters, StationCounters } from "../../src/measure";
import type { LineInput } from "../../src/model";
import { lineOf } from "./anyLine";

export const HOUR = 3600;

/** What is counted from the end of the warm-up on, in so many seconds of planned time. */
export const measure = (input: LineInput, seconds: number, warmUpHours = 0): RunCounters =>
  simulate(lineOf(input), { hours: seconds / HOUR, warmUpHours, replications: 1, seed: 1 }, 0, 1)[0]!;

export const station = (c: RunCounters, id: string): StationCounters => c.stations.find((s) => s.id === id)!;

export const at = (id: string, time: number) => ({ id, process: { time } });

/** 08:00 to 16:00, every day. */
export const days = { shifts: [{ id: "d", days: [1, 2, 3, 4, 5, 6, 7], start: "08:00", end: "16:00" }] };
