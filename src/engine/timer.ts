import * as Clock from "./codes/clock";
import * as Phase from "./codes/phase";
import * as events from "./events";
import { drawn } from "./sampler";
import * as s from "./state";

/** Starts the machine's timer; off shift it waits for the shift to begin. */
export function startTimer(m: number, microseconds: number): void {
  s.timerIsFailure[m] = 0;
  if (s.frozen[m] === 1) s.frozenLeft[m] = microseconds;
  else events.schedule(m, s.clock[Clock.now]! + microseconds);
}

/** As `startTimer`, for the time in `drawn[0]`: a number handed over in memory is not allocated. */
export function startDrawn(m: number): void {
  s.timerIsFailure[m] = 0;
  if (s.frozen[m] === 1) s.frozenLeft[m] = drawn[0]!;
  else {
    events.time[m] = s.clock[Clock.now]! + drawn[0]!;
    events.place(m);
  }
}

/** The machine comes to wait for something: the timer that has run out is taken off the event list. */
export function dropTimer(m: number): void {
  if (events.time[m] !== Infinity) events.cancel(m);
}

/** Stops the timer and keeps what is left of the activity in `remaining`; processing time so far is booked. */
export function suspendTimer(m: number): void {
  if (s.phase[m] === Phase.processing) {
    bookProcessing(m);
    events.cancel(m);
    s.frozenLeft[m] = -1;
    return;
  }
  if (s.frozen[m] === 1) {
    s.remaining[m] = s.frozenLeft[m]! < 0 ? 0 : s.frozenLeft[m]!;
    s.frozenLeft[m] = -1;
    return;
  }
  s.remaining[m] = events.time[m]! - s.clock[Clock.now]!;
  events.cancel(m);
}

/** Moves the processing done since the last booking from `remaining` to the operating age. */
export function bookProcessing(m: number): void {
  if (s.frozen[m] === 1) return; // booked when it froze
  const done = s.clock[Clock.now]! - s.chunkStart[m]!;
  s.operatingAge[m]! += done;
  s.remaining[m]! -= done;
  s.chunkStart[m] = s.clock[Clock.now]!;
}
