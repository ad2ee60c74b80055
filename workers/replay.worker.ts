import * as Comlink from "comlink";
import type { ReplayWorker } from "./contract";
import { createReplayCore } from "./replayCore";

const core = createReplayCore();

/** The core behind messages; columns are handed over, not copied. */
const door: ReplayWorker = {
  ...core,
  window: (key, index) => {
    const window = core.window(key, index);
    const { time, kind, a, b, c } = window.trace.columns;
    const { from, to, resource } = window.bottlenecks;
    const handed = [time, kind, a, b, c, from, to, resource].map(({ buffer }) => buffer);
    return Comlink.transfer(window, handed as ArrayBuffer[]);
  },
};
Comlink.expose(door);
