import { CanvasTexture, Mesh, MeshBasicMaterial, NoColorSpace, PlaneGeometry } from "three";
import type { LinePlan } from "../plan/types";
import type { Kit } from "./kit";

const size = { width: 768, height: 320 };

/** Writes lines of text on every board in the hall; the figures are those of this very moment. */
export type WriteBoard = (lines: readonly string[]) => void;

/** The faces of the boards that a plan has put up. */
export function addBoards(kit: Kit, plan: LinePlan): WriteBoard {
  const boards = plan.things.filter((thing) => thing.kind === "board");
  if (boards.length === 0) return () => undefined;
  const canvas = document.createElement("canvas");
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext("2d");
  const texture = kit.own(new CanvasTexture(canvas));
  texture.colorSpace = NoColorSpace;
  texture.anisotropy = 4;
  const material = kit.own(new MeshBasicMaterial({ map: texture }));
  const face = kit.own(new PlaneGeometry(4.1, 1.7));
  for (const board of boards) {
    const mesh = new Mesh(face, material);
    mesh.position.set(board.x, 2.42, board.z + 0.08);
    kit.scene.add(mesh);
  }
  let shown = "";
  return (lines) => {
    const text = lines.join("\n");
    if (!pen || text === shown) return;
    shown = text;
    pen.fillStyle = "#10161C";
    pen.fillRect(0, 0, size.width, size.height);
    pen.textBaseline = "middle";
    const step = size.height / lines.length;
    lines.forEach((line, i) => {
      pen.fillStyle = i === 0 ? "#FFFFFF" : "#B9C4CF";
      pen.font = `${i === 0 ? 600 : 500} ${Math.round(step * 0.58)}px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
      pen.fillText(line, 34, step * (i + 0.52), size.width - 68);
    });
    texture.needsUpdate = true;
  };
}
