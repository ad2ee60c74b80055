export const stageViews = ["iso", "top", "along", "walk"] as const;
/** Ways to look at the line; the flat plan knows one, from above. */
export type StageView = (typeof stageViews)[number];

/** What the frame around a stage may ask of it, whether it is the 3D one or the flat plan. */
export interface StageApi {
  fit(): void;
  /** Brings one station near. */
  focus(station: string): void;
  turn(view: StageView): void;
  /** Keeps a part in the middle, the one at a station or the first on its way; null = no longer. True while it follows. */
  follow(station: string | null, on: boolean): boolean;
  /** > 1 comes nearer */
  zoomBy(factor: number): void;
  /** On foot: metres ahead and to the right, degrees to the left. */
  walk(ahead: number, aside: number, turn: number): void;
  /** station under a point of the page: index of the run and id, or null */
  pick(clientX: number, clientY: number): { run: number; station: string } | null;
  /** Point of the floor under a point of the page, in metres; null where there is none. */
  floorAt(clientX: number, clientY: number): [x: number, z: number] | null;
  /** Marks the station under the pointer. */
  hover(station: string | null): void;
  /** Draws again: the divider stands elsewhere. */
  refresh(): void;
  /** Pixels a metre across the screen; null where that differs from place to place (on foot). */
  pixelsPerMetre(): number | null;
  /** Draws what is seen now into a canvas, `scale` times as large as on the page; words over the picture aside. */
  paintInto(pen: CanvasRenderingContext2D, scale: number): void | Promise<void>;
}
