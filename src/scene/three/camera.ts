import { MathUtils, OrthographicCamera, Vector3 } from "three";
import { contentPoints } from "../plan/content";
import type { LinePlan } from "../plan/types";

export type ViewName = "iso" | "top";

/** Angles in degrees: round about and down. */
const views: Record<ViewName, [number, number]> = { iso: [45, 35], top: [0, 89.9] };
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

/** Turns the camera to a named view about `target`. */
export function turnTo(camera: OrthographicCamera, target: Vector3, view: ViewName): void {
  const [round, down] = views[view].map((degrees) => MathUtils.degToRad(degrees)) as [number, number];
  camera.position.set(
    target.x + distance * Math.sin(round) * Math.cos(down),
    target.y + distance * Math.sin(down),
    target.z + distance * Math.cos(round) * Math.cos(down),
  );
  camera.lookAt(target);
  camera.updateMatrixWorld();
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

/** Extent of what stands in the plans as the camera sees it, in metres on the screen: [left, right, bottom, top]. */
export function extent(camera: OrthographicCamera, plans: readonly LinePlan[]): [number, number, number, number] {
  camera.matrixWorld.extractBasis(right, up, ahead);
  let [l, r, b, t] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const plan of plans) {
    for (const point of contentPoints(plan)) {
      corner.set(...point);
      const x = corner.dot(right);
      const y = corner.dot(up);
      l = Math.min(l, x);
      r = Math.max(r, x);
      b = Math.min(b, y);
      t = Math.max(t, y);
    }
  }
  return [l, r, b, t];
}

/** Brings the plans into the middle of the view, as large as they fit beside the insets. Moves camera and target alike. */
export function fit(camera: OrthographicCamera, target: Vector3, plans: readonly LinePlan[], insets: Insets): void {
  camera.updateMatrixWorld();
  const [l, r, b, t] = extent(camera, plans);
  const width = Math.max(40, camera.right - camera.left - insets.left - insets.right);
  const height = Math.max(40, camera.top - camera.bottom - insets.top - insets.bottom);
  camera.zoom = Math.min(width / (r - l), height / (t - b));
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
