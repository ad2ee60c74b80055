import { Plane, Ray, Vector3, type WebGLRenderer } from "three";
import { speedFactor, type PlaybackClock } from "../../store";
import { runAt, visibleRects, type CompareMode } from "../compare";
import { partAt, partToFollow } from "../picture/parts";
import { stillView, viewAt } from "../picture/picture";
import { pickStation } from "../pick";
import { stationPoints, type Point } from "../plan/content";
import type { RunModel } from "../runModel";
import type { StageApi } from "../stageApi";
import type { ViewRect } from "../views";
import type { Insets } from "./camera";
import type { Direction } from "./draw";
import { ray, type Rig } from "./rig";

/** a view so high has room below for the legend too, not for the buttons alone */
const highView = 560;
/** room in a view so high: for the titles, for what is written over the lamps at the back, for what stands at the foot */
export function insetsOf(height: number): Insets {
  return { top: 44, right: 18, bottom: height >= highView ? 78 : 46, left: 18 };
}
/** one station alone is not brought nearer than this many pixels a metre */
const nearest = 62;

interface Around {
  direction: { readonly current: Direction | null };
  gl: WebGLRenderer;
  models: readonly RunModel[];
  rects: readonly ViewRect[];
  everything: readonly Point[];
  clock: PlaybackClock;
  calm: { readonly current: boolean };
  divide: { readonly current: number };
  compare: CompareMode;
  invalidate(): void;
  /** draws at once, without waiting for a frame */
  drawNow(): void;
}

/** What the frame may ask of the stage in three dimensions. */
export function createApi3d(around: Around): StageApi {
  const { direction, gl, models, rects, everything, clock, calm, divide, compare, invalidate, drawNow } = around;
  const stationOf = (i: number, id: string | null): number =>
    models[i]?.plan.stations.findIndex((spot) => spot.id === id) ?? -1;
  const origin = new Vector3();
  const ahead = new Vector3();
  const floor = new Plane(new Vector3(0, 1, 0), 0);
  const beam = new Ray();
  const hit = new Vector3();
  let hovered: string | null = null;
  const insets = insetsOf(rects[0]?.height ?? 0);
  const rigOf = (): Rig | null => direction.current?.rig ?? null;
  /** the ray through a point of the page into `origin` and `ahead`; the run that is seen there, −1 = none */
  const aim = (clientX: number, clientY: number): number => {
    const rig = rigOf();
    if (!rig) return -1;
    const box = gl.domElement.getBoundingClientRect();
    const x = clientX - box.left;
    const y = clientY - box.top;
    const run = runAt(visibleRects(compare, rects, divide.current), x, y);
    const rect = rects[run];
    if (!rect) return -1;
    ray(rig.camera, ((x - rect.left) / rect.width) * 2 - 1, 1 - ((y - rect.top) / rect.height) * 2, origin, ahead);
    return run;
  };
  return {
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
      const run = aim(clientX, clientY);
      const plan = models[run]?.plan;
      if (!plan) return null;
      const station = plan.stations[pickStation(plan, origin.toArray(), ahead.toArray())];
      return station ? { run, station: station.id } : null;
    },
    floorAt(clientX, clientY) {
      if (aim(clientX, clientY) < 0) return null;
      const found = beam.set(origin, ahead).intersectPlane(floor, hit);
      return found ? [found.x, found.z] : null;
    },
    hover(station) {
      if (station === hovered) return;
      hovered = station;
      direction.current?.stages.forEach((stage, i) => stage.hover(stationOf(i, station)));
      gl.domElement.style.cursor = station === null ? "" : "pointer";
      invalidate();
    },
    refresh() {
      const rig = rigOf();
      if (rig) rig.stale = true;
      invalidate();
    },
    pixelsPerMetre() {
      const rig = rigOf();
      return rig === null || rig.isWalking ? null : rig.ortho.zoom;
    },
    paintInto(pen, scale) {
      const { width, height } = gl.domElement.getBoundingClientRect();
      const usual = gl.getPixelRatio();
      // larger only where it must be: another size makes the drawing buffer anew
      if (usual < scale) gl.setPixelRatio(scale);
      // the drawing buffer is only there until this task ends: drawn and copied in one go
      drawNow();
      pen.drawImage(gl.domElement, 0, 0, width * scale, height * scale);
      if (usual < scale) {
        gl.setPixelRatio(usual);
        drawNow();
      }
    },
  };
}
