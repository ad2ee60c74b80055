import { useCallback, useSyncExternalStore } from "react";
import type { BottleneckTurn } from "../../measure";
import { subscribe, useApp, isStudyStale, type Studies } from "../../store";
import { dayTime, percent, plusMinus, type Language } from "../../text";
import { useServices, useWords } from "../context";
import { halfWidth } from "../judge";
import { sentences } from "../sentences";
import { GainView } from "./GainView";
import { HeldBackView } from "./HeldBackView";
import { SideToggle } from "./SideToggle";
import { StudyBar } from "./StudyBar";
import { useLineNames } from "./useLineNames";

type Found = Studies["bottleneck"]["known"] | Studies["bottleneck"]["answer"];
type Gain = Found["best"][number];

/** What holds the line back: now, over a week, and what it would bring to relieve it. */
export function BottleneckView() {
  const { say } = useWords();
  const { answer, known, side } = useApp((state) => state.studies.bottleneck);
  const hasPlan = useApp((state) => state.choice.length > 0);
  const stale = useApp((state) => isStudyStale(state, "bottleneck"));
  const found = answer ?? known;
  return (
    <section className="xj-money xj-study" data-testid="bottleneck">
      <StudyBar
        kind="bottleneck"
        start={say("bottleneck.start")}
        doing={
          known === null
            ? say("bottleneck.doingWatch")
            : say("bottleneck.doingRelief", { n: known.relief.replications, open: known.relief.open })
        }
        next={say("bottleneck.next")}
        canStart
      >
        <SideToggle kind="bottleneck" />
      </StudyBar>
      {found !== null && (
        <div className={stale ? "xj-study-answer xj-stale" : "xj-study-answer"}>
          <Sentence found={found} isDone={answer !== null} />
          {(side === "baseline" || !hasPlan) && <Now turns={found.period.turns} />}
          <div className="xj-columns">
            <GainView ranked={found.relief.ranked} best={found.best} />
            <HeldBackView period={found.period} />
          </div>
        </div>
      )}
    </section>
  );
}

export const gainInWords = (language: Language, { output }: Gain): string =>
  output.percent === null
    ? ""
    : `${plusMinus(language, output.percent.mean, halfWidth(output.percent.ci95), { signed: true })} %`;

function Sentence({ found, isDone }: { found: Found; isDone: boolean }) {
  const { say, language } = useWords();
  const nameOf = useLineNames();
  const longest = found.period.shares[0];
  const gain = found.best.find(({ verdict }) => verdict === "gain");
  const parts: string[] = [];
  if (longest !== undefined)
    parts.push(
      say("bottleneck.holds", { name: nameOf(longest.id, longest.kind), share: percent(language, longest.all) }),
    );
  if (gain !== undefined)
    parts.push(
      say(gain.id === longest?.id && gain.of === longest.kind ? "bottleneck.relieved" : "bottleneck.relievedOther", {
        name: nameOf(gain.id, gain.of),
        how: say(`relief.kind.${gain.kind}`),
        gain: gainInWords(language, gain),
      }),
    );
  else if (isDone) parts.push(say("bottleneck.noGain"));
  return (
    <div className="xj-money-sentence" data-testid="bottleneck-answer">
      <p>{sentences(language, parts)}</p>
      <p className="xj-note">{say("bottleneck.basis")}</p>
    </div>
  );
}

/** Whose turn it is at the moment on screen. */
function Now({ turns }: { turns: readonly BottleneckTurn[] }) {
  const { say, language } = useWords();
  const { clock } = useServices();
  const nameOf = useLineNames();
  const turn = useSyncExternalStore(
    useCallback((listener) => subscribe(clock, listener), [clock]),
    () => turns.find(({ from, to }) => from <= clock.now && clock.now < to) ?? null,
  );
  const last = turns[turns.length - 1]?.to ?? 0;
  if (clock.now > last) return null;
  if (turn === null) return <p data-testid="bottleneck-now">{say("bottleneck.nowNone")}</p>;
  const params = {
    from: dayTime(language, turn.from),
    to: dayTime(language, turn.to),
    name: nameOf(turn.id, turn.kind),
  };
  return (
    <p data-testid="bottleneck-now">
      {turn.with === null
        ? say("bottleneck.now", params)
        : say("bottleneck.nowShifting", { ...params, other: nameOf(turn.with.id, turn.with.kind) })}
    </p>
  );
}
