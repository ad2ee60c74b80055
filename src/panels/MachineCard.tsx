import { ActionIcon } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { stateOrder, type StateName } from "../look";
import type { Line } from "../model";
import {
  inquire,
  sharesSoFar,
  subscribe,
  useActions,
  useApp,
  type Causes,
  type MachineNow,
  type WatchedRun,
} from "../store";
import { dayTime, duration, lackText, nameOf, percent, rootText, type WhyNames } from "../text";
import { useServices, useWords } from "./context";
import { Icon } from "./Icon";
import { StateBar, StateGlyph } from "./StateBar";
import { usePlannedLine } from "./time/usePlannedLine";

/** Machines told one by one; of more, those that wait. */
const mostMachines = 4;
const causesEveryMs = 2000;

/** The selected station: what its machines do now and why, where its time went, and the mean of many runs beside that. */
export function MachineCard() {
  const selected = useApp((state) => state.selected);
  const watch = useApp((state) => state.watch);
  const baseline = useApp((state) => state.history.present.scenario.line);
  const planned = usePlannedLine();
  // with a plan it is the plan's machine that is asked about; what only one line has, where it is
  const isPlan = watch.plan !== null && planned !== null && planned.stations.some(({ id }) => id === selected);
  const run = isPlan ? watch.plan : watch.baseline;
  const line = isPlan ? planned : baseline;
  if (selected === null || run === null || !line.stations.some(({ id }) => id === selected)) return null;
  if (!run.layout.stations.some(({ id }) => id === selected)) return null;
  return <Card key={`${run.key} ${selected}`} id={selected} run={run} line={line} isPlan={isPlan} />;
}

interface CardProps {
  id: string;
  run: WatchedRun;
  line: Line;
  isPlan: boolean;
}

function Card({ id, run, line, isPlan }: CardProps) {
  const { say, language } = useWords();
  const { select, showDetail } = useActions();
  const figures = useApp((state) => (isPlan ? state.shown?.plan : state.shown?.baseline)?.figures.stations[id]);
  const station = run.layout.stations.findIndex((each) => each.id === id);
  const name = nameOf(language, line.stations[station]?.name, id);
  const { machines, shares, now } = useMachines(run, line, station);
  const names = useMemo(() => namesOf(run, line, language), [run, line, language]);
  const mean = (state: StateName): number => figures?.[state].mean ?? 0;
  return (
    <section className="xj-machine-card" aria-label={say("machine.title", { name })} data-testid="machine-card">
      <header>
        <h3>{name}</h3>
        <ActionIcon variant="subtle" size={28} aria-label={say("machine.close")} onClick={() => select(null)}>
          <Icon name="close" size={16} />
        </ActionIcon>
      </header>
      <ul className="xj-machines">
        {told(machines).map(({ machine, index, isTold }) => (
          <li key={index}>
            <StateGlyph state={machine.state} size={18} />
            <span>
              {machines.length > 1 && <b>{say("machine.which", { n: index + 1 })} </b>}
              {say("machine.since", {
                state: say(`state.${machine.state}`),
                since: dayTime(language, machine.since),
                duration: duration(language, (now - machine.since) / 1e6),
              })}
              {machine.why.wait !== null && !isTold && <Chain machine={machine} names={names} />}
            </span>
          </li>
        ))}
      </ul>
      <StateBar title={say("machine.soFar")} shares={shares} told={3} />
      {figures !== undefined && (
        <StateBar
          title={say("machine.average")}
          shares={Object.fromEntries(
            stateOrder.filter((state) => state !== "offShift").map((state) => [state, mean(state)]),
          )}
        />
      )}
      <WindowCauses run={run} station={station} names={names} />
      <button type="button" className="xj-link" onClick={() => showDetail("stations")}>
        {say("machine.details")}
      </button>
    </section>
  );
}

interface Told {
  machine: MachineNow;
  index: number;
  /** one before it waits for the same: said once is enough */
  isTold: boolean;
}

