/** What the frame around a stage may ask of it, whether it is the 3D one or the flat plan. */
export interface StageApi {
  fit(): void;
  turn(view: "iso" | "top"): void;
  /** > 1 comes nearer */
  zoomBy(factor: number): void;
  /** station under a point of the page: index of the run and id, or null */
  pick(clientX: number, clientY: number): { run: number; station: string } | null;
}
