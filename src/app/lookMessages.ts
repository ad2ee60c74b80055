import type { CheapFirstAnswer, CheapFirstInput, CheapFirstKnown } from "../experiment";
import type { ReplicationResult } from "../measure";
import type { Line, Run } from "../model";

/** What the page tells the worker that looks for a first step. */
export type ToLook =
  { say: "start"; input: CheapFirstInput } | { say: "simulated"; ask: number; results: ReplicationResult[] };

/** What that worker tells the page: it has no simulation of its own, but asks for the pool's. */
export type FromLook =
  | { say: "simulate"; ask: number; line: Line; run: Run; first: number; count: number }
  | { say: "step"; known: CheapFirstKnown }
  | { say: "found"; answer: CheapFirstAnswer | null }
  | { say: "failed"; message: string };
