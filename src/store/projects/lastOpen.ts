import type { KeyValue } from "../preferences";

/** What was open when the page was left: a kept project, or a shipped line nobody had changed. */
export type LastOpen = { kind: "project"; id: string } | { kind: "ready"; id: string } | null;

const key = "xianjian.open.1";

function remember(storage: KeyValue | null, last: LastOpen): void {
  try {
    storage?.setItem(key, JSON.stringify(last));
  } catch {
    // without storage the page begins anew each time
  }
}

export function rememberProject(storage: KeyValue | null, id: string): void {
  remember(storage, { kind: "project", id });
}

export function rememberReadyLine(storage: KeyValue | null, id: string | null): void {
  remember(storage, id === null ? null : { kind: "ready", id });
}

export function lastOpen(storage: KeyValue | null): LastOpen {
  try {
    const found: unknown = JSON.parse(storage?.getItem(key) ?? "null");
    if (typeof found !== "object" || found === null) return null;
    const { kind, id } = found as { kind?: unknown; id?: unknown };
    return (kind === "project" || kind === "ready") && typeof id === "string" ? { kind, id } : null;
  } catch {
    return null;
  }
}
