import { f64, i32 } from "./columns";

/**
 * The event list: a winner tree over a fixed set of slots (one a machine, one a failure clock, …). Every slot holds at
 * most one future event, so scheduling, moving and cancelling are the same walk from leaf to root, without a free list.
 * Order: time, then rank (downstream first), then order of scheduling; ties are never left to chance.
 */

/** by slot, µs; Infinity = nothing scheduled */
export const time = f64("slot", Infinity);
const key = f64("slot");
const rankBase = f64("slot");
/** tree[1] is the root; tree[leaves + slot] the leaf; each inner node holds the winning slot */
const tree = i32("node");
const sequence = f64("one");
/** slots, a power of two */
let leaves = 1;

/** Nothing scheduled. `ranks` by slot; their number is a power of two. */
export function begin(ranks: Float64Array): void {
  leaves = ranks.length;
  // rank and sequence share one float: 2^41 schedulings before the ranks would touch
  for (let i = 0; i < leaves; i++) rankBase[i] = ranks[i]! * 2 ** 41;
  for (let i = 0; i < leaves; i++) tree[leaves + i] = i;
  for (let i = leaves - 1; i >= 1; i--) tree[i] = tree[2 * i]!;
}

/** After the columns were put back: the number of slots is the only thing that is not in them. */
export function resume(slots: number): void {
  leaves = slots;
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

function update(slot: number): void {
  let winner = slot;
  let t = time[slot]!;
  let node = leaves + slot;
  while (node > 1) {
    const rival = tree[node ^ 1]!;
    const r = time[rival]!;
    if (r < t || (r === t && key[rival]! < key[winner]!)) {
      winner = rival;
      t = r;
    }
    node >>= 1;
    tree[node] = winner;
  }
}
