/** A deep copy of plain data (JSON values). `structuredClone` is no part of the language, so a pure room has its own. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (isRecord(value)) {
    const copy: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) if (inner !== undefined) copy[key] = copyOf(inner);
    return copy as T;
  }
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