/** All machines of a small station; of a large one those that wait, first. */
function told(machines: readonly MachineNow[]): Told[] {
  const roots = machines.map(({ why }) => JSON.stringify([why.wait, why.root]));
  const all = machines.map((machine, index) => ({ machine, index, isTold: roots.indexOf(roots[index] ?? "") < index }));
  if (all.length <= mostMachines) return all;
  const waits = ({ machine }: { machine: MachineNow }): number => (machine.why.wait === null ? 1 : 0);
  return all.toSorted((a, b) => waits(a) - waits(b)).slice(0, mostMachines);
}

function Chain({ machine: { why }, names }: { machine: MachineNow; names: WhyNames }) {
  const { language } = useWords();
  const links = why.links.flatMap(({ station, lack }) =>
    lack === null ? [] : [lackText(language, names, station, lack)],
  );
  return (
    <ol className="xj-why">
      {[...links, rootText(language, names, why.root)].map((sentence, i) => (
        <li key={i}>{sentence}</li>
      ))}
    </ol>
  );
}

/** For what it waited in the window of time up to now: asked anew every other second at most. */
function WindowCauses({ run, station, names }: { run: WatchedRun; station: number; names: WhyNames }) {
  const { say, language } = useWords();
  const { clock } = useServices();
  const replay = useApp((state) => state.replay);
  const [causes, setCauses] = useState<Causes | null>(null);
  useEffect(() => {
    let isOpen = true;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const ask = (): void => {
      timer ??= setTimeout(() => (timer = null), causesEveryMs);
      void replay.causes(run, station, clock.now).then(
        (found) => isOpen && setCauses(found),
        () => undefined,
      );
    };
    ask();
    const leave = subscribe(clock, () => timer === null && ask());
    return () => {
      isOpen = false;
      leave();
      if (timer !== null) clearTimeout(timer);
    };
  }, [run, station, clock, replay]);
  if (causes === null) return null;
  if (causes.waiting <= 0) return <p className="xj-note">{say("machine.noWait")}</p>;
  return (
    <div className="xj-causes">
      <p>{say("machine.shiftCauses", { duration: duration(language, causes.waiting) })}</p>
      <ol>
        {causes.causes.slice(0, 3).map(({ root, share }, i) => (
          <li key={i}>
            {say("machine.cause", {
              cause: rootText(language, names, root),
              share: percent(language, share, { figures: 2 }),
            })}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The machines of a station at the clock's time, at most four times a second. */
function useMachines(run: WatchedRun, line: Line, station: number) {
  const { clock } = useServices();
  const replay = useApp((state) => state.replay);
  const [found, setFound] = useState<{
    machines: MachineNow[];
    shares: Partial<Record<StateName, number>>;
    now: number;
  }>({
    machines: [],
    shares: {},
    now: 0,
  });
  useEffect(() => {
    const inquiry = inquire(run, line);
    const read = (): void => {
      const machines = inquiry.machines(clock.now, station);
      if (machines === null) return;
      const sums = sharesSoFar(run, station, clock.now);
      const shares = Object.fromEntries(stateOrder.map((state, i) => [state, sums[i] ?? 0]));
      setFound({ machines, shares, now: clock.now });
    };
    read();
    const leave = [subscribe(clock, read), replay.onChange((isWindow) => isWindow && read())];
    return () => leave.forEach((stop) => stop());
  }, [run, line, station, clock, replay]);
  return found;
}

function namesOf(run: WatchedRun, line: Line, language: "zh" | "en"): WhyNames {
  const { flows, pools } = run.layout;
  const station = (i: number): string => nameOf(language, line.stations[i]?.name, line.stations[i]?.id);
  return {
    station,
    from: (flow) => station(flows[flow]?.from ?? -1),
    to: (flow) => station(flows[flow]?.to ?? -1),
    pool: (i) => nameOf(language, line.operators.find(({ id }) => id === pools[i]?.id)?.name, pools[i]?.id),
  };
}
