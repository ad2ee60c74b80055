import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef, type RefObject } from "react";
import { Vector3 } from "three";
import { themes, type ThemeName } from "../../look";
import { onEveryChange, speedFactor, subscribe, type PlaybackClock } from "../../store";
import { boardLines } from "../boardLines";
import type { LabelLayer } from "../labels/labelLayer";
import { contentPoints, stationPoints } from "../plan/content";
import { partAt, partToFollow } from "../picture/parts";
import { stillView, viewAt } from "../picture/picture";
import { useOverlay3d } from "../overlays/useOverlay3d";
import type { OverlayInput } from "../overlays/types";
import { pickStation } from "../pick";
import type { RunModel } from "../runModel";
import type { StageApi } from "../stageApi";
import type { SceneLabels, SceneQuality } from "../types";
import type { ViewRect } from "../views";
import { draw, type Direction } from "./draw";
import { ray, Rig } from "./rig";
import { createStage } from "./stage";

export interface DirectorProps {
  models: readonly RunModel[];
  rects: readonly ViewRect[];
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
  api: RefObject<StageApi | null>;
  onFirstDraw(): void;
  onContextLost?: (() => void) | undefined;
}

/** room for the titles and for what is written over the lamps at the back */
const insets = { top: 44, right: 18, bottom: 16, left: 18 };
/** one station alone is not brought nearer than this many pixels a metre */
const nearest = 62;

/** Stages, camera and clock brought together: draws when something has changed. */
export function Director(props: DirectorProps) {
  const { models, rects, clock, theme, quality, language, labels, selected, labelVersion, api, onContextLost } = props;
  const gl = useThree((state) => state.gl);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const direction = useRef<Direction | null>(null);
  const calm = useRef(props.reducedMotion);
  calm.current = props.reducedMotion;
  const everything = useMemo(() => models.flatMap(({ plan }) => contentPoints(plan)), [models]);

  useEffect(() => {
    const rig = new Rig(gl.domElement, () => calm.current, invalidate);
    direction.current = { stages: [], rig, isFirst: true, labelsSeen: -1 };
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
    };
  }, [gl, models, theme, quality, invalidate]);

  useOverlay3d(() => direction.current?.stages ?? [], gl.domElement, props, invalidate);

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
    if (!rig.moved && !rig.isWalking) rig.show(everything, insets, null, false);
    invalidate();
  }, [rects, everything, size, invalidate]);

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
    const stationOf = (i: number, id: string | null): number =>
      models[i]?.plan.stations.findIndex((spot) => spot.id === id) ?? -1;
    const origin = new Vector3();
    const ahead = new Vector3();
    let hovered: string | null = null;
    const rigOf = (): Rig | null => direction.current?.rig ?? null;
    api.current = {
      fit() {
        const rig = rigOf();
        rig?.show(everything, insets, rig.isWalking ? "iso" : null, true);
        if (rig) rig.moved = false;
      },
      focus(station) {
        const points = models.flatMap(({ plan }, i) => stationPoints(plan, stationOf(i, station)));
        const rig = rigOf();
        rig?.interrupt();
        rig?.show(points, insets, rig.isWalking ? "iso" : null, true, nearest);
      },
      turn(to) {
        const rig = rigOf();
        const plan = models[0]?.plan;
        if (!rig || !plan) return;
        if (to === "walk") rig.enter(plan);
        else {
          rig.interrupt();
          rig.show(everything, insets, to, true);
          rig.moved = false;
        }
      },
      follow(station, on) {
        const rig = rigOf();
        const model = models[0];
        if (!rig || !model) return false;
        const part = on ? partToFollow(model.picture, model.cursor, stationOf(0, station)) : -1;
        rig.following = null;
        if (part < 0) return false;
        const at: [number, number, number] = [0, 0, 0];
        const moment = { ...stillView };
        rig.interrupt();
        if (rig.isWalking) rig.setWalking(false);
        if (rig.ortho.zoom < 34) rig.zoomBy(34 / rig.ortho.zoom, false);
        rig.following = (out) => {
          viewAt(clock.now, speedFactor(clock.speed), calm.current, moment);
          if (!partAt(model.picture, model.cursor, moment, part, at)) return false;
          out.set(...at);
          return true;
        };
        invalidate();
        return true;
      },
      zoomBy(factor) {
        rigOf()?.zoomBy(factor, true);
      },
      walk(forward, aside, turn) {
        const rig = rigOf();
        if (!rig?.isWalking) return;
        rig.walker.step(forward, aside, turn, !calm.current);
        rig.stale = true;
        invalidate();
      },
      pick(clientX, clientY) {
        const rig = rigOf();
        if (!rig) return null;
        const box = gl.domElement.getBoundingClientRect();
        const x = clientX - box.left;
        const y = clientY - box.top;
        const run = rects.findIndex((r) => x >= r.left && x < r.left + r.width && y >= r.top && y < r.top + r.height);
        const rect = rects[run];
        const model = models[run];
        if (!rect || !model) return null;
        ray(rig.camera, ((x - rect.left) / rect.width) * 2 - 1, 1 - ((y - rect.top) / rect.height) * 2, origin, ahead);
        const station = model.plan.stations[pickStation(model.plan, origin.toArray(), ahead.toArray())];
        return station ? { run, station: station.id } : null;
      },
      hover(station) {
        if (station === hovered) return;
        hovered = station;
        direction.current?.stages.forEach((stage, i) => stage.hover(stationOf(i, station)));
        gl.domElement.style.cursor = station === null ? "" : "pointer";
        invalidate();
      },
    };
    return () => void (api.current = null);
  }, [api, clock, gl, invalidate, models, rects, everything]);

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
