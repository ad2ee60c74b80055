import type { ReplicationResult } from "../measure";
import type { Line, Run } from "../model";
import type { Studies, StudyKind } from "../store";
import type { StudyInput } from "./studyInputs";

/** What the page tells a study's worker. */
export type ToStudy<K extends StudyKind> =
  { say: "start"; of: StudyInput<K> } | { say: "simulated"; ask: number; results: ReplicationResult[] };

/** What a study's worker tells the page: it has no simulation of its own, but asks for the pool's. */
export type FromStudy<K extends StudyKind> =
  | { say: "simulate"; ask: number; line: Line; run: Run; first: number; count: number }
  | { say: "step"; known: Studies[K]["known"] }
  | { say: "answer"; answer: Studies[K]["answer"] | null }
  | { say: "failed"; message: string };
