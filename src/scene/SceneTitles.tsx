import { scenarioColour, type ThemeName } from "../look";
import type { CompareMode } from "./compare";
import type { RunModel } from "./runModel";
import { fill } from "./summary";
import type { SceneLabels } from "./types";
import type { ViewRect } from "./views";

interface SceneTitlesProps {
  models: readonly RunModel[];
  rects: readonly ViewRect[];
  mode: CompareMode;
  theme: ThemeName;
  labels: SceneLabels;
}

/** The names of the lines over their views, and the edge between two halves. */
export function SceneTitles({ models, rects, mode, theme, labels }: SceneTitlesProps) {
  const isTogether = models.length > 1 && mode !== "split";
  const titles = models.map(({ run }, i) => (
    <p
      key={run.id}
      className="xj-scene-title"
      data-ghost={mode === "ghost" && i === 0}
      style={{
        color: scenarioColour(theme, run.id),
        // in one place: today's at the left, the plan's at the right, as its side of the divider
        ...(isTogether ? {} : { left: (rects[i]?.left ?? 0) + 12, top: (rects[i]?.top ?? 0) + 10 }),
      }}
    >
      {mode === "ghost" && i === 0 && isTogether ? fill(labels.ghostOf, { run: run.title }) : run.title}
    </p>
  ));
  if (isTogether) return <div className="xj-scene-titles">{titles}</div>;
  return (
    <>
      {titles}
      {models.length === 2 ? <hr className="xj-scene-divide" style={halves(rects)} aria-hidden /> : null}
    </>
  );
}

function halves(rects: readonly ViewRect[]): Record<string, number> {
  const [a, b] = rects;
  if (!a || !b) return {};
  return b.left > a.left
    ? { left: b.left - 1, top: 0, width: 1, height: a.height }
    : { left: 0, top: b.top - 1, width: a.width, height: 1 };
}
