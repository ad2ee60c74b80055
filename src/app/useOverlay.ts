import { useMemo, useState } from "react";
import { useWords } from "../panels";
import { overlayKinds, type OverlayInput, type OverlayKind, type OverlayRun } from "../scene";
import { flowRates, useApp, type Evaluated, type WatchedRun } from "../store";
import { number, percent, significant } from "../text";
import type { Calendar } from "../model";

/** The overlay that is on, with the numbers it is made of, and the words round it. */
export function useOverlay() {
  const { say, language } = useWords();
  const [kind, choose] = useState<OverlayKind>("none");
  const watch = useApp((state) => state.watch);
  const baseline = useApp((state) => state.shown?.baseline ?? null);
  const plan = useApp((state) => state.shown?.plan ?? null);
  const calendar = useApp((state) => state.history.present.scenario.line.calendar);
  const input = useMemo((): OverlayInput => {
    const runs = [
      { run: watch.baseline, of: baseline },
      { run: watch.plan, of: plan },
    ];
    return {
      kind,
      runs: runs.flatMap(({ run, of }) => (run === null ? [] : [overlayRun(run, of, calendar)])),
      text: (what, value, of) => {
        if (what === "load") return percent(language, value, { figures: 2 });
        if (what === "energy")
          return say("overlay.kw", { n: number(language, value, { decimals: value > 0 && value < 10 ? 1 : 0 }) });
        if (what === "flow") return say("overlay.perHour", { n: significant(language, value, 3) });
        if (what === "walk") return say("overlay.metres", { n: significant(language, value, 3) });
        return of === null ? number(language, value, { decimals: 0 }) : say("overlay.ofPlaces", { n: value, of });
      },
    };
  }, [kind, watch, baseline, plan, calendar, say, language]);
  const names = Object.fromEntries(overlayKinds.map((each) => [each, say(`overlay.${each}`)])) as Record<
    OverlayKind,
    string
  >;
  return { kind, choose, input, names, title: say("overlay.title") };
}

function overlayRun(run: WatchedRun, of: Evaluated | null, calendar: Calendar): OverlayRun {
  const share = (id: string): number | null => {
    const figures = of?.figures.stations[id];
    if (figures === undefined) return null;
    return figures.working.mean + figures.loading.mean + figures.setup.mean;
  };
  return {
    load: run.layout.stations.map(({ id }) => share(id)),
    rates: flowRates(run, calendar),
    bottleneck: (t) => {
      const columns = run.bottlenecksAt(t);
      if (columns === null) return null;
      const span = lastAtOrBefore(columns.from, t);
      return span >= 0 && (columns.to[span] ?? 0) > t ? (columns.resource[span] ?? null) : null;
    },
  };
}

/** Index of the last entry of a rising list that is not later than `t`, or −1. */
function lastAtOrBefore(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
