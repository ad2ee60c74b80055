/**
 * The event list: a winner tree over a fixed set of slots (one a machine, one a failure clock, …). Every slot holds at
 * most one future event, so scheduling, moving and cancelling are the same walk from leaf to root, without a free list.
 * Order: time, then `rank` (downstream first), then order of scheduling; ties are never left to chance.
 */
export class EventTree {
  /** µs; Infinity = nothing scheduled */
  readonly time: Float64Array;
  private readonly key: Float64Array;
  private readonly rankBase: Float64Array;
  /** tree[1] is the root; tree[size + slot] the leaf; each inner node holds the winning slot */
  private readonly tree: Int32Array;
  private readonly leaves: number;
  private sequence = new Float64Array(1);

  constructor(ranks: readonly number[]) {
    let leaves = 1;
    while (leaves < ranks.length) leaves *= 2;
    this.leaves = leaves;
    this.time = new Float64Array(leaves).fill(Infinity);
    this.key = new Float64Array(leaves);
    // rank and sequence share one float: 2^41 schedulings before the ranks would touch
    this.rankBase = Float64Array.from({ length: leaves }, (_, i) => (ranks[i] ?? 4000) * 2 ** 41);
    this.tree = new Int32Array(2 * leaves);
    for (let i = 0; i < leaves; i++) this.tree[leaves + i] = i;
    for (let i = leaves - 1; i >= 1; i--) this.tree[i] = this.tree[2 * i]!;
  }

  /** Slot whose event comes next (its time may be Infinity). */
  top(): number {
    return this.tree[1]!;
  }

  setRank(slot: number, rank: number): void {
    this.rankBase[slot] = rank * 2 ** 41;
  }

  schedule(slot: number, time: number): void {
    this.time[slot] = time;
    const s = this.sequence[0]! + 1;
    this.sequence[0] = s;
    this.key[slot] = this.rankBase[slot]! + s;
    this.update(slot);
  }

  cancel(slot: number): void {
    this.time[slot] = Infinity;
    this.update(slot);
  }

  private update(slot: number): void {
    const { tree, time, key } = this;
    let winner = slot;
    let t = time[slot]!;
    let node = this.leaves + slot;
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

  snapshot(): { time: Float64Array; key: Float64Array; tree: Int32Array; sequence: number; rank: Float64Array } {
    return {
      time: this.time.slice(),
      key: this.key.slice(),
      tree: this.tree.slice(),
      sequence: this.sequence[0]!,
      rank: this.rankBase.slice(),
    };
  }

  restore(s: ReturnType<EventTree["snapshot"]>): void {
    this.time.set(s.time);
    this.key.set(s.key);
    this.tree.set(s.tree);
    this.rankBase.set(s.rank);
    this.sequence[0] = s.sequence;
  }
}
