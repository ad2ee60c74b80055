import type { KeyboardEvent } from "react";
import { compareModes, type CompareMode } from "./compare";
import type { Look } from "./SceneTools";
import type { StageApi } from "./stageApi";

const looks: Readonly<Record<string, Look>> = {
  "0": "fit",
  "1": "iso",
  "2": "top",
  "3": "along",
  "4": "walk",
  "5": "follow",
  "9": "focus",
};
/** from this digit on: side by side, swipe, ghost */
const firstCompare = 6;
/** on foot: metres ahead, metres to the right, degrees to the left */
const feet: Readonly<Record<string, readonly [number, number, number]>> = {
  w: [0.8, 0, 0],
  s: [-0.8, 0, 0],
  a: [0, -0.6, 0],
  d: [0, 0.6, 0],
  q: [0, 0, 15],
  e: [0, 0, -15],
};

interface Keys {
  stations: readonly { id: string }[];
  selected: string | null;
  isWalking: boolean;
  canCompare: boolean;
  stage: StageApi | null;
  look(to: Look): void;
  compare(mode: CompareMode): void;
  select(id: string | null): void;
}

/** What a key means to the scene; true when it meant something. */
export function pressKey(event: KeyboardEvent, keys: Keys): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { stations, selected, stage } = keys;
  const mode = keys.canCompare ? compareModes[Number(event.key) - firstCompare] : undefined;
  const look = looks[event.key];
  const walk = feet[event.key.toLowerCase()];
  const to = chosenBy(event.key, stations, selected);
  if (event.key === "Escape" && selected !== null) keys.select(null);
  else if (event.key === "+" || event.key === "=") stage?.zoomBy(1.25);
  else if (event.key === "-") stage?.zoomBy(0.8);
  else if (look) keys.look(look);
  else if (mode) keys.compare(mode);
  else if (walk && keys.isWalking) stage?.walk(...walk);
  else if (to === null) return false;
  else keys.select(stations[Math.min(stations.length - 1, Math.max(0, to))]?.id ?? null);
  return true;
}

/** Index of the station that an arrow, Home or End leads to; null for any other key. */
function chosenBy(key: string, stations: readonly { id: string }[], selected: string | null): number | null {
  const at = stations.findIndex((station) => station.id === selected);
  if (key === "ArrowRight" || key === "ArrowDown") return at + 1;
  if (key === "ArrowLeft" || key === "ArrowUp") return at < 0 ? stations.length - 1 : at - 1;
  return key === "Home" ? 0 : key === "End" ? stations.length - 1 : null;
}
