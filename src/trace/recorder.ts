import type { TraceColumns } from "./columns";

/** Collects events in growing columns. One recorder a watched run; the other replications have none. */
export class TraceRecorder {
  private time = new Float64Array(1 << 14);
  private kind = new Uint8Array(1 << 14);
  private a = new Int32Array(1 << 14);
  private b = new Int32Array(1 << 14);
  private c = new Int32Array(1 << 14);
  private length = 0;

  record(time: number, kind: number, a: number, b: number, c: number): void {
    const i = this.length;
    if (i === this.time.length) this.grow();
    this.time[i] = time;
    this.kind[i] = kind;
    this.a[i] = a;
    this.b[i] = b;
    this.c[i] = c;
    this.length = i + 1;
  }

  /** of the rows so far */
  get bytes(): number {
    return this.length * 21;
  }

  columns(): TraceColumns {
    const n = this.length;
    return {
      time: this.time.slice(0, n),
      kind: this.kind.slice(0, n),
      a: this.a.slice(0, n),
      b: this.b.slice(0, n),
      c: this.c.slice(0, n),
    };
  }

  private grow(): void {
    const size = this.time.length * 2;
    const copy = <T extends Float64Array | Uint8Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.time = copy(this.time, new Float64Array(size));
    this.kind = copy(this.kind, new Uint8Array(size));
    this.a = copy(this.a, new Int32Array(size));
    this.b = copy(this.b, new Int32Array(size));
    this.c = copy(this.c, new Int32Array(size));
  }
}
