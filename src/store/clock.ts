/** Speeds on offer; "max" shows half a day in a second, a year in twelve minutes. */
export const playbackSpeeds = [1, 10, 60, 600, "max"] as const;
export type PlaybackSpeed = (typeof playbackSpeeds)[number];
const maxFactor = 43_200;
const notifyEveryMs = 250;

/**
 * The playback clock: plain, mutable, not React state. Times are µs of calendar time. One owner advances it (`runClock`);
 * everybody else reads `now` when a frame is drawn. Change it through the functions of this file, so that listeners hear.
 */
export interface PlaybackClock {
  start: number;
  stop: number;
  now: number;
  speed: PlaybackSpeed;
  playing: boolean;
  /** −1 = backwards */
  direction: 1 | -1;
  loop: boolean;
  /** whether the moment can be shown: a playing clock waits for it */
  isReady: ((t: number) => boolean) | null;
  readonly listeners: Set<() => void>;
  readonly frameListeners: Set<() => void>;
  /** trailing call of the throttled listeners */
  timer: ReturnType<typeof setTimeout> | null;
  pending: boolean;
}

export function createClock(start: number, stop: number): PlaybackClock {
  return {
    start,
    stop,
    now: start,
    speed: 60,
    playing: false,
    direction: 1,
    loop: false,
    isReady: null,
    listeners: new Set(),
    frameListeners: new Set(),
    timer: null,
    pending: false,
  };
}

/** Simulated seconds a real second. */
export function speedFactor(speed: PlaybackSpeed): number {
  return speed === "max" ? maxFactor : speed;
}

/**
 * Moves a playing clock by real elapsed milliseconds, forwards or backwards; it waits where the moment cannot be shown yet.
 * At the end it stops, or begins again when it loops; played backwards it stops at the beginning.
 */
export function tick(clock: PlaybackClock, realMs: number): void {
  if (!clock.playing || !(realMs > 0)) return;
  const next = clock.now + clock.direction * realMs * 1000 * speedFactor(clock.speed);
  const isInside = clock.direction === 1 ? next < clock.stop : next > clock.start;
  const loops = clock.loop && clock.direction === 1 && clock.stop > clock.start;
  const to = isInside ? next : loops ? clock.start + ((next - clock.start) % (clock.stop - clock.start)) : endOf(clock);
  if (clock.isReady !== null && !clock.isReady(to)) return;
  clock.now = to;
  if (!isInside && !loops) clock.playing = false;
  changed(clock, !clock.playing);
}

/** Where playing comes to its end. */
function endOf({ direction, start, stop }: PlaybackClock): number {
  return direction === 1 ? stop : start;
}

export function seek(clock: PlaybackClock, t: number): void {
  clock.now = Math.min(clock.stop, Math.max(clock.start, t));
  changed(clock, false);
}

/** Plays forwards, or backwards; from the other end when the end has been reached. */
export function play(clock: PlaybackClock, direction: 1 | -1 = 1): void {
  clock.direction = direction;
  if (direction === 1 && clock.now >= clock.stop) clock.now = clock.start;
  if (direction === -1 && clock.now <= clock.start) clock.now = clock.stop;
  clock.playing = clock.stop > clock.start;
  changed(clock, true);
}

export function pause(clock: PlaybackClock): void {
  clock.playing = false;
  changed(clock, true);
}

export function setSpeed(clock: PlaybackClock, speed: PlaybackSpeed): void {
  clock.speed = speed;
  changed(clock, true);
}

/** The moment has become visible, or is another picture now: everybody looks again. */
export function nudge(clock: PlaybackClock): void {
  changed(clock, false);
}

/** A new span (another run is watched): `now` is kept where it still lies inside. */
export function setSpan(clock: PlaybackClock, start: number, stop: number): void {
  clock.start = start;
  clock.stop = stop;
  clock.now = Math.min(stop, Math.max(start, clock.now));
  changed(clock, true);
}

/**
 * For React: hears of moving time at most four times a second (the last change is never lost), of play, pause and
 * speed at once. Returns the way to leave.
 */
export function subscribe(clock: PlaybackClock, listener: () => void): () => void {
  clock.listeners.add(listener);
  return () => {
    clock.listeners.delete(listener);
    if (clock.listeners.size === 0 && clock.timer !== null) {
      clearTimeout(clock.timer);
      clock.timer = null;
      clock.pending = false;
    }
  };
}

/** For those who draw by themselves (scene, time bar): hears of every change. */
export function onEveryChange(clock: PlaybackClock, listener: () => void): () => void {
  clock.frameListeners.add(listener);
  return () => void clock.frameListeners.delete(listener);
}

/**
 * The one owner: advances the clock once a frame by real elapsed time while it plays and the page is visible. A gap
 * longer than a quarter second (a hidden tab, a slow computer) is not made up for. Returns the way to stop.
 */
export function runClock(clock: PlaybackClock): () => void {
  let request = 0;
  let last = -1;
  const frame = (at: number): void => {
    request = 0;
    if (!clock.playing) {
      last = -1;
      return;
    }
    if (last >= 0) tick(clock, Math.min(at - last, 250));
    last = at;
    if (clock.playing) request = requestAnimationFrame(frame);
    else last = -1;
  };
  const wake = (): void => {
    if (clock.playing && request === 0) request = requestAnimationFrame(frame);
  };
  const leave = onEveryChange(clock, wake);
  wake();
  return () => {
    leave();
    cancelAnimationFrame(request);
  };
}

function changed(clock: PlaybackClock, atOnce: boolean): void {
  for (const listener of clock.frameListeners) listener();
  if (atOnce || clock.timer === null) tell(clock);
  else clock.pending = true;
}

function tell(clock: PlaybackClock): void {
  clock.pending = false;
  if (clock.timer !== null) clearTimeout(clock.timer);
  clock.timer = null;
  if (clock.listeners.size === 0) return;
  clock.timer = setTimeout(() => {
    clock.timer = null;
    if (clock.pending) tell(clock);
  }, notifyEveryMs);
  for (const listener of clock.listeners) listener();
}
