import type { WhyDuring } from "../trace";
import type { Replayer, ReplayRequest, ReplayWindow } from "../../workers/contract";
import { WatchedRun } from "./watchedRun";

const hour = 3600e6;
/** Bytes of windows held of all runs together; the longest unused go first. */
const mostWindowBytes = 16 * 2 ** 20;
/** How long the growing of a run waits between its steps while the cores are wanted for something else. */
const politeMs = 25;

interface Course {
  run: WatchedRun;
  isDone: boolean;
  isGrowing: boolean;
  /** window under way, and the one of the moment on screen, which is wanted before any other */
  inFlight: number | null;
  wanted: number | null;
  /** windows that strips and questions would like to see, in order; what is no longer asked for is dropped */
  later: Set<number>;
}

/** Watched runs and the worker that keeps them: loads windows as they are wanted, and the next ones ahead of time. */
export interface Replay {
  /** Opens a run and has the window of `t` ready. */
  open(key: string, request: ReplayRequest, t: number): Promise<WatchedRun>;
  /** The runs on screen: they wait for each other; all others are closed. */
  show(runs: readonly WatchedRun[]): void;
  /** Whether all runs on screen have the moment; if not, it is being fetched. */
  isReady(t: number): boolean;
  /** Fetches the windows between two times, as far as the run has come. */
  want(run: WatchedRun, from: number, to: number): void;
  /** The window of `t`, fetched where need be; null where the run has not come there, or is closed meanwhile. */
  load(run: WatchedRun, t: number): Promise<ReplayWindow | null>;
  /** For what a station waited up to `t` in the window of `t`. */
  causes(run: WatchedRun, station: number, t: number): Promise<WhyDuring>;
  /** Told whenever a window has come (true), or a run is known further (false). Returns the way to leave. */
  onChange(listener: (isWindow: boolean) => void): () => void;
  dispose(): void;
}

export interface ReplayOptions {
  /** Whether the cores are wanted for something that somebody waits for. */
  isBusy(): boolean;
  /** +1 or −1: which way it plays */
  direction(): 1 | -1;
}

