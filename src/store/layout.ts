import type { Flow, Line } from "../model";
import type { Project } from "./state";

/** Station → middle of its machines, metres. */
type Positions = Readonly<Record<string, { x: number; y: number }>>;

/** A way is never shorter than this, however near two stations are put, in metres. */
const leastWay = 0.5;

/** Metres between two stations along the aisles, as the engine lets empty vehicles drive; null where one has no place. */
export function wayBetween(positions: Positions, from: string, to: string): number | null {
  const a = positions[from];
  const b = positions[to];
  return a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : null;
}

/**
 * The line with its stations at other places. A way that the file states is kept and becomes longer or shorter by as much
 * as its ends have moved apart: a measured 14 m round a corner, its stations 3 m further apart, is 17 m. Transport given
 * as a time stays that time.
 */
export function movedLine(line: Line, before: Positions, after: Positions): Line {
  const stations = line.stations.map((station) => {
    const position = after[station.id];
    return position === undefined ? station : { ...station, position };
  });
  return line.flows === undefined
    ? { ...line, stations }
    : { ...line, stations, flows: line.flows.map((flow) => movedFlow(flow, before, after)) };
}

function movedFlow(flow: Flow, before: Positions, after: Positions): Flow {
  const was = wayBetween(before, flow.from, flow.to);
  const is = wayBetween(after, flow.from, flow.to);
  if (was === null || is === null || was === is) return flow;
  const longer = (metres: number, least: number): number => Math.max(least, Math.round((metres + is - was) * 10) / 10);
  const { transport, conveyor } = flow;
  return {
    ...flow,
    ...(transport?.distance === undefined
      ? {}
      : { transport: { ...transport, distance: longer(transport.distance, leastWay) } }),
    // a belt has one place at least
    ...(conveyor === undefined
      ? {}
      : { conveyor: { ...conveyor, length: longer(conveyor.length, Math.max(leastWay, conveyor.spacing)) } }),
  };
}

/** The project with its stations at other places: one step of undo. */
export function withLayout(project: Project, before: Positions, after: Positions): Project {
  const { scenario } = project;
  return { ...project, scenario: { ...scenario, line: movedLine(scenario.line, before, after) } };
}

/** The project with its stations in rows again, as if nobody had ever moved one; stated ways stay as they are now. */
export function withoutLayout(project: Project): Project {
  const { scenario } = project;
  if (scenario.line.stations.every(({ position }) => position === undefined)) return project;
  const stations = scenario.line.stations.map((station) => {
    const { position: _given, ...rest } = station;
    return rest;
  });
  return { ...project, scenario: { ...scenario, line: { ...scenario.line, stations } } };
}

/** Metres by which the stated ways of a line differ in another, all together; 0 where it states none. */
export function waysLonger(line: Line, moved: Line): number {
  const sum = ({ flows }: Line): number =>
    (flows ?? []).reduce((total, flow) => total + (flow.transport?.distance ?? 0) + (flow.conveyor?.length ?? 0), 0);
  return Math.round((sum(moved) - sum(line)) * 10) / 10;
}
