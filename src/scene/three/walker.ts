import { MathUtils, PerspectiveCamera, Vector3 } from "three";
import type { LinePlan } from "../plan/types";

const eyes = 1.65;
/** degrees a pixel of a drag turns the head */
const perPixel = 0.18;

/** Somebody on foot in the hall: a place, a direction, and the camera behind the eyes. */
export interface Walker {
  readonly camera: PerspectiveCamera;
  /** In front of the line, looking at it. */
  enter(plan: LinePlan): void;
  /** Metres ahead and to the right, degrees to the left; at once, or gliding there. */
  step(ahead: number, aside: number, turn: number, smooth: boolean): void;
  /** A drag by so many pixels turns the head. */
  look(dx: number, dy: number): void;
  resize(width: number, height: number): void;
  /** Moves on by so many seconds; true while it still moves. */
  advance(seconds: number): boolean;
}

export function createWalker(): Walker {
  const camera = new PerspectiveCamera(58, 1, 0.05, 300);
  const at = new Vector3(0, eyes, 0);
  const goal = new Vector3(0, eyes, 0);
  let yaw = 0;
  let yawGoal = 0;
  let pitch = -6;
  let bounds: LinePlan | null = null;
  const place = (): void => {
    camera.position.copy(at);
    camera.rotation.set(MathUtils.degToRad(pitch), MathUtils.degToRad(yaw), 0, "YXZ");
    camera.updateMatrixWorld();
  };
  const inside = (): void => {
    if (!bounds) return;
    goal.x = MathUtils.clamp(goal.x, bounds.minX + 0.3, bounds.maxX + 3);
    goal.z = MathUtils.clamp(goal.z, bounds.minZ + 0.3, bounds.maxZ + 3);
  };
  return {
    camera,
    enter(plan) {
      bounds = plan;
      goal.set(plan.minX + (plan.maxX - plan.minX) * 0.62, eyes, plan.maxZ + 1.5);
      at.copy(goal);
      yaw = yawGoal = 26;
      pitch = -7;
      place();
    },
    step(ahead, aside, turn, smooth) {
      yawGoal += turn;
      const a = MathUtils.degToRad(yawGoal);
      goal.x += -Math.sin(a) * ahead + Math.cos(a) * aside;
      goal.z += -Math.cos(a) * ahead - Math.sin(a) * aside;
      inside();
      if (smooth) return;
      at.copy(goal);
      yaw = yawGoal;
      place();
    },
    look(dx, dy) {
      yaw = yawGoal = yawGoal + dx * perPixel;
      pitch = MathUtils.clamp(pitch + dy * perPixel, -60, 40);
      place();
    },
    resize(width, height) {
      camera.aspect = width / Math.max(1, height);
      camera.updateProjectionMatrix();
    },
    advance(seconds) {
      const share = 1 - Math.exp(-9 * seconds);
      if (at.distanceTo(goal) < 0.01 && Math.abs(yaw - yawGoal) < 0.1) return false;
      at.lerp(goal, share);
      yaw += (yawGoal - yaw) * share;
      place();
      return true;
    },
  };
}
