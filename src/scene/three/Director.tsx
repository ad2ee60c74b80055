import { useFrame, useThree } from "@react-three/fiber";
import { useCallback, useEffect, useMemo, useRef, type RefObject } from "react";
import { themes, type ThemeName } from "../../look";
import { onEveryChange, subscribe, type PlaybackClock } from "../../store";
import { boardLines } from "../boardLines";
import type { CompareMode } from "../compare";
import type { LabelLayer } from "../labels/labelLayer";
import type { NoteBoard } from "../labels/notes";
import { contentPoints } from "../plan/content";
import { useOverlay3d } from "../overlays/useOverlay3d";
import type { OverlayInput } from "../overlays/types";
import type { RunModel } from "../runModel";
import type { StageApi } from "../stageApi";
import type { SceneLabels, SceneQuality } from "../types";
import type { ViewRect } from "../views";
import { draw, type Direction } from "./draw";
import { Rig } from "./rig";
import { createApi3d, insetsOf } from "./api3d";
import { createStage } from "./stage";

export interface DirectorProps {
  models: readonly RunModel[];
  rects: readonly ViewRect[];
  compare: CompareMode;
  /** where the divider of the swipe stands, 0..1 of the width */
  divide: RefObject<number>;
  clock: PlaybackClock;
  theme: ThemeName;
  quality: SceneQuality;
  language: "zh" | "en";
  labels: SceneLabels;
  overlay: OverlayInput | undefined;
  reducedMotion: boolean;
  selected: string | null;
  labelLayer: RefObject<LabelLayer | null>;
  /** counts up when labels have new words and must find their places again */
  labelVersion: RefObject<number>;
  /** what the overlays write; the label layer finds it places */
  notes: NoteBoard;
  api: RefObject<StageApi | null>;
  onFirstDraw(): void;
  onContextLost?: (() => void) | undefined;
}

/** Stages, camera and clock brought together: draws when something has changed. */
export function Director(props: DirectorProps) {
  const {
    models,
    rects,
    compare,
    divide,
    clock,
    theme,
    quality,
    language,
    labels,
    selected,
    labelVersion,
    api,
    onContextLost,
  } = props;
  const gl = useThree((state) => state.gl);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const direction = useRef<Direction | null>(null);
  const calm = useRef(props.reducedMotion);
  calm.current = props.reducedMotion;
  const latest = useRef(props);
  latest.current = props;
  const everything = useMemo(() => models.flatMap(({ plan }) => contentPoints(plan)), [models]);

  useEffect(() => {
    const rig = new Rig(gl.domElement, () => calm.current, invalidate);
    direction.current = { stages: [], ghost: null, rig, isFirst: true, labelsSeen: -1 };
    return () => {
      direction.current = null;
      rig.dispose();
    };
  }, [gl, invalidate]);

  useEffect(() => {
    const now = direction.current;
    if (!now) return;
    now.stages = models.map(({ run, plan }) =>
      createStage({ plan, theme, shadows: quality === "full", bottleneck: run.bottleneck ?? null }),
    );
    now.labelsSeen = -1;
    gl.setClearColor(themes[theme].page, 1);
    invalidate();
    return () => {
      for (const stage of now.stages) stage.dispose();
      now.stages = [];
      now.ghost?.dispose();
      now.ghost = null;
    };
  }, [gl, models, theme, quality, invalidate]);

  const stages = useCallback(() => direction.current?.stages ?? [], []);
  useOverlay3d(stages, props, invalidate);

  useEffect(() => {
    const canvas = gl.domElement;
    const lost = (event: Event): void => {
      event.preventDefault();
      onContextLost?.();
    };
    canvas.addEventListener("webglcontextlost", lost);
    return () => canvas.removeEventListener("webglcontextlost", lost);
  }, [gl, onContextLost]);

  useEffect(() => {
    const rig = direction.current?.rig;
    const rect = rects[0];
    if (!rig || !rect) return;
    rig.resize(rect.width, rect.height, size.height > 0 ? rect.height / size.height : 1);
    if (!rig.moved && !rig.isWalking) rig.show(everything, insetsOf(rect.height), null, false);
    rig.stale = true;
    invalidate();
  }, [rects, compare, everything, size, invalidate]);

  useEffect(() => {
    const leave = [onEveryChange(clock, () => invalidate()), subscribe(clock, () => invalidate())];
    return () => leave.forEach((stop) => stop());
  }, [clock, invalidate]);

  useEffect(() => {
    direction.current?.stages.forEach((stage, i) => {
      stage.select(models[i]?.plan.stations.findIndex((spot) => spot.id === selected) ?? -1);
    });
    invalidate();
  }, [selected, models, theme, quality, invalidate]);

  useEffect(() => {
    const drawNow = (): void => {
      const now = direction.current;
      if (now) draw(now, latest.current, gl, size.height, 0);
    };
    const around = { direction, gl, models, rects, everything, clock, calm, divide, compare, invalidate, drawNow };
    api.current = createApi3d(around);
    return () => void (api.current = null);
  }, [api, clock, gl, size, invalidate, models, rects, everything, divide, compare]);

  useFrame((state) => {
    const now = direction.current;
    if (!now || models.length === 0) return;
    if (now.labelsSeen !== labelVersion.current)
      now.stages.forEach((stage, i) => {
        const model = models[i];
        if (model) stage.writeBoard(boardLines(model, labels, language));
      });
    draw(now, props, state.gl, size.height, state.clock.elapsedTime);
  }, 1);
  return null;
}
