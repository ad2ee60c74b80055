import { f64, fixedF64, fixedI32, i32 } from "./columns";

/**
 * The event list: a winner tree over a fixed set of slots (one a machine, one a failure clock, …). Every slot holds at
 * most one future event, so scheduling, moving and cancelling are the same walk from leaf to root, without a free list.
 * Order: time, then rank (downstream first), then order of scheduling; ties are never left to chance.
 *
 * Matches are played with whole numbers: the time since `origin`, rounded down to `UNIT`. They stay in registers from
 * match to match, where a time in floating point would be fetched from memory again for each. Only where they are equal
 * does the exact time decide; so the origin may be anywhere, it only has to be near for speed.
 */

/** by slot, µs; Infinity = nothing scheduled */
export const time = f64("slot", Infinity);
/** by slot: which scheduling its event was; of two at one time the lower rank comes first, then the earlier scheduling */
const order = f64("slot");
const rank = f64("slot");
/**
 * tree[1] is the root; tree[slots + slot] the leaf; each inner node holds the winning slot. The number of slots need not
 * be a power of two: some leaves are then one step nearer to the root, the first ones, which are the machines'.
 */
const tree = i32("node");
const sequence = f64("one");
/** how many; in a column because a variable is checked for being initialised each time it is read */
const slotCount = fixedI32("one");

/** by slot: its time in whole units since the origin, FAR beyond what they reach, past it by slot where nothing is scheduled */
const near = fixedI32("slot");
const origin = fixedF64("one");
const UNIT = 256;
const FAR = 0x3fff0000;

/** Nothing scheduled. `ranks` by slot. */
export function begin(ranks: Float64Array): void {
  for (let i = 0; i < ranks.length; i++) rank[i] = ranks[i]!;
  resume(ranks.length);
}

/** After the columns were put back, or filled: what follows from them. */
export function resume(slots: number): void {
  slotCount[0] = slots;
  for (let i = 0; i < slots; i++) tree[slots + i] = i;
  count(earliest());
}

function earliest(): number {
  let first = Infinity;
  for (let i = 0; i < slotCount[0]!; i++) if (time[i]! < first) first = time[i]!;
  return first === Infinity ? 0 : first;
}

/** Counts every time from `from`, and plays every match anew. */
function count(from: number): void {
  const slots = slotCount[0]!;
  origin[0] = from;
  for (let i = 0; i < slots; i++) near[i] = nearOf(i);
  for (let node = slots - 1; node >= 1; node--) {
    const a = tree[2 * node]!;
    const b = tree[2 * node + 1]!;
    tree[node] = isBefore(b, a) ? b : a;
  }
}

function nearOf(slot: number): number {
  const at = time[slot]!;
  if (at === Infinity) return FAR + 1 + slot;
  const units = (at - origin[0]!) * (1 / UNIT);
  return units < FAR ? units | 0 : FAR;
}

/** Slot whose event comes next (its time may be Infinity). */
export function top(): number {
  return tree[1]!;
}

export function schedule(slot: number, at: number): void {
  time[slot] = at;
  order[slot] = ++sequence[0]!;
  const units = (at - origin[0]!) * (1 / UNIT);
  if (units < FAR && units > -FAR) update(slot, units | 0);
  else far(slot);
}

/** As `schedule`, with the time already written into `time[slot]`: numbers handed over in memory are not allocated. */
export function place(slot: number): void {
  order[slot] = ++sequence[0]!;
  const units = (time[slot]! - origin[0]!) * (1 / UNIT);
  if (units < FAR && units > -FAR) update(slot, units | 0);
  else far(slot);
}

/** An event beyond what units reach: they are counted from where the run has got to, unless it is there already. */
function far(slot: number): void {
  const first = earliest();
  if (Math.abs(first - origin[0]!) > (FAR / 2) * UNIT) count(first);
  else update(slot, FAR);
}

export function cancel(slot: number): void {
  time[slot] = Infinity;
  update(slot, FAR + 1 + slot);
}

/**
 * Replays the matches of a slot from its leaf to the root. Who wins is as good as random, so it is computed instead of
 * branched on: a branch foreseen wrongly costs more than all the rest of a match. Only a tie, which is rare, branches.
 */
function update(slot: number, units: number): void {
  near[slot] = units;
  let winner = slot;
  let least = units;
  for (let node = slotCount[0]! + slot; node > 1;) {
    const rival = tree[node ^ 1]!;
    const r = near[rival]!;
    if (r === least) return updateExactly(slot);
    const wins = -Number(r < least) | 0;
    winner ^= (rival ^ winner) & wins;
    least ^= (r ^ least) & wins;
    tree[(node >>= 1)] = winner;
  }
}

/** The same with exact times. */
function updateExactly(slot: number): void {
  let winner = slot;
  for (let node = slotCount[0]! + slot; node > 1;) {
    const rival = tree[node ^ 1]!;
    if (isBefore(rival, winner)) winner = rival;
    tree[(node >>= 1)] = winner;
  }
}

function isBefore(a: number, b: number): boolean {
  if (near[a] !== near[b]) return near[a]! < near[b]!;
  if (time[a] !== time[b]) return time[a]! < time[b]!;
  if (rank[a] !== rank[b]) return rank[a]! < rank[b]!;
  return order[a]! < order[b]!;
}
