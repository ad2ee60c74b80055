import { lampHeightOf, lampTop } from "../plan/heights";
import type { RunModel } from "../runModel";
import { countText, fill, queueText, statesText } from "../summary";
import type { SceneLabels } from "../types";
import type { ViewRect } from "../views";
import { bodyOf } from "./body";
import { createLabel, type Label } from "./label";
import { createNotes, type NoteBoard } from "./notes";
import { fixtures, putInto } from "./room";
import { settle, type Box } from "./settle";

/** Where a point of the hall is seen in a view, in pixels from the view's top left corner. */
export type Project = (x: number, y: number, z: number, out: [number, number]) => void;

/**
 * far: bottleneck and output only; middle: names too; near: state and queue as well. By pixels a metre; two runs beside
 * one another are for comparing, so their names come later.
 */
export type Nearness = "far" | "middle" | "near";
export function nearness(pixelsPerMetre: number, runs: number): Nearness {
  return pixelsPerMetre < (runs > 1 ? 15.5 : 10.5) ? "far" : pixelsPerMetre < 25 ? "middle" : "near";
}

export interface LabelLayer {
  /** Words, counts and sizes: at most four times a second. */
  write(labels: SceneLabels, language: "zh" | "en", selected: string | null): void;
  /** What lies over the picture may stand elsewhere: measured anew when labels next find their places. */
  remeasure(): void;
  /** Moves the labels: whenever the camera or the words have changed. */
  place(
    project: Project,
    rects: readonly ViewRect[],
    pixelsPerMetre: number,
    flat: boolean,
    /** what is seen of each view; null = a ghost, without labels of its own */
    visible: readonly (ViewRect | null)[],
  ): void;
  dispose(): void;
}

const mostLabels = 40;
/** sizes kept of labels that were shown */
const mostSizes = 4000;
/** across a lamp, in metres, and in pixels where it would become too small to read */
const lampMetres = 0.95;
const leastLampPixels = 15;