/** See `Replay`. */
export function createReplay(replayer: Replayer, { isBusy, direction }: ReplayOptions): Replay {
  const courses = new Map<WatchedRun, Course>();
  const listeners = new Set<(isWindow: boolean) => void>();
  let shown: readonly WatchedRun[] = [];
  let clock = 0;

  const tell = (isWindow: boolean): void => listeners.forEach((listener) => listener(isWindow));
  const isKnown = (run: WatchedRun, index: number): boolean => index === 0 || index * run.windowLength < run.known;

  const fetch = (course: Course, index: number, isUrgent = true): void => {
    const { run } = course;
    if (run.isHeld(index)) return;
    if (course.inFlight !== null || !isKnown(run, index)) {
      if (course.inFlight === index) return;
      if (isUrgent) course.wanted = index;
      else course.later.add(index);
      return;
    }
    course.inFlight = index;
    if (course.wanted === index) course.wanted = null;
    course.later.delete(index);
    replayer.window(run.key, index).then(
      (window) => {
        if (!courses.has(run)) return;
        course.inFlight = null;
        run.hold(window, ++clock);
        makeRoom();
        fetchWanted(course);
        tell(true);
      },
      // the run was closed, or its worker died: whoever opens it next hears of that
      () => (course.inFlight = null),
    );
  };
  const fetchWanted = (course: Course): void => {
    const { wanted, run } = course;
    if (wanted !== null && isKnown(run, wanted)) {
      course.wanted = null;
      return fetch(course, wanted);
    }
    for (const index of course.later) {
      if (!run.isHeld(index) && !isKnown(run, index)) continue;
      course.later.delete(index);
      if (!run.isHeld(index)) return fetch(course, index, false);
    }
  };

  const makeRoom = (): void => {
    const all = [...courses.keys()].flatMap((run) =>
      [...run.holding].map(([index, held]) => ({ run, index, ...held })),
    );
    let bytes = all.reduce((sum, held) => sum + held.bytes, 0);
    all.sort((a, b) => a.used - b.used);
    for (const { run, index, bytes: own } of all) {
      if (bytes <= mostWindowBytes || run.holding.size <= 2) continue;
      run.let(index);
      bytes -= own;
    }
  };

  const isReady = (t: number): boolean => {
    let ready = true;
    for (const run of shown) {
      const course = courses.get(run);
      const index = run.indexAt(t);
      if (run.isHeld(index)) run.touch(index, ++clock);
      else {
        ready = false;
        if (course !== undefined) fetch(course, index);
      }
    }
    if (ready) prefetch(t);
    return ready;
  };
  const prefetch = (t: number): void => {
    for (const run of shown) {
      const course = courses.get(run);
      const next = run.indexAt(t) + direction();
      if (course === undefined || course.inFlight !== null || run.isHeld(next)) continue;
      if (next >= 0 && next * run.windowLength < run.end && isKnown(run, next)) fetch(course, next);
    }
  };

  const grow = async (course: Course): Promise<void> => {
    if (course.isGrowing) return;
    course.isGrowing = true;
    const { run } = course;
    while (!course.isDone && courses.has(run)) {
      const { hours, done } = await replayer.extend(run.key);
      run.grow(hours);
      course.isDone = done;
      fetchWanted(course);
      tell(false);
      if (isBusy() && course.wanted === null) await new Promise((resolve) => setTimeout(resolve, politeMs));
    }
  };

  const close = (run: WatchedRun): void => {
    courses.delete(run);
    void replayer.close(run.key).catch(() => undefined);
  };

  return {
    async open(key, request, t) {
      const { layout, windowHours } = await replayer.open(key, request);
      const run = new WatchedRun(key, request.calendarHours * hour, layout, windowHours);
      run.ask = isReady;
      const course: Course = { run, isDone: false, isGrowing: false, inFlight: null, wanted: null, later: new Set() };
      courses.set(run, course);
      const index = run.indexAt(t);
      // step by step, so that the run beside it gets its windows meanwhile
      while (!isKnown(run, index) && !course.isDone && courses.has(run)) {
        const { hours, done } = await replayer.extend(key);
        run.grow(hours);
        course.isDone = done;
      }
      run.hold(await replayer.window(key, index), ++clock);
      return run;
    },
    show(runs) {
      shown = runs;
      for (const run of [...courses.keys()]) if (!runs.includes(run)) close(run);
      for (const run of runs) {
        const course = courses.get(run);
        if (course === undefined) continue;
        void grow(course).catch(() => (course.isDone = true));
        if (run.fingerprint !== "") continue;
        void replayer.fingerprint(run.key, 72).then(
          (hash) => {
            run.fingerprint = hash;
            tell(false);
          },
          () => undefined,
        );
      }
    },
    isReady,
    want(run, from, to) {
      const course = courses.get(run);
      if (course === undefined) return;
      // another stretch is looked at: what the last one wanted is outdated
      course.later.clear();
      for (let i = run.indexAt(from); i <= run.indexAt(to); i++) {
        if (run.isHeld(i)) run.touch(i, ++clock);
        else fetch(course, i, false);
      }
    },
    load(run, t) {
      const index = run.indexAt(t);
      return new Promise((resolve) => {
        const look = (): boolean => {
          const held = run.holding.get(index);
          const course = courses.get(run);
          if (held !== undefined) resolve(held.window);
          else if (course === undefined || !isKnown(run, index)) resolve(null);
          else {
            fetch(course, index, false);
            return false;
          }
          return true;
        };
        if (look()) return;
        const listen = (): void => {
          if (look()) listeners.delete(listen);
        };
        listeners.add(listen);
      });
    },
    causes: (run, station, t) =>
      replayer.causes(run.key, station, run.indexAt(t) * run.windowLength, Math.min(t, run.end)),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose() {
      shown = [];
      courses.clear();
      replayer.dispose();
    },
  };
}
