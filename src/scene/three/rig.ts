import { type Camera, type OrthographicCamera, type PerspectiveCamera, Vector3 } from "three";
import { MapControls } from "three/addons/controls/MapControls.js";
import type { Point } from "../plan/content";
import type { LinePlan } from "../plan/types";
import { anglesOf, createCamera, fit, type Insets, resize, turnTo, views, type ViewName } from "./camera";
import { createWalker, type Walker } from "./walker";

/** Where a flight begins and ends. */
interface Pose {
  target: Vector3;
  round: number;
  down: number;
  zoom: number;
}

const flightMs = 620;
const leastZoom = 3;
const mostZoom = 160;

/**
 * The camera and what moves it: the viewer's hand, flights to named views, a part that is followed, feet. A hand on the
 * mouse ends any flight; with motion unwelcome there are no flights, everything is where it should be at once.
 */
export class Rig {
  readonly ortho = createCamera();
  readonly walker: Walker = createWalker();
  isWalking = false;
  /** the viewer has moved the camera: leave it where it is when the size changes */
  moved = false;
  /** the camera is elsewhere since this was last set to false */
  stale = true;
  /** writes where the followed part is; false when it is gone */
  following: ((out: Vector3) => boolean) | null = null;
  private readonly controls: MapControls;
  private readonly probe = createCamera();
  private readonly from: Pose = pose();
  private readonly to: Pose = pose();
  private flightStart = -1;
  private last = -1;
  private readonly point = new Vector3();

  constructor(
    private readonly element: HTMLElement,
    private readonly calm: () => boolean,
    private readonly invalidate: () => void,
  ) {
    turnTo(this.ortho, this.from.target, ...views.iso);
    const controls = new MapControls(this.ortho, element);
    controls.maxPolarAngle = (89.9 * Math.PI) / 180;
    controls.minZoom = leastZoom;
    controls.maxZoom = mostZoom;
    controls.zoomSpeed = 1.6;
    controls.addEventListener("change", () => {
      this.stale = true;
      invalidate();
    });
    controls.addEventListener("start", () => this.interrupt());
    this.controls = controls;
    element.addEventListener("pointermove", this.onMove);
  }

  get camera(): OrthographicCamera | PerspectiveCamera {
    return this.isWalking ? this.walker.camera : this.ortho;
  }
  get target(): Vector3 {
    return this.controls.target;
  }

  /** A hand on the camera: it goes on from where it is. */
  interrupt(): void {
    this.moved = true;
    this.flightStart = -1;
    this.following = null;
  }

  resize(width: number, height: number, share: number): void {
    resize(this.ortho, width, height);
    this.walker.resize(width, height);
    this.controls.panSpeed = share;
    this.stale = true;
  }

  /** Shows these points from a view, or from where one looks now. */
  show(points: readonly Point[], insets: Insets, view: ViewName | null, smooth: boolean, most = mostZoom): void {
    if (points.length === 0) return;
    // a flight under way keeps where it was going to
    const bound = this.flightStart >= 0 ? ([this.to.round, this.to.down] as const) : null;
    const [round, down] = view === null ? (bound ?? anglesOf(this.ortho, this.target)) : views[view];
    resize(this.probe, this.ortho.right * 2, this.ortho.top * 2);
    this.to.target.copy(this.target);
    turnTo(this.probe, this.to.target, round, down);
    fit(this.probe, this.to.target, points, insets, most);
    Object.assign(this.to, { round, down, zoom: this.probe.zoom });
    this.fly(smooth);
  }

  zoomBy(factor: number, smooth: boolean): void {
    if (this.isWalking) {
      this.walker.step(factor > 1 ? 1.5 : -1.5, 0, 0, smooth && !this.calm());
      this.stale = true;
      this.invalidate();
      return;
    }
    this.here(this.to);
    this.to.zoom = Math.min(mostZoom, Math.max(leastZoom, this.to.zoom * factor));
    this.moved = true;
    this.fly(smooth);
  }

  enter(plan: LinePlan): void {
    this.setWalking(true);
    this.walker.enter(plan);
  }
  setWalking(on: boolean): void {
    this.isWalking = on;
    this.controls.enabled = !on;
    this.following = null;
    this.flightStart = -1;
    this.stale = true;
    this.invalidate();
  }

  /** Once a frame, with the real time in ms; asks for another frame while something moves. */
  advance(now: number): void {
    const seconds = this.last < 0 ? 0 : Math.min(0.1, (now - this.last) / 1000);
    this.last = now;
    if (this.isWalking) {
      if (this.walker.advance(seconds)) this.again();
      return;
    }
    if (this.flightStart >= 0) {
      const along = Math.min(1, (now - this.flightStart) / flightMs);
      const t = along * along * (3 - 2 * along);
      this.set(t);
      if (along >= 1) this.flightStart = -1;
      this.again();
    }
    if (this.following) {
      if (this.following(this.point)) this.shift(1 - Math.exp(-7 * seconds));
      else this.following = null;
    }
    this.controls.enableDamping = !this.calm();
    this.controls.update();
  }

  dispose(): void {
    this.element.removeEventListener("pointermove", this.onMove);
    this.controls.dispose();
  }

  private readonly onMove = (event: PointerEvent): void => {
    if (!this.isWalking || event.buttons === 0) return;
    this.walker.look(event.movementX, event.movementY);
    this.again();
  };
  private again(): void {
    this.stale = true;
    this.invalidate();
  }
  private here(out: Pose): void {
    out.target.copy(this.target);
    [out.round, out.down] = anglesOf(this.ortho, this.target);
    out.zoom = this.ortho.zoom;
  }
  private fly(smooth: boolean): void {
    if (this.isWalking) this.setWalking(false);
    this.here(this.from);
    // the shorter way round
    while (this.to.round - this.from.round > 180) this.from.round += 360;
    while (this.to.round - this.from.round < -180) this.from.round -= 360;
    if (smooth && !this.calm()) this.flightStart = performance.now();
    else this.set(1);
    this.again();
  }
  private set(t: number): void {
    const { from, to, ortho } = this;
    this.target.lerpVectors(from.target, to.target, t);
    ortho.zoom = from.zoom * (to.zoom / from.zoom) ** t;
    ortho.updateProjectionMatrix();
    turnTo(ortho, this.target, from.round + (to.round - from.round) * t, from.down + (to.down - from.down) * t);
  }
  private shift(share: number): void {
    this.point.sub(this.target).multiplyScalar(this.calm() ? 1 : share);
    if (this.point.length() < 0.002) return;
    this.target.add(this.point);
    this.ortho.position.add(this.point);
    this.ortho.updateMatrixWorld();
    this.again();
  }
}

function pose(): Pose {
  return { target: new Vector3(), round: 45, down: 35, zoom: 12 };
}

/** Where a point of the page lies in a view, −1..1 both ways. */
export function ray(camera: Camera, x: number, y: number, origin: Vector3, direction: Vector3): void {
  origin.set(x, y, -1).unproject(camera);
  direction.set(x, y, 1).unproject(camera).sub(origin).normalize();
}
