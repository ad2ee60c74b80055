import {
  adviceWithReasons,
  cheapFirst,
  compareUntil,
  fewestPeople,
  planDoubt,
  proposeWarmUp,
  type Experiment,
} from "../experiment";
import type { LprTable } from "../model";
import type { Studies, StudyKind } from "../store";
import { bottleneckStudy } from "./bottleneckStudy";

/** A study's question with what the page knows and the store does not. */
export interface StudyInput<K extends StudyKind> {
  kind: K;
  input: Studies[K]["input"];
  lpr: LprTable;
}

type Experiments = {
  [K in StudyKind]: (
    input: Studies[K]["input"],
    lpr: LprTable,
  ) => Experiment<Studies[K]["known"], Studies[K]["answer"]>;
};

const experiments: Experiments = {
  advice: ({ limits: { budget, cash, paybackYears, heads }, ...input }, lpr) =>
    adviceWithReasons({
      ...input,
      lpr,
      limits: { budget: budget ?? Infinity, paybackYears, heads },
      cashLimit: cash,
    }),
  bottleneck: bottleneckStudy,
  doubt: (input, lpr) => planDoubt({ ...input, lpr }),
  staffing: ({ line, run, share }) => fewestPeople(line, run, { share }),
  precision: compareUntil,
  warmUp: ({ line, run }) => proposeWarmUp(line, run),
  firstStep: (input, lpr) => cheapFirst({ ...input, lpr }),
};

/** The experiment that answers a study's question. */
export function experimentOf<K extends StudyKind>({
  kind,
  input,
  lpr,
}: StudyInput<K>): Experiment<Studies[K]["known"], Studies[K]["answer"]> {
  return experiments[kind](input, lpr);
}
