import { Button, Loader, Progress } from "@mantine/core";
import { useMemo } from "react";
import { isPrecisionStale, mostReplications, useActions, useApp, type Shown, type Standing } from "../../store";
import { number, percent, plusMinus } from "../../text";
import { useServices, useWords } from "../context";
import { NumberField } from "../NumberField";
import { WarmUpView } from "./WarmUpView";
import "./advice.css";

/** What can be said of the output by now, how long it would take to say more, and the way to go on until it is known. */
export function PrecisionView({ shown }: { shown: Shown }) {
  const { say } = useWords();
  const { standing } = useServices();
  const wish = useApp((state) => state.studies.precision.wish);
  const now = useMemo(() => {
    const lines = shown.plan === null ? [shown.baseline] : [shown.baseline, shown.plan];
    return standing(
      lines.map(({ results }) => results.map((result) => result.line.goodPerYear)),
      { relative: wish },
    );
  }, [shown, standing, wish]);
  return (
    <section className="xj-money-part xj-precision" data-testid="precision">
      <h3>{say("precision.title")}</h3>
      <Said now={now} shown={shown} />
      <GoOn now={now} isComplete={shown.baseline.complete} />
      <WarmUpView />
    </section>
  );
}

/** "about 3 minutes": from what runs have taken so far on this computer. */
function useTimeFor(): (replications: number, lines: number) => string {
  const { say, language } = useWords();
  const pace = useApp((state) => state.pace);
  const run = useApp((state) => state.history.present.scenario.run);
  return (replications, lines) => {
    if (pace === null) return say("precision.replications", { n: replications });
    const seconds = (replications * lines * (run.hours + run.warmUpHours) * pace) / 1000;
    // a guess: whole tens of seconds, whole minutes
    return seconds < 55
      ? say("precision.seconds", { n: 10 * Math.ceil(seconds / 10) })
      : say("precision.minutes", { n: number(language, Math.ceil(seconds / 60 - 0.1), { decimals: 0 }) });
  };
}

function Said({ now, shown }: { now: Standing; shown: Shown }) {
  const { say, language } = useWords();
  const timeFor = useTimeFor();
  const today = now.first.mean;
  const rate = (mean: number, half: number, signed: boolean): string =>
    `${plusMinus(language, (100 * mean) / today, (100 * half) / today, { signed })} %`;
  const [difference] = now.differences;
  if (difference === undefined)
    return (
      <p data-testid="precision-says">
        {say("precision.today", { half: rate(0, now.first.half, false).replace(/^.*± /, "± "), n: now.replications })}
      </p>
    );
  const { verdict, more, mean, half } = difference;
  const figures = rate(mean, half, true);
  const text =
    verdict === "same"
      ? say("precision.same", { n: now.replications })
      : verdict !== "notProven"
        ? say(`precision.${verdict}`, { figures, n: now.replications })
        : more === null
          ? say("precision.never", { figures, n: now.replications, most: mostReplications })
          : say("precision.notProven", { figures, n: now.replications, time: timeFor(more, 2), more });
  const complete = shown.baseline.stage === "quick" ? say("precision.quick") : "";
  return (
    <p data-testid="precision-says" data-verdict={verdict}>
      {text}
      {complete}
    </p>
  );
}

/** Goes on until half of the interval is as small as wished; what was simulated meanwhile joins the figures above. */
function GoOn({ now, isComplete }: { now: Standing; isComplete: boolean }) {
  const { say, language } = useWords();
  const { wish, status, known, runs, message } = useApp((state) => state.studies.precision);
  const stale = useApp(isPrecisionStale);
  const isFree = useApp((state) => state.evaluation.status !== "running");
  const { setWish, goOn, stopGoingOn } = useActions();
  const timeFor = useTimeFor();
  const lines = now.differences.length + 1;
  const isMet = now.worst <= 1;
  const needed = now.expected === null ? null : Math.max(0, now.expected - now.replications);
  const isRunning = status === "running";
  const aim = known?.expected ?? now.expected ?? mostReplications;
  const reached = known?.replications ?? now.replications;
  return (
    <>
      <div className="xj-study-controls">
        <NumberField
          label={say("precision.wish")}
          unit={say("unit.percent")}
          value={Math.round(wish * 10_000) / 100}
          step={0.1}
          onCommit={(value) => {
            if (value === null || value < 0.01 || value > 50) return say("precision.wishRange");
            setWish(value / 100);
            return null;
          }}
        />
        {isRunning ? (
          <Button variant="default" onClick={stopGoingOn} data-testid="precision-stop">
            {say("status.stop")}
          </Button>
        ) : (
          <Button
            variant="default"
            onClick={goOn}
            disabled={!isFree || !isComplete || isMet}
            data-testid="precision-go"
          >
            {say("precision.goOn")}
          </Button>
        )}
      </div>
      {isRunning ? (
        <>
          <p role="status">
            <Loader size={16} aria-hidden="true" /> {say("precision.running", { n: reached, of: aim })}
          </p>
          <Progress
            value={Math.min(100, (100 * (reached + runs.done / lines)) / aim)}
            aria-label={say("precision.progress")}
          />
        </>
      ) : (
        <p className="xj-note" data-testid="precision-more">
          {isMet
            ? say("precision.met", { wish: percent(language, wish, { figures: 2 }) })
            : needed === null
              ? say("precision.beyond", { most: number(language, mostReplications, { decimals: 0 }) })
              : say("precision.needs", { more: needed, time: timeFor(needed, lines) })}
        </p>
      )}
      {!stale && status === "stopped" && <p className="xj-note">{say("precision.stopped")}</p>}
      {!stale && status === "failed" && (
        <p className="xj-warning">{say("status.failed", { message: message ?? "" })}</p>
      )}
    </>
  );
}
