import type { Advice, AdviceInput, AdviceKnown } from "../experiment";
import type { ReplicationResult } from "../measure";
import type { Line, Run } from "../model";

/** What the page tells the planner's worker. */
export type ToPlanner =
  { say: "start"; input: AdviceInput } | { say: "simulated"; ask: number; results: ReplicationResult[] };

/** What the planner's worker tells the page: it has no simulation of its own, but asks for the pool's. */
export type FromPlanner =
  | { say: "simulate"; ask: number; line: Line; run: Run; first: number; count: number }
  | { say: "step"; known: AdviceKnown }
  | { say: "advice"; advice: Advice | null }
  | { say: "failed"; message: string };
