/**
 * A six-axis arm in its own frame: +x ahead, +y up, standing at the origin. Lengths in metres: height of the shoulder and
 * how far it lies ahead of the first axis, upper arm, forearm up to the wrist, wrist to the tip of the gripper.
 */
export const arm = { shoulder: 0.72, ahead: 0.18, upper: 0.98, fore: 1.02, hand: 0.36 } as const;

const degree = Math.PI / 180;
/** [least, most] of each joint in radians, those of a common 50 kg arm. */
export const jointLimits: readonly (readonly [number, number])[] = [
  [-180 * degree, 180 * degree],
  [-90 * degree, 135 * degree],
  [-160 * degree, 80 * degree],
  [-200 * degree, 200 * degree],
  [-125 * degree, 125 * degree],
  [-360 * degree, 360 * degree],
];

/** A unit direction or a point. */
export type Triple = [number, number, number];

/**
 * Inverse kinematics with the wrist apart: the angles that bring the tip of the gripper to `tip`, coming in along `along`
 * (unit vector). Written into `joints`; false, and nothing written, where the arm does not reach so far or a limit is in
 * the way. Elbow up. Joints: turn, shoulder from upright, elbow from a right angle, roll, bend, flange.
 */
export function reach(tip: Triple, along: Triple, joints: Float32Array, at = 0): boolean {
  const wx = tip[0] - arm.hand * along[0];
  const wy = tip[1] - arm.hand * along[1];
  const wz = tip[2] - arm.hand * along[2];
  const turn = Math.atan2(-wz, wx);
  const r = Math.hypot(wx, wz) - arm.ahead;
  const h = wy - arm.shoulder;
  const span = Math.hypot(r, h);
  if (span > arm.upper + arm.fore || span < Math.abs(arm.upper - arm.fore) || span < 1e-6) return false;
  const inner = Math.acos(clamped((arm.upper ** 2 + span ** 2 - arm.fore ** 2) / (2 * arm.upper * span)));
  const elbow = Math.acos(clamped((arm.upper ** 2 + arm.fore ** 2 - span ** 2) / (2 * arm.upper * arm.fore)));
  const lean = Math.atan2(r, h) - inner;
  const bendOfElbow = Math.PI / 2 - elbow;
  // directions of the forearm: ahead (f), upwards across it (u), to the side (s)
  const angle = lean + bendOfElbow + Math.PI / 2;
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  const sinA = Math.sin(angle);
  const cosA = Math.cos(angle);
  const onF = along[0] * sinA * c + along[1] * cosA - along[2] * sinA * s;
  const onU = -along[0] * cosA * c + along[1] * sinA + along[2] * cosA * s;
  const onS = along[0] * s + along[2] * c;
  let bend = Math.acos(clamped(onF));
  let roll = Math.abs(Math.sin(bend)) < 1e-6 ? 0 : Math.atan2(onS, onU);
  // of the two ways a wrist can look somewhere, the one that rolls less
  if (Math.abs(roll) > Math.PI / 2) {
    bend = -bend;
    roll += roll > 0 ? -Math.PI : Math.PI;
  }
  if (!within(0, turn) || !within(1, lean) || !within(2, bendOfElbow) || !within(3, roll) || !within(4, bend))
    return false;
  joints[at] = turn;
  joints[at + 1] = lean;
  joints[at + 2] = bendOfElbow;
  joints[at + 3] = roll;
  joints[at + 4] = bend;
  joints[at + 5] = 0;
  return true;
}

/** Forward kinematics: where the tip is with these angles. */
export function tipOf(joints: ArrayLike<number>, out: Triple, at = 0): void {
  const [turn, lean, elbow, roll, bend] = [0, 1, 2, 3, 4].map((i) => joints[at + i] ?? 0) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const angle = lean + elbow + Math.PI / 2;
  const r = arm.ahead + arm.upper * Math.sin(lean) + arm.fore * Math.sin(angle);
  const y = arm.shoulder + arm.upper * Math.cos(lean) + arm.fore * Math.cos(angle);
  const onF = Math.cos(bend);
  const onU = Math.sin(bend) * Math.cos(roll);
  const onS = Math.sin(bend) * Math.sin(roll);
  const ahead = onF * Math.sin(angle) - onU * Math.cos(angle);
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  out[0] = r * c + arm.hand * (ahead * c + onS * s);
  out[1] = y + arm.hand * (onF * Math.cos(angle) + onU * Math.sin(angle));
  out[2] = -r * s + arm.hand * (-ahead * s + onS * c);
}

/** A place of the gripper seen from the arm: turned so far, so far out, so high, dipping so much (0 level, π/2 down). */
export interface Grip {
  turn: number;
  out: number;
  up: number;
  dip: number;
}

const tip: Triple = [0, 0, 0];
const along: Triple = [0, 0, 0];

/**
 * The angles for a grip; a grip too far away is drawn in until the arm reaches it. False only where no drawing in helps.
 */
export function reachGrip(grip: Grip, joints: Float32Array, at: number): boolean {
  const c = Math.cos(grip.turn);
  const s = Math.sin(grip.turn);
  along[0] = Math.cos(grip.dip) * c;
  along[1] = -Math.sin(grip.dip);
  along[2] = -Math.cos(grip.dip) * s;
  for (let out = grip.out; out > 0.3; out -= 0.05) {
    tip[0] = out * c;
    tip[1] = grip.up;
    tip[2] = -out * s;
    if (reach(tip, along, joints, at)) return true;
  }
  return false;
}

function within(joint: number, angle: number): boolean {
  const [least, most] = jointLimits[joint] as readonly [number, number];
  return angle >= least - 1e-9 && angle <= most + 1e-9;
}

function clamped(cosine: number): number {
  return Math.min(1, Math.max(-1, cosine));
}
