import type { Box } from "./settle";

/** A label of a station, or of what was finished or scrapped at one. */
export interface Label extends Box {
  run: number;
  station: number;
  kind: "station" | "finished" | "scrapped";
  /** the point it belongs to, in 3D and in the flat plan */
  at: [number, number, number];
  flatAt: [number, number, number];
  element: HTMLElement;
  name: HTMLElement;
  detail: HTMLElement;
  tag: HTMLElement | null;
  shown: boolean;
  text: string;
  within: [number, number, number, number];
}

export function createLabel(
  host: HTMLElement,
  run: number,
  station: number,
  kind: Label["kind"],
  at: Label["at"],
  flatAt: Label["at"],
): Label {
  const element = document.createElement("div");
  element.className = `xj-label xj-label-${kind}`;
  element.dataset.run = String(run);
  const name = child(element, "xj-label-name");
  const detail = child(element, "xj-label-detail");
  host.appendChild(element);
  return {
    run,
    station,
    kind,
    at,
    flatAt,
    element,
    name,
    detail,
    tag: null,
    shown: true,
    text: "",
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    priority: 0,
    hidden: false,
    within: [0, 0, 0, 0],
  };
}

export function child(parent: HTMLElement, className: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  parent.appendChild(element);
  return element;
}
