import { MathUtils, OrthographicCamera, Vector3 } from "three";
import type { Point } from "../plan/content";

/** Angles of the named views in degrees: round about and down. */
export const views = { iso: [45, 35], top: [0, 89.9], along: [-68, 20] } as const satisfies Record<
  string,
  readonly [number, number]
>;
export type ViewName = keyof typeof views;
const distance = 120;
const right = new Vector3();
const up = new Vector3();
const ahead = new Vector3();
const corner = new Vector3();

/** The one camera of all views. `zoom` is pixels a metre: its frustum is set in pixels. */
export function createCamera(): OrthographicCamera {
  const camera = new OrthographicCamera(-1, 1, 1, -1, 0.1, 400);
  camera.zoom = 12;
  return camera;
}

/** Turns the camera to look at `target`, so many degrees round about and down. */
export function turnTo(camera: OrthographicCamera, target: Vector3, round: number, down: number): void {
  const a = MathUtils.degToRad(round);
  const b = MathUtils.degToRad(down);
  camera.position.set(
    target.x + distance * Math.sin(a) * Math.cos(b),
    target.y + distance * Math.sin(b),
    target.z + distance * Math.cos(a) * Math.cos(b),
  );
  camera.lookAt(target);
  camera.updateMatrixWorld();
}

/** The angles in degrees at which a camera looks at its target: the inverse of `turnTo`. */
export function anglesOf(camera: OrthographicCamera, target: Vector3): [round: number, down: number] {
  corner.copy(camera.position).sub(target);
  const flat = Math.hypot(corner.x, corner.z);
  const round = flat < 1e-3 * distance ? 0 : MathUtils.radToDeg(Math.atan2(corner.x, corner.z));
  return [round, MathUtils.radToDeg(Math.atan2(corner.y, flat))];
}

/** Size of one view in pixels. */
export function resize(camera: OrthographicCamera, width: number, height: number): void {
  camera.left = -width / 2;
  camera.right = width / 2;
  camera.top = height / 2;
  camera.bottom = -height / 2;
  camera.updateProjectionMatrix();
}

export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Extent of points as the camera sees them, in metres on the screen: [left, right, bottom, top]. */
export function extent(camera: OrthographicCamera, points: readonly Point[]): [number, number, number, number] {
  camera.matrixWorld.extractBasis(right, up, ahead);
  let [l, r, b, t] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of points) {
    corner.set(...point);
    const x = corner.dot(right);
    const y = corner.dot(up);
    l = Math.min(l, x);
    r = Math.max(r, x);
    b = Math.min(b, y);
    t = Math.max(t, y);
  }
  return [l, r, b, t];
}

/** Brings points into the middle of the view, as large as they fit beside the insets. Moves camera and target alike. */
export function fit(
  camera: OrthographicCamera,
  target: Vector3,
  points: readonly Point[],
  insets: Insets,
  most = Infinity,
): void {
  camera.updateMatrixWorld();
  const [l, r, b, t] = extent(camera, points);
  const width = Math.max(40, camera.right - camera.left - insets.left - insets.right);
  const height = Math.max(40, camera.top - camera.bottom - insets.top - insets.bottom);
  camera.zoom = Math.min(most, width / (r - l), height / (t - b));
  const x = (l + r) / 2 + (insets.right - insets.left) / 2 / camera.zoom;
  const y = (b + t) / 2 + (insets.top - insets.bottom) / 2 / camera.zoom;
  camera.matrixWorld.extractBasis(right, up, ahead);
  const dx = x - target.dot(right);
  const dy = y - target.dot(up);
  // along the floor, so that the target stays on it: a step up the screen is a step away on the ground
  ahead.set(-ahead.x, 0, -ahead.z);
  const slope = ahead.length();
  if (slope > 0.05) ahead.normalize().multiplyScalar(dy / Math.max(0.02, ahead.dot(up) / ahead.length()));
  else ahead.copy(up).multiplyScalar(dy);
  right.multiplyScalar(dx);
  target.add(right).add(ahead);
  camera.position.add(right).add(ahead);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
}
