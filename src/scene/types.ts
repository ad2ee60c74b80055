import type { Ref } from "react";
import type { Line } from "../model";
import type { PlaybackClock } from "../store";
import type { MachineState, Trace, TraceSource } from "../trace";
import type { SceneCapture } from "./capture/capture";
import type { CompareMode } from "./compare";
import type { Conflict } from "./layout/footprints";
import type { LayoutMove } from "./layout/useLayout";
import type { OverlayInput } from "./overlays/types";
import type { Equipment } from "./plan/equipment";

/** One watched run: the line as it was simulated and the trace of it, or the windows of a long one. */
export interface SceneRun {
  id: "A" | "B";
  title: string;
  line: Line;
  trace: Trace | TraceSource;
  /** what a plan touched; added machines are the last ones of their station */
  changed?: { stations: string[]; pools: string[]; addedMachines: Record<string, number> };
  /** what the plan puts into the hall besides machines, robots and people */
  equipment?: Equipment[];
  /** marked by a double ring and this text; `settled` false = for the moment only (dashed) */
  bottleneck?: { station: string; text: string; settled: boolean };
}

/** full: shadows; plain: for computers without a graphics card; flat: SVG, no WebGL, three is never loaded. */
export type SceneQuality = "full" | "plain" | "flat";

/** Every word the scene shows. `{name}`, `{states}`, `{count}`, `{capacity}` stand for what is put in. */
export interface SceneLabels {
  /** accessible name of the scene; says that arrow keys move the selection */
  scene: string;
  states: Record<MachineState, string>;
  /** "{count} {state}" of a station with several machines */
  machinesInState: string;
  /** between the states of one station */
  separator: string;
  /** parts waiting in front of a station, with and without a limit */
  queue: string;
  queueOfCapacity: string;
  finished: string;
  scrapped: string;
  /** name and states in the parallel list and in announcements; `ofRun` puts a run's title in front */
  stationState: string;
  ofRun: string;
  nothingSelected: string;
  fit: string;
  top: string;
  iso: string;
  along: string;
  walk: string;
  follow: string;
  /** the chosen station alone */
  focus: string;
  /** parts in the line, on the board a plan puts up */
  inLine: string;
  zoomIn: string;
  zoomOut: string;
  loading: string;
  /** the edge between two lines in one place */
  divider: string;
  /** "{run}" as the ghost of the other line */
  ghostOf: string;
  layout: {
    /** how stations are moved */
    hint: string;
    /** "{name}" would stand at {x}, {y} */
    held: string;
    /** ways for transport become longer by "{metres}" */
    way: string;
    refused: string;
    /** "{a}" and "{b}" */
    reasons: Record<Conflict["kind"], string>;
  };
}

export interface LineSceneProps {
  /** one run, or two beside one another with the same clock and camera; none yet = the stage gets ready meanwhile */
  runs: SceneRun[];
  clock: PlaybackClock;
  language: "zh" | "en";
  /** id of the selected station */
  selected: string | null;
  onSelect(id: string | null): void;
  quality: SceneQuality;
  theme: "light" | "dark";
  reducedMotion: boolean;
  labels: SceneLabels;
  overlay?: OverlayInput;
  onContextLost?: () => void;
  /** how two runs are shown; side by side where nothing is said */
  compare?: CompareMode;
  onCompare?(mode: CompareMode): void;
  /** stations of the first run can be moved */
  isLayout?: boolean;
  onLayout?(move: LayoutMove): void;
  /** pictures and films of what is on the stage */
  capture?: Ref<SceneCapture>;
}
