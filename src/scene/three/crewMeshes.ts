import { CircleGeometry, Color, type InstancedMesh, Matrix4 } from "three";
import { mixHex, scenarioColour, stateLooks } from "../../look";
import { arm } from "../picture/arm";
import { figureRoles, type Picture } from "../picture/picture";
import { vehicleKinds } from "../picture/vehicles";
import { cobot, industrial } from "../picture/robots";
import { carriageHeight } from "../plan/measures";
import type { LinePlan } from "../plan/types";
import { figureShape } from "../shapes/figure";
import { cobotLinks, robotLinks } from "../shapes/robot";
import { vehicleShapes } from "../shapes/vehicles";
import { flush, place } from "./instanced";
import type { Kit } from "./kit";
import { merge } from "./solids";

export interface CrewMeshes {
  update(picture: Picture): void;
}

const links = ["carriage", "turret", "upper", "fore", "hand"] as const;
const room = 16;

/** People, robots and vehicles. */
export function addCrew(kit: Kit, plan: LinePlan, hasRobots: boolean, hasVehicles: boolean): CrewMeshes {
  const { tones, theme } = kit;
  const isLight = theme === "light";
  const white = { ...tones, pale: "#FFFFFF" };
  const mesh = (primitives: Parameters<typeof merge>[0], colours: typeof tones, cast = true): InstancedMesh =>
    kit.add(kit.own(merge(primitives, colours)), kit.solid, room, { moving: true, cast });
  const skin = isLight ? "#D2B59A" : "#B4937A";
  const cloth = isLight ? "#46525E" : "#39434D";
  const crew = [
    mesh([...figureShape.legs, ...figureShape.head], { ...tones, trim: cloth, pale: skin, glass: "#1A2027" }),
    mesh(figureShape.body, white),
    mesh(figureShape.hat, white, false),
  ];
  const disc = kit.own(new CircleGeometry(0.46, 24).rotateX(-Math.PI / 2));
  disc.deleteAttribute("normal");
  crew.push(kit.add(disc, kit.paint, room, { moving: true }));
  const b = scenarioColour(theme, "B");
  const fresh = new Color(b);
  const ground = new Color(mixHex(kit.look.floor, b, 0.45));
  const bodyColours = figureRoles.map(
    (role) =>
      new Color(
        role === "setter"
          ? stateLooks.setup.fill
          : role === "repairer"
            ? stateLooks.down.fill
            : isLight
              ? "#6C7E90"
              : "#8F9EAC",
      ),
  );
  const hatColours = figureRoles.map(
    (role) => new Color(role === "operator" ? (isLight ? "#E9EDF1" : "#C7D0D9") : "#FFFFFF"),
  );
  const armsOf = (shapes: typeof robotLinks): InstancedMesh[] => links.map((link) => mesh(shapes[link], tones));
  // by kind; each is made only where there is one
  const arms: InstancedMesh[][] = [[], []];
  if (hasRobots) arms[industrial] = armsOf(robotLinks);
  if (plan.cobots.some(Boolean)) arms[cobot] = armsOf(cobotLinks);
  const vehicles = hasVehicles ? vehicleKinds.map((kind) => mesh(vehicleShapes[kind].primitives, tones)) : [];

  const base = new Matrix4();
  const joint = new Matrix4();
  const step = new Matrix4();
  const turnTo = (matrix: Matrix4, x: number, y: number, turn: Matrix4): Matrix4 =>
    matrix.multiply(turn.setPosition(x, y, 0));
  const writeArm = (
    meshes: InstancedMesh[],
    n: number,
    i: number,
    x: number,
    z: number,
    yaw: number,
    joints: Float32Array,
  ): void => {
    const at = i * 6;
    base.makeRotationY(yaw).setPosition(x, 0, z);
    meshes[0]?.setMatrixAt(n, base);
    joint.copy(base);
    turnTo(joint, 0, carriageHeight, step.makeRotationY(joints[at] ?? 0));
    meshes[1]?.setMatrixAt(n, joint);
    turnTo(joint, arm.ahead, arm.shoulder, step.makeRotationZ(-(joints[at + 1] ?? 0)));
    meshes[2]?.setMatrixAt(n, joint);
    turnTo(joint, 0, arm.upper, step.makeRotationZ(-(joints[at + 2] ?? 0)));
    meshes[3]?.setMatrixAt(n, joint);
    turnTo(joint, arm.fore, 0, step.makeRotationX(joints[at + 3] ?? 0));
    turnTo(joint, 0, 0, step.makeRotationZ(joints[at + 4] ?? 0));
    meshes[4]?.setMatrixAt(n, joint);
  };
  const sized = (list: InstancedMesh[], needed: number): void => {
    for (let k = 0; k < list.length; k++) {
      const own = list[k];
      if (own) (list[k] = kit.ensure(own, needed)).count = needed;
    }
  };
  return {
    update(picture) {
      const { people, robots, joints } = picture;
      sized(crew, people.count);
      let discs = 0;
      for (let i = 0; i < people.count; i++) {
        const x = people.x[i] ?? 0;
        const z = people.z[i] ?? 0;
        const role = people.kind[i] ?? 0;
        const isNew = people.tone[i] === 1;
        for (let k = 0; k < 3; k++) {
          const part = crew[k];
          if (part) place(part, i, x, people.y[i] ?? 0, z, people.yaw[i] ?? 0);
        }
        crew[1]?.setColorAt(i, bodyColours[role] as Color);
        crew[2]?.setColorAt(i, isNew ? fresh : (hatColours[role] as Color));
        const under = crew[3];
        if (!isNew || !under) continue;
        place(under, discs, x, 0.03, z);
        under.setColorAt(discs++, ground);
      }
      if (crew[3]) crew[3].count = discs;
      for (let k = 0; k < crew.length; k++) flush(crew[k] as InstancedMesh);

      for (let kind = 0; kind < arms.length; kind++) {
        const meshes = arms[kind];
        if (!meshes || meshes.length === 0) continue;
        let n = 0;
        for (let i = 0; i < robots.count; i++) if (robots.kind[i] === kind) n++;
        sized(meshes, n);
        n = 0;
        for (let i = 0; i < robots.count; i++)
          if (robots.kind[i] === kind)
            writeArm(meshes, n++, i, robots.x[i] ?? 0, robots.z[i] ?? 0, robots.yaw[i] ?? 0, joints);
        for (let k = 0; k < meshes.length; k++) flush(meshes[k] as InstancedMesh);
      }

      const fleet = picture.vehicles;
      for (let kind = 0; kind < vehicles.length; kind++) {
        let n = 0;
        for (let i = 0; i < fleet.count; i++) if (fleet.kind[i] === kind) n++;
        const own = kit.ensure(vehicles[kind] as InstancedMesh, n);
        vehicles[kind] = own;
        own.count = n;
        n = 0;
        for (let i = 0; i < fleet.count; i++) {
          if (fleet.kind[i] === kind) place(own, n++, fleet.x[i] ?? 0, 0, fleet.z[i] ?? 0, fleet.yaw[i] ?? 0);
        }
        flush(own);
      }
    },
  };
}
