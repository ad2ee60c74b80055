import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createClock,
  onEveryChange,
  pause,
  play,
  seek,
  setSpan,
  setSpeed,
  speedFactor,
  subscribe,
  tick,
} from "../../src/store/clock";

const second = 1e6;

describe("PlaybackClock", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("moves by real time × speed, only while it plays", () => {
    const clock = createClock(0, 1000 * second);
    tick(clock, 500);
    expect(clock.now).toBe(0);
    play(clock);
    setSpeed(clock, 10);
    tick(clock, 500);
    expect(clock.now).toBe(5 * second);
    pause(clock);
    tick(clock, 500);
    expect(clock.now).toBe(5 * second);
    expect(speedFactor("max")).toBeGreaterThan(speedFactor(600));
  });

  it("stops at the end, and plays again from the beginning", () => {
    const clock = createClock(10 * second, 20 * second);
    play(clock);
    tick(clock, 1000);
    expect([clock.now, clock.playing]).toEqual([20 * second, false]);
    play(clock);
    expect([clock.now, clock.playing]).toEqual([10 * second, true]);
  });

  it("loops without losing the time beyond the end", () => {
    const clock = createClock(10 * second, 20 * second);
    clock.loop = true;
    setSpeed(clock, 1);
    play(clock);
    tick(clock, 13_000);
    expect([clock.now, clock.playing]).toEqual([13 * second, true]);
  });

  it("seeks inside its span, and keeps the moment when the span changes", () => {
    const clock = createClock(0, 100);
    seek(clock, 250);
    expect(clock.now).toBe(100);
    seek(clock, -1);
    expect(clock.now).toBe(0);
    seek(clock, 60);
    setSpan(clock, 0, 80);
    expect(clock.now).toBe(60);
    setSpan(clock, 0, 40);
    expect(clock.now).toBe(40);
  });

  it("cannot play an empty span", () => {
    const clock = createClock(5, 5);
    play(clock);
    expect(clock.playing).toBe(false);
  });

  it("tells React at most four times a second, and never loses the last change", () => {
    const clock = createClock(0, 1e12);
    setSpeed(clock, 1);
    play(clock);
    const heard: number[] = [];
    let frames = 0;
    const leave = subscribe(clock, () => void heard.push(clock.now));
    onEveryChange(clock, () => void frames++);
    for (let i = 0; i < 120; i++) {
      tick(clock, 1000 / 60);
      vi.advanceTimersByTime(1000 / 60);
    }
    expect(frames).toBe(120);
    expect(heard.length).toBeGreaterThanOrEqual(7);
    expect(heard.length).toBeLessThanOrEqual(9);
    seek(clock, 42);
    vi.advanceTimersByTime(1000);
    expect(heard.at(-1)).toBe(42);
    const count = heard.length;
    vi.advanceTimersByTime(5000);
    expect(heard.length).toBe(count);
    pause(clock);
    expect(heard.length).toBe(count + 1);
    leave();
    seek(clock, 50);
    vi.advanceTimersByTime(1000);
    expect(heard.length).toBe(count + 1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
