import { useEffect, useMemo, useState } from "react";
import { inquire, subscribe, useApp } from "../store";
import { number, plusMinus, significant } from "../text";
import { useServices, useWords } from "./context";
import { halfWidth } from "./judge";
import { usePlannedLine } from "./time/usePlannedLine";

/** Beside the picture: that it is one run of many and which one, and with a plan what the two lines have made so far. */
export function RunTags() {
  const { say } = useWords();
  const shown = useApp((state) => state.shown);
  const hasRun = useApp((state) => state.watch.baseline !== null);
  if (!hasRun) return null;
  return (
    <div className="xj-run-tags">
      <LiveCount />
      {shown === null ? (
        <p className="xj-tag" title={say("luck.noteOnly")}>
          {say("time.replay")}
        </p>
      ) : (
        <Luck />
      )}
    </div>
  );
}

/** What plays is replication 0 of those that are evaluated: its place among them is exact. */
function Luck() {
  const { say, language } = useWords();
  const results = useApp((state) => (state.shown?.plan ?? state.shown?.baseline)?.results);
  if (results === undefined) return null;
  const own = results.find(({ replication }) => replication === 0)?.line.goodPerHour;
  if (own === undefined) return null;
  const all = results.map(({ line }) => line.goodPerHour);
  const less = all.filter((value) => value < own).length;
  const equal = all.filter((value) => value === own).length;
  // mid-rank: a run in the middle of equals is at the middle of them
  const percentile = Math.round((100 * (less + equal / 2)) / all.length);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return (
    <p
      className="xj-tag"
      data-testid="luck"
      title={say("luck.note", {
        own: significant(language, own, 4),
        rank: less + 1,
        n: all.length,
        mean: significant(language, mean, 4),
      })}
    >
      {say("luck.percentile", { percentile })}
    </p>
  );
}

const whole = { decimals: 0 };

/** Good parts of both lines up to now, counted up as they play, beside the difference that many runs prove. */
function LiveCount() {
  const { say, language } = useWords();
  const { clock } = useServices();
  const { baseline, plan } = useApp((state) => state.watch);
  const line = useApp((state) => state.history.present.scenario.line);
  const difference = useApp((state) => state.shown?.differences?.goodPerHour);
  const planned = usePlannedLine();
  const [counts, setCounts] = useState<{ a: number; b: number } | null>(null);
  const inquiries = useMemo(
    () =>
      baseline === null || plan === null || planned === null
        ? null
        : { a: inquire(baseline, line), b: inquire(plan, planned) },
    [baseline, plan, line, planned],
  );
  useEffect(() => {
    if (inquiries === null) return;
    const read = (): void => {
      const a = inquiries.a.good(clock.now);
      const b = inquiries.b.good(clock.now);
      if (a !== null && b !== null) setCounts((old) => (old?.a === a && old.b === b ? old : { a, b }));
    };
    read();
    return subscribe(clock, read);
  }, [inquiries, clock]);
  if (inquiries === null || counts === null) return null;
  const more = counts.b - counts.a;
  const key = more > 0 ? "live.more" : more < 0 ? "live.fewer" : null;
  return (
    <div className="xj-tag xj-live" data-testid="live" title={say("live.note")}>
      <p>
        {say("live.title")}{" "}
        <span className="xj-number">
          {say("live.counts", { baseline: number(language, counts.a, whole), plan: number(language, counts.b, whole) })}
        </span>{" "}
        <b>{key === null ? say("live.same") : say(key, { n: number(language, Math.abs(more), whole) })}</b>
      </p>
      {difference !== undefined && (
        <p className="xj-note">
          {say("live.interval", {
            difference: plusMinus(language, difference.mean, halfWidth(difference.ci95), { signed: true }),
          })}
        </p>
      )}
    </div>
  );
}
