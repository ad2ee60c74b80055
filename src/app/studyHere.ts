import { drive } from "../experiment";
import type { Study } from "../store";
import { lpr } from "./library";
import { experimentOf } from "./studyInputs";

/** In this thread: where there are no workers, and in tests. */
export const studyHere: Study = (kind, input, { simulate, onStep, signal }) =>
  drive(experimentOf({ kind, input, lpr }), simulate, { onStep, isCancelled: () => signal.aborted });
