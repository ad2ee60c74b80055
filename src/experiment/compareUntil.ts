import type { LineKpi, ReplicationResult } from "../measure";
import type { Line, Run } from "../model";
import type { Experiment } from "./ask";
import { nextLook, standing, type Standing, type StopRule, usualRule, type Wish } from "./precision";

export interface CompareUntil extends Partial<StopRule> {
  /** the first is compared with each other one; one line alone: its own figure */
  lines: readonly Line[];
  run: Run;
  kpi: LineKpi;
  halfWidth: Wish;
}

export interface Precision extends Standing {
  /** precise: the wish is met; cap: it is not, and no more replications are allowed; running: not yet */
  state: "running" | "precise" | "cap";
  /** replications at the next look; null at the end */
  next: number | null;
}

/**
 * Replications with common random numbers until every interval is as narrow as wished. Streams what is known after each
 * look; the last one is the answer.
 */
export function* compareUntil(asked: CompareUntil): Experiment<Precision | null, Precision> {
  const rule: StopRule = {
    first: Math.max(2, asked.first ?? usualRule.first),
    batch: Math.max(1, asked.batch ?? usualRule.batch),
    cap: asked.cap ?? usualRule.cap,
    confidence: asked.confidence ?? usualRule.confidence,
  };
  const columns: number[][] = asked.lines.map(() => []);
  let until = Math.min(rule.first, rule.cap);
  let known: Precision | null = null;
  for (;;) {
    const from = columns[0]?.length ?? 0;
    const batches = asked.lines.map((line) => ({ line, run: asked.run, first: from, count: until - from }));
    const told: readonly (readonly ReplicationResult[])[] = yield { batches, known };
    columns.forEach((column, i) => column.push(...(told[i] ?? []).map((r) => r.line[asked.kpi])));
    const now = standing(columns, asked.halfWidth, rule);
    const state = now.worst <= 1 ? "precise" : now.replications >= rule.cap ? "cap" : "running";
    const next = state === "running" ? nextLook(now.replications, now.expected, rule) : null;
    known = { ...now, state, next };
    if (next === null) return known;
    until = next;
  }
}