/** Labels as plain DOM text over the picture, moved by transform; a click on one selects its station. */
export function createLabelLayer(
  host: HTMLElement,
  models: readonly RunModel[],
  language: "zh" | "en",
  board: NoteBoard,
): LabelLayer {
  const list: Label[] = [];
  const notes = createNotes(host, board);
  models.forEach(({ run, plan }, r) => {
    plan.stations.forEach((spot, s) => {
      const narrow = run.bottleneck?.station === spot.id;
      const back = spot.z - spot.depth / 2;
      const label = createLabel(
        host,
        r,
        s,
        "station",
        [spot.x, lampTop(spot.shape), plan.units[spot.firstUnit]?.lampZ ?? back],
        [spot.x, 0, back - 0.5],
      );
      label.name.textContent = run.line.stations[s]?.name?.[language] ?? spot.id;
      label.element.dataset.station = spot.id;
      if (narrow && run.bottleneck) {
        label.tag = document.createElement("span");
        label.tag.className = "xj-label-tag";
        label.tag.textContent = run.bottleneck.text;
        label.element.appendChild(label.tag);
      }
      list.push(label);
    });
    plan.stations.forEach((_, s) => {
      const pallet = plan.pallets[s];
      if (pallet)
        list.push(createLabel(host, r, s, "finished", [pallet.x, 1.5, pallet.z], [pallet.x, 0, pallet.z - 1.2]));
      const bin = plan.bins[s];
      if (bin) list.push(createLabel(host, r, s, "scrapped", [bin.x, -0.2, bin.z + 0.9], [bin.x, 0, bin.z + 1]));
    });
  });

  let chosen: string | null = null;
  let level: Nearness | null = null;
  const pixel: [number, number] = [0, 0];
  let obstacles: Box[] = [];
  /** views for which the obstacles were measured */
  let laidOutFor: readonly ViewRect[] | null = null;
  const lamps = models.flatMap(({ plan }, run) =>
    plan.units.map((unit) => ({
      run,
      at: [unit.x, lampHeightOf(plan.stations[unit.station]?.shape ?? "generic"), unit.lampZ] as const,
      x: 0,
      y: 0,
      width: 0,
      height: 0,
      priority: 0,
      hidden: false,
    })),
  );

  // the same words take the same room: measured once, because measuring lays out the page
  const sizes = new Map<string, readonly [width: number, height: number]>();
  const sizeOf = (element: HTMLElement, words: string): readonly [number, number] => {
    let size = sizes.get(words);
    if (!size) {
      size = [element.offsetWidth, element.offsetHeight];
      // not while the stage is hidden, nor without end
      if (size[0] > 0 && sizes.size < mostSizes) sizes.set(words, size);
    }
    return size;
  };
  const measure = (): void => {
    for (const label of list) {
      if (!label.shown) continue;
      const words = `${label.tag?.textContent ?? ""}|${label.name.textContent}|${label.detail.hidden ? "" : label.text}`;
      [label.width, label.height] = sizeOf(label.element, words);
    }
  };
  const reveal = (): void => {
    let left = mostLabels;
    for (const label of list) {
      const id = models[label.run]?.plan.stations[label.station]?.id;
      const picked = label.kind === "station" && id === chosen;
      const narrow = label.tag !== null;
      label.priority = picked ? 4 : narrow ? 3 : label.kind === "finished" ? 2 : label.kind === "station" ? 1 : 0;
      const wanted = level !== "far" ? label.kind !== "scrapped" || level === "near" : label.priority >= 2;
      label.shown = wanted && label.text !== "" && (left > 0 || label.priority >= 2);
      if (label.shown) left--;
      label.element.hidden = !label.shown;
      label.element.classList.toggle("xj-selected", picked);
      label.detail.hidden = !(level === "near" || picked || label.kind !== "station");
    }
  };

  return {
    remeasure() {
      laidOutFor = null;
    },
    write(labels, words, selected) {
      // a chosen station brings a button of its own
      if (chosen !== selected) laidOutFor = null;
      chosen = selected;
      for (const label of list) {
        const model = models[label.run];
        if (!model) continue;
        const { cursor, plan, run } = model;
        let text: string;
        if (label.kind === "station") {
          const name = run.line.stations[label.station]?.name?.[words] ?? plan.stations[label.station]?.id ?? "";
          if (label.name.textContent !== name) label.name.textContent = name;
          const queue = queueText(cursor, label.station, labels);
          const states = statesText(plan, cursor, label.station, labels);
          text = queue === "" ? states : `${states}${labels.separator}${queue}`;
        } else {
          const count = label.kind === "finished" ? cursor.finishedAt[label.station] : cursor.scrappedAt[label.station];
          text = fill(label.kind === "finished" ? labels.finished : labels.scrapped, {
            count: countText(count ?? 0, words),
          });
        }
        if (label.text !== text) {
          label.text = text;
          label.detail.textContent = text;
        }
      }
      reveal();
      measure();
    },
    place(project, rects, pixelsPerMetre, flat, visible) {
      if (laidOutFor !== rects) {
        laidOutFor = rects;
        obstacles = fixtures(host);
      }
      const [a, b] = rects;
      const areBeside = a !== undefined && b !== undefined && (a.left !== b.left || a.top !== b.top);
      const next = nearness(pixelsPerMetre, areBeside ? 2 : 1);
      if (next !== level) {
        level = next;
        reveal();
        measure();
      }
      for (const label of list) {
        const rect = rects[label.run];
        if (!rect || !label.shown) continue;
        const [x, y, z] = flat ? label.flatAt : label.at;
        project(x, y, z, pixel);
        putInto(label, pixel, rect, visible[label.run]);
      }
      if (notes.read())
        for (const note of notes.list)
          [note.width, note.height] = sizeOf(note.element, `note|${note.element.textContent}`);
      for (const note of notes.list) {
        const rect = rects[note.run];
        if (!rect) continue;
        project(note.at[0], note.at[1], note.at[2], pixel);
        // round its point, not above it
        pixel[1] += note.height / 2;
        putInto(note, pixel, rect, visible[note.run]);
      }
      for (const lamp of lamps) {
        const rect = rects[lamp.run];
        const seen = visible[lamp.run];
        if (!rect) continue;
        project(lamp.at[0], lamp.at[1], lamp.at[2], pixel);
        lamp.width = lamp.height = Math.max(leastLampPixels, lampMetres * pixelsPerMetre);
        lamp.x = rect.left + pixel[0];
        lamp.y = rect.top + pixel[1] - lamp.height / 2;
        // out of sight: in nobody's way
        if (!seen || lamp.x < seen.left || lamp.x > seen.left + seen.width) lamp.x = -1e5;
      }
      // the chosen station is what is looked at: names of others keep off its machines
      const bodies = models.flatMap(({ plan }, run) => bodyOf(plan, chosen, project, rects[run]));
      settle(
        [...list.filter((label) => label.shown), ...notes.list],
        obstacles,
        bodies.length > 0 ? [...lamps, ...bodies] : lamps,
      );
      for (const label of list) if (label.shown) show(label.element, label);
      for (const note of notes.list) show(note.element, note);
    },
    dispose() {
      for (const label of list) label.element.remove();
      notes.dispose();
    },
  };
}

function show(element: HTMLElement, { x, y, width, hidden }: Box): void {
  element.style.visibility = hidden ? "hidden" : "visible";
  if (!hidden) element.style.transform = `translate(${Math.round(x - width / 2)}px, ${Math.round(y)}px)`;
}
