import type { Note } from "../overlays/types";
import { child } from "./label";
import type { Box } from "./settle";

/** What an overlay writes at a place of the hall. */
export interface NoteBox extends Box {
  run: number;
  at: [number, number, number];
  element: HTMLElement;
  within: [number, number, number, number];
}

/** The words of the overlays of all runs, where the overlay hooks leave them and the label layer finds them. */
export interface NoteBoard {
  current: readonly (readonly Note[])[];
}

export interface Notes {
  readonly list: readonly NoteBox[];
  /** Takes over what the board says now; true where words have changed and must be measured. */
  read(): boolean;
  dispose(): void;
}

/** before the names of stations: while an overlay is on, its numbers are what one looks for */
const priority = 2.5;

export function createNotes(host: HTMLElement, board: NoteBoard): Notes {
  const pool: NoteBox[] = [];
  const list: NoteBox[] = [];
  let seen: NoteBoard["current"] | null = null;
  const boxAt = (i: number): NoteBox => {
    const known = pool[i];
    if (known) return known;
    const element = child(host, "xj-overlay-note");
    const box: NoteBox = {
      run: 0,
      at: [0, 0, 0],
      element,
      x: 0,
      y: 0,
      width: 0,
      height: 0,
      priority,
      hidden: false,
      within: [0, 0, 0, 0],
    };
    pool.push(box);
    return box;
  };
  return {
    list,
    read() {
      if (seen === board.current) return false;
      seen = board.current;
      list.length = 0;
      seen.forEach((notes, run) => {
        for (const note of notes) {
          const box = boxAt(list.length);
          list.push(box);
          box.run = run;
          box.at[0] = note.x;
          box.at[1] = note.y;
          box.at[2] = note.z;
          if (box.element.textContent !== note.text) box.element.textContent = note.text;
          box.element.hidden = false;
        }
      });
      for (const { element } of pool.slice(list.length)) element.hidden = true;
      return true;
    },
    dispose() {
      for (const { element } of pool) element.remove();
    },
  };
}
