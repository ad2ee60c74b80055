import { movedLine, waysLonger } from "../../store";
import type { SceneLabels } from "../types";
import { fill } from "../summary";
import type { Conflict } from "./footprints";
import "./layout.css";
import { positionsOf } from "./positions";
import type { LayoutHand } from "./useLayout";

/** What to do, where the station in the hand would stand, and why it cannot be put there. */
export function LayoutNote({
  hand,
  labels,
  language,
}: {
  hand: LayoutHand;
  labels: SceneLabels;
  language: "zh" | "en";
}) {
  const { model, lifted, refused } = hand;
  if (model === null) return null;
  const name = (s: number): string => model.run.line.stations[s]?.name?.[language] ?? model.plan.stations[s]?.id ?? "";
  const reason = ({ kind, a, b }: Conflict): string => fill(labels.layout.reasons[kind], { a: name(a), b: name(b) });
  const conflict = lifted === null ? refused : lifted.conflicts[0];
  const own = model.plan.stations.findIndex(({ id }) => id === lifted?.station);
  const longer =
    lifted === null
      ? 0
      : waysLonger(
          model.run.line,
          movedLine(model.run.line, positionsOf(model.plan), {
            ...positionsOf(model.plan),
            [lifted.station]: { x: lifted.x, y: lifted.z },
          }),
        );
  return (
    <div className="xj-layout-note" role="status" data-blocked={conflict !== undefined && conflict !== null}>
      {lifted === null ? (
        <p>{conflict ? fill(labels.layout.refused, { reason: reason(conflict) }) : labels.layout.hint}</p>
      ) : (
        <p>
          {fill(labels.layout.held, { name: name(own), x: String(lifted.x), y: String(lifted.z) })}
          {longer !== 0 && ` ${fill(labels.layout.way, { metres: `${longer > 0 ? "+" : "−"}${Math.abs(longer)}` })}`}
          {conflict && ` ${reason(conflict)}`}
        </p>
      )}
    </div>
  );
}
