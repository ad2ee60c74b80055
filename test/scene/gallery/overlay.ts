import { bottleneckAt, bottlenecks } from "../../../src/measure";
import type { OverlayInput, OverlayKind, OverlayRun, SceneRun } from "../../../src/scene";
import { machineStates, TraceCursor, type Trace } from "../../../src/trace";

const hour = 3600e6;
const samples = 400;

/** What the frame round the scene gives an overlay, reckoned from the one run of the page. */
export function overlayOf(runs: readonly SceneRun[], kind: OverlayKind): OverlayInput {
  return {
    kind,
    runs: runs.map(runOf),
    text: (what, value, of) => {
      if (what === "load") return `${Math.round(value * 100)} %`;
      if (what === "energy") return `${value.toFixed(value < 10 ? 1 : 0)} kW`;
      if (what === "flow") return `${value.toFixed(1)}/h`;
      if (what === "walk") return `${value.toFixed(0)} m`;
      return of === null ? String(value) : `${value}/${of}`;
    },
  };
}

function runOf({ line, trace }: SceneRun): OverlayRun {
  // a page of the gallery watches one window only
  const only = trace as Trace;
  const cursor = new TraceCursor(only);
  const { stations, flows } = only.layout;
  const busy = stations.map(() => 0);
  let planned = 0;
  for (let i = 0; i < samples; i++) {
    cursor.seek(only.start + ((i + 0.5) * (only.end - only.start)) / samples);
    if (!cursor.isOnShift) continue;
    planned++;
    stations.forEach(({ firstMachine, machines }, s) => {
      for (let m = firstMachine; m < firstMachine + machines; m++) {
        const state = machineStates[cursor.machineState[m] ?? 0];
        if (state === "working" || state === "loading" || state === "setup") busy[s] = (busy[s] ?? 0) + 1 / machines;
      }
    });
  }
  const found = bottlenecks(only, line);
  return {
    load: busy.map((sum) => (planned > 0 ? sum / planned : null)),
    rates(t) {
      cursor.seek(t);
      const hours = (t - only.start) / hour;
      const made = cursor.finished;
      return hours > 0 ? Float64Array.from(flows, (_, f) => (made / hours) * (1 + 0.04 * (flows.length - f))) : null;
    },
    bottleneck(t) {
      const now = bottleneckAt(found, t)?.resource;
      return now === undefined ? null : now.kind === "station" ? now.index : -1 - now.index;
    },
  };
}
