import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { TraceColumns } from "./columns";

/**
 * SHA-256 over the integer columns, little-endian whatever the machine: time as two 32-bit words (high, low), then kind,
 * a, b, c. Equal hashes mean equal runs, event for event.
 */
export function hashColumns(columns: TraceColumns): string {
  const n = columns.time.length;
  const hasher = sha256.create();
  const block = 4096;
  const bytes = new Uint8Array(block * 24);
  const view = new DataView(bytes.buffer);
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block);
    let o = 0;
    for (let i = from; i < to; i++) {
      const t = columns.time[i]!;
      const high = Math.floor(t / 4294967296);
      view.setUint32(o, high, true);
      view.setUint32(o + 4, t - high * 4294967296, true);
      view.setInt32(o + 8, columns.kind[i]!, true);
      view.setInt32(o + 12, columns.a[i]!, true);
      view.setInt32(o + 16, columns.b[i]!, true);
      view.setInt32(o + 20, columns.c[i]!, true);
      o += 24;
    }
    hasher.update(bytes.subarray(0, o));
  }
  return bytesToHex(hasher.digest());
}
