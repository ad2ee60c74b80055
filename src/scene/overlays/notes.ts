import type { Note } from "./types";

/** Words over the picture, moved by transform. */
export interface NoteLayer {
  show(notes: readonly Note[]): void;
  /** `project` writes where a point of the hall is seen, in pixels of the host */
  place(project: (x: number, y: number, z: number, out: [number, number]) => void): void;
  dispose(): void;
}

export function createNoteLayer(host: HTMLElement): NoteLayer {
  const elements: HTMLElement[] = [];
  let notes: readonly Note[] = [];
  const pixel: [number, number] = [0, 0];
  return {
    show(next) {
      notes = next;
      while (elements.length < next.length) {
        const element = document.createElement("span");
        element.className = "xj-overlay-note";
        host.appendChild(element);
        elements.push(element);
      }
      elements.forEach((element, i) => {
        const text = next[i]?.text ?? "";
        if (element.textContent !== text) element.textContent = text;
        element.hidden = text === "";
      });
    },
    place(project) {
      notes.forEach((note, i) => {
        project(note.x, note.y, note.z, pixel);
        const element = elements[i];
        if (element)
          element.style.transform = `translate(${Math.round(pixel[0])}px, ${Math.round(pixel[1])}px) translate(-50%, -50%)`;
      });
    },
    dispose() {
      for (const element of elements) element.remove();
    },
  };
}
