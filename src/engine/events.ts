import { f64, fixedI32, i32 } from "./columns";

/**
 * The event list: a winner tree over a fixed set of slots (one a machine, one a failure clock, …). Every slot holds at
 * most one future event, so scheduling, moving and cancelling are the same walk from leaf to root, without a free list.
 * Order: time, then rank (downstream first), then order of scheduling; ties are never left to chance.
 */

/** by slot, µs; Infinity = nothing scheduled */
export const time = f64("slot", Infinity);
const key = f64("slot");
const rankBase = f64("slot");
/**
 * tree[1] is the root; tree[slots + slot] the leaf; each inner node holds the winning slot. The number of slots need not
 * be a power of two: some leaves are then one step nearer to the root, the first ones, which are the machines'.
 */
const tree = i32("node");
const sequence = f64("one");
/** how many; in a column because a variable is checked for being initialised each time it is read */
const slotCount = fixedI32("one");

/** Nothing scheduled. `ranks` by slot. */
export function begin(ranks: Float64Array): void {
  const slots = ranks.length;
  slotCount[0] = slots;
  // rank and sequence share one float: 2^41 schedulings before the ranks would touch
  for (let i = 0; i < slots; i++) rankBase[i] = ranks[i]! * 2 ** 41;
  for (let i = 0; i < slots; i++) tree[slots + i] = i;
  for (let i = slots - 1; i >= 1; i--) tree[i] = tree[2 * i]!;
}

/** After the columns were put back: the number of slots is the only thing that is not in them. */
export function resume(slots: number): void {
  slotCount[0] = slots;
}

/** Slot whose event comes next (its time may be Infinity). */
export function top(): number {
  return tree[1]!;
}

export function schedule(slot: number, at: number): void {
  time[slot] = at;
  place(slot);
}

/** As `schedule`, with the time already written into `time[slot]`: numbers handed over in memory are not allocated. */
export function place(slot: number): void {
  const n = sequence[0]! + 1;
  sequence[0] = n;
  key[slot] = rankBase[slot]! + n;
  update(slot);
}

export function cancel(slot: number): void {
  time[slot] = Infinity;
  update(slot);
}

/**
 * Replays the matches of a slot from its leaf to the root. Who wins is as good as random, so it is computed instead of
 * branched on: a branch foreseen wrongly costs more than all the rest of a match. Only a tie, which is rare, branches.
 */
function update(slot: number): void {
  let winner = slot;
  for (let node = slotCount[0]! + slot; node > 1;) {
    const rival = tree[node ^ 1]!;
    const r = time[rival]!;
    const t = time[winner]!;
    let wins = Number(r < t);
    if (r === t) wins = Number(key[rival]! < key[winner]!);
    winner ^= (rival ^ winner) & -wins;
    tree[(node >>= 1)] = winner;
  }
}
