import { Button } from "@mantine/core";
import { useMemo, useState, useSyncExternalStore } from "react";
import {
  bottleneckCandidates,
  Guard,
  MachineCard,
  planMarks,
  RunTags,
  type Say,
  useServices,
  useTheme,
  useWords,
} from "../panels";
import { plannedLine, useActions, useApp, type Evaluated } from "../store";
import { percent } from "../text";
import { chooseQuality, type Quality } from "./probe";
import { sceneLabels } from "./sceneLabels";
import {
  CompareChooser,
  compareModes,
  equipmentOf,
  LineScene,
  OverlayChooser,
  scaleTopOf,
  StageActions,
  type CompareMode,
  type OverlayInput,
  type OverlayKind,
  type SceneRun,
} from "../scene";
import { useOverlay } from "./useOverlay";
import { useStageActions } from "./useStageActions";

const calmQuery = "(prefers-reduced-motion: reduce)";
function subscribeToMotion(listener: () => void): () => void {
  const query = window.matchMedia(calmQuery);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** The stage: today's line, and the plan's beside it, replayed from the engine's traces under one clock. */
export function StageSlot({ probed }: { probed: Quality }) {
  const { say, language } = useWords();
  const { clock } = useServices();
  const theme = useTheme();
  const watch = useApp((state) => state.watch);
  const preferred = useApp((state) => state.preferences.quality);
  const selected = useApp((state) => state.selected);
  const { select, retryWatch } = useActions();
  const [isContextLost, setContextLost] = useState(false);
  const isCalm = useSyncExternalStore(subscribeToMotion, () => window.matchMedia(calmQuery).matches);
  const labels = useMemo(() => sceneLabels(say), [say]);
  const runs = useRuns();
  const { kind, choose, input, names, title } = useOverlay();
  const [compare, setCompare] = useState<CompareMode>("split");
  const { actions, isLayout, onLayout, capture, note } = useStageActions(runs);
  const isComparing = runs.length > 1 && !isLayout;
  const compareNames = Object.fromEntries(compareModes.map((mode) => [mode, say(`compare.${mode}`)])) as Record<
    CompareMode,
    string
  >;
  const quality: Quality = isContextLost ? "flat" : chooseQuality(window.location.search, preferred, probed);
  return (
    <section
      className="xj-stage"
      aria-labelledby="xj-stage-title"
      data-quality={quality}
      data-runs={runs.length}
      data-layout={isLayout}
    >
      <h2 id="xj-stage-title" className="xj-hidden">
        {say("stage.title")}
      </h2>
      {runs.length > 0 && (
        <div className="xj-stage-head">
          {isComparing && (
            <CompareChooser mode={compare} onChoose={setCompare} title={say("compare.modes")} names={compareNames} />
          )}
          {!isLayout && <RunTags />}
          <StageActions actions={actions} title={say("stage.actions")} />
        </div>
      )}
      <Guard key={quality} says={say("stage.broken")}>
        <LineScene
          runs={runs}
          clock={clock}
          language={language}
          selected={selected}
          onSelect={select}
          quality={quality}
          theme={theme}
          reducedMotion={isCalm}
          labels={labels}
          overlay={input}
          onContextLost={() => setContextLost(true)}
          compare={compare}
          onCompare={setCompare}
          isLayout={isLayout}
          onLayout={onLayout}
          capture={capture}
        />
      </Guard>
      {!isLayout && <MachineCard />}
      {note !== null && (
        <p className="xj-stage-corner" role="status">
          {note}
        </p>
      )}
      {runs.length > 0 && !isLayout && (
        <OverlayChooser
          kind={kind}
          onChoose={choose}
          title={title}
          names={names}
          legend={legendOf(kind, runs, say, input)}
          states={labels.states}
          frame={say("overlay.frame")}
        />
      )}
      {runs.length === 0 && watch.status === "loading" && <p className="xj-stage-note">{say("stage.loading")}</p>}
      {watch.status === "failed" && (
        <div className="xj-stage-note" role="alert">
          <p>{say("stage.failed")}</p>
          <Button variant="default" onClick={retryWatch}>
            {say("status.retry")}
          </Button>
        </div>
      )}
      {isContextLost && (
        <p className="xj-stage-corner" role="status">
          {say("stage.contextLost")}
        </p>
      )}
    </section>
  );
}

/** What the overlay that is on shows, and the ends of its scale. */
function legendOf(kind: OverlayKind, runs: readonly SceneRun[], say: Say, { text }: OverlayInput) {
  if (kind === "none") return null;
  const lines = runs.map(({ line }) => line);
  if (kind === "energy" && lines.every(({ stations }) => stations.every(({ power }) => power === undefined)))
    return { text: say("overlay.noPower"), scale: null };
  const top = scaleTopOf(kind, lines);
  const scale: [string, string] | null = top === null ? null : [text(kind, 0, null), text(kind, top, null)];
  return { text: say(`overlay.legend.${kind}`), scale };
}

function useRuns(): SceneRun[] {
  const { say, language } = useWords();
  const watch = useApp((state) => state.watch);
  const scenario = useApp((state) => state.history.present.scenario);
  const choice = useApp((state) => state.choice);
  const baselineFigures = useApp((state) => state.shown?.baseline ?? null);
  const planFigures = useApp((state) => state.shown?.plan ?? null);
  return useMemo(() => {
    if (watch.baseline === null) return [];
    const tag = (of: Evaluated | null): Partial<Pick<SceneRun, "bottleneck">> => {
      const [first] = of === null ? [] : bottleneckCandidates(of.figures.stations);
      // a line that stands still for good has no narrowest place
      if (first === undefined || (of?.figures.stalled ?? 0) > 0) return {};
      const text = say("stage.bottleneck", { share: percent(language, first.occupied, { figures: 2 }) });
      return { bottleneck: { station: first.id, text, settled: false } };
    };
    const baseline: SceneRun = {
      id: "A",
      title: say("plans.baseline"),
      line: scenario.line,
      trace: watch.baseline,
      ...tag(baselineFigures),
    };
    const planned = plannedLine(scenario, choice);
    if (watch.plan === null || !planned.ok || choice.length === 0) return [baseline];
    const title = say("compare.planNamed", { ids: planMarks(scenario, choice) });
    const plan: SceneRun = {
      id: "B",
      title,
      line: planned.line,
      trace: watch.plan,
      changed: planned.changed,
      equipment: equipmentOf(planned.chosen, planned.line),
      ...tag(planFigures),
    };
    return [baseline, plan];
  }, [watch, scenario, choice, baselineFigures, planFigures, say, language]);
}
