import type { ReplicationResult } from "../../measure";
import { difference } from "../../measure";
import type { Retrofit, Run, Scenario } from "../../model";
import { applyPlan } from "../../retrofit";
import type { Batch, Experiment } from "../ask";
import { doNotBuy, synergyOf, type DoNotBuy } from "../doNotBuy";
import type { Beginning } from "./beginning";
import { extended, planOfSet } from "./sets";
import { lineOfSet, valued, type Portfolio, type ValueInput } from "./value";

export interface ReasonsInput extends ValueInput {
  candidates: readonly Retrofit[];
  run: Run;
  replications: number;
  /** where today's line gains most; null = nothing is proven */
  beginning: Beginning | null;
}

/** One step looked at by itself, with what speaks against buying it now. */
export interface StepReasons extends DoNotBuy {
  id: string;
  alone: Portfolio;
}

/**
 * Every single step measured well enough to be judged, alone and together with the one to begin with (without such a step:
 * the one that brings most output): does it work, does it pay, does it need something else first, does it work only if
 * somebody acts on it?
 */
export function* stepReasons(input: ReasonsInput): Experiment<null, StepReasons[]> {
  const { scenario, candidates, run, replications } = input;
  const single = candidates.flatMap((retrofit) => {
    const ids = extended(scenario, [], retrofit.id, candidates);
    return ids === null ? [] : [{ retrofit, ids, line: lineOfSet(scenario, ids) }];
  });
  const batch = (line: Batch["line"]): Batch => ({ line, run, first: 0, count: replications });
  const [today = [], ...alone] = yield {
    batches: [scenario.line, ...single.map((s) => s.line)].map(batch),
    known: null,
  };
  const good = (results: readonly ReplicationResult[]): number[] => results.map((r) => r.line.goodPerHour);
  const outputs = alone.map((results) => difference(good(today), good(results)));

  const most = outputs.reduce((best, d, i) => (d.mean > (outputs[best]?.mean ?? 0) ? i : best), 0);
  const first = single.findIndex(({ retrofit }) => retrofit.id === input.beginning?.step);
  const leader = first < 0 ? most : first;
  const pairs = single.map(({ ids }, i) => {
    const set = i === leader ? null : extended(scenario, ids, single[leader]?.retrofit.id ?? "", candidates);
    return set === null ? null : lineOfSet(scenario, set);
  });
  const idle = single.map(({ retrofit, ids }) =>
    retrofit.effects.some((effect) => effect.needsAction) ? lineWithoutAction(scenario, ids, retrofit.id) : null,
  );
  const lines = [...pairs, ...idle].flatMap((line) => (line === null ? [] : [line]));
  const told = yield { batches: lines.map(batch), known: null };
  let next = 0;
  const resultsOf = (line: unknown): readonly ReplicationResult[] | null =>
    line === null ? null : (told[next++] ?? null);
  const together = pairs.map(resultsOf);
  const acted = idle.map(resultsOf);

  return single.map(({ retrofit, ids, line }, i): StepReasons => {
    const results = alone[i] ?? [];
    const { portfolio } = valued(input, ids, line, today, results);
    const both = together[i];
    const noAction = acted[i];
    return {
      id: retrofit.id,
      alone: portfolio,
      ...doNotBuy({
        output: outputs[i]!,
        touches: touchedBy(retrofit),
        bottleneck: input.beginning?.relief ?? null,
        money: {
          npv: portfolio.npv,
          paybackYears: paybackOf(portfolio),
          horizonYears: scenario.economics.horizonYears,
        },
        ...(both == null
          ? {}
          : {
              partners: [
                {
                  id: single[leader]!.retrofit.id,
                  alone: outputs[leader]!,
                  together: difference(good(today), good(both)),
                  synergy: synergyOf(good(today), good(results), good(alone[leader] ?? []), good(both)),
                },
              ],
            }),
        ...(noAction == null
          ? {}
          : { withoutAction: difference(good(today), good(noAction)), actionRate: retrofit.actionRate }),
      }),
    };
  });
}

/** Without an outlay there is nothing to pay back: what matters is whether the NPV is positive. */
const paybackOf = (p: Portfolio): number | null => (p.investment <= 0 && p.npv.mean > 0 ? 0 : p.paybackYears);

function lineWithoutAction(scenario: Scenario, ids: readonly string[], id: string): Batch["line"] | null {
  const applied = applyPlan(scenario, planOfSet(scenario, ids), { actionRates: { [id]: 0 } });
  return applied.ok ? applied.line : null;
}

/** Stations and pools a retrofit's effects name: "stations.op10", "operators.setter". */
function touchedBy({ effects }: Retrofit): string[] {
  return [...new Set(effects.flatMap(({ target }) => /^(?:stations|operators)\.[^.]+/.exec(target)?.[0] ?? []))];
}
