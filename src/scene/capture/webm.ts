/** Element ids of the container (Matroska, RFC 9559). */
const info = [0x15, 0x49, 0xa9, 0x66];
const duration = [0x44, 0x89];
/** how far into a film its head is looked for */
const headBytes = 1024;

/**
 * A film with its length written into its head. Browsers record without it, because they do not know it when they begin,
 * and a player then shows neither an end nor a place to go to. What is not such a film comes back as it is.
 */
export function withDuration(film: Uint8Array<ArrayBuffer>, milliseconds: number): Uint8Array<ArrayBuffer> {
  const at = find(film, info, 0, Math.min(film.length, headBytes));
  if (at < 0) return film;
  const size = sizeAt(film, at + info.length);
  if (size === null) return film;
  const begin = at + info.length + size.bytes;
  const end = begin + size.value;
  const known = find(film, duration, begin, end);
  if (known >= 0) {
    const length = film[known + 2];
    const view = new DataView(film.buffer, film.byteOffset);
    if (length === 0x88) view.setFloat64(known + 3, milliseconds);
    else if (length === 0x84) view.setFloat32(known + 3, milliseconds);
    return film;
  }
  // id, "eight bytes follow", the number; the unit is a millisecond unless the head says otherwise, and none does
  const entry = new Uint8Array(11);
  entry.set([...duration, 0x88]);
  new DataView(entry.buffer).setFloat64(3, milliseconds);
  const grown = size.value + entry.length;
  if (grown >= 2 ** (7 * size.bytes) - 1) return film;
  const longer = new Uint8Array(film.length + entry.length);
  longer.set(film.subarray(0, end));
  longer.set(entry, end);
  longer.set(film.subarray(end), end + entry.length);
  for (let i = 0; i < size.bytes; i++)
    longer[begin - 1 - i] =
      (Math.floor(grown / 256 ** i) % 256) | (i === size.bytes - 1 ? 0x80 >> (size.bytes - 1) : 0);
  return longer;
}

/** A size as the container writes it: leading zeros of the first byte tell how many bytes it has. Null = unknown. */
function sizeAt(film: Uint8Array, at: number): { bytes: number; value: number } | null {
  const first = film[at] ?? 0;
  const bytes = Math.clz32(first) - 23;
  if (bytes > 8) return null;
  let value = first & (0x7f >> (bytes - 1));
  for (let i = 1; i < bytes; i++) value = value * 256 + (film[at + i] ?? 0);
  return value >= 2 ** (7 * bytes) - 1 ? null : { bytes, value };
}

function find(film: Uint8Array, id: readonly number[], from: number, to: number): number {
  for (let at = from; at + id.length <= to; at++) if (id.every((byte, i) => film[at + i] === byte)) return at;
  return -1;
}
