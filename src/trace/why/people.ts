import type { Need } from "./rules";
import { choose, rootOf, type Step } from "./step";
import type { Holder, RootKind } from "./types";
import { askedAhead, onDuty, reasonOf, stateOf, stationOf, type View } from "./view";

/** Among those who hold the people wanted only time counts: the one longest at it. */
const longest = {
  working: 0,
  loading: 0,
  setup: 0,
  blocked: 0,
  starved: 0,
  waitingOperator: 0,
  down: 0,
  offShift: 0,
} as const;

/**
 * A machine that waits for people: of which pool, and where they are. A request is not in the trace; `asked` are those the
 * line allows in this state, and the people who come next decide among them.
 */
export function peopleStep(view: View, m: number, asked: readonly Need[], seen: ReadonlySet<number>): Step {
  const { pools } = view.rules;
  const need = (asked.length > 1 ? comesNext(view, m, asked) : undefined) ?? asked[0];
  if (need === undefined) return { lack: null, root: rootOf("unknown", { station: stationOf(view, m), machine: m }) };
  const { pool, count } = need;
  const { helpers, fails } = pools[pool]!;
  const own = holdersOf(view, pool);
  const holders = [...own, ...helpers.flatMap((helper) => holdersOf(view, helper))];
  const duty = onDuty(view, pool);
  const lack = { kind: "people" as const, pool, needs: count, onDuty: duty, holders };
  const end = (kind: RootKind): Step => ({ lack, root: rootOf(kind, { pool }) });

  if (!view.cursor.isOnShift && view.cursor.trace.layout.pools[pool]!.kind === "person") return end("offShift");
  if (duty < count && helpers.every((helper) => onDuty(view, helper) < count)) return end("understaffed");
  // there should be robots to spare: they are under repair
  if (fails && duty - view.cursor.busy[pool]! >= count) return end("down");
  // too few for the one that stands in front of it in the queue
  if (holders.length === 0) return end("understaffed");
  const busy = (own.length > 0 ? own : holders).map(({ machine }) => machine);
  return { lack, next: choose(view, busy, longest, seen) };
}

function comesNext(view: View, m: number, asked: readonly Need[]): Need | undefined {
  const comes = askedAhead(view, m);
  if (comes === null) return undefined;
  const fits = asked.filter(({ count }) => count === comes.count);
  return (
    fits.find(({ pool }) => pool === comes.pool) ??
    fits.find(({ pool }) => view.rules.pools[pool]!.helpers.includes(comes.pool))
  );
}

function holdersOf(view: View, pool: number): Holder[] {
  const { cursor } = view;
  if (cursor.busy[pool] === 0) return [];
  return cursor.trace.layout.machineStation.flatMap((_, machine) => {
    const people = cursor.operators(pool, machine);
    if (people <= 0) return [];
    return [{ pool, machine, people, state: stateOf(view, machine), reason: reasonOf(view, machine) }];
  });
}
