import { Loader } from "@mantine/core";
import { bestSoFar, useApp, type FullKnown } from "../../store";
import { RunsProgress } from "../advice/RunsProgress";
import { money } from "../../text";
import { chanceInWords, stepName, withHalf, type PlanWords } from "./planWords";
import { usePlanWords } from "./usePlanWords";

const parts = ["baseline", "singles", "pairs", "growing", "selection", "order", "relief", "reasons"] as const;
type Part = (typeof parts)[number];

const partOf = (known: FullKnown | null): Part =>
  known === null ? "baseline" : known.part === "search" ? known.stage : known.part;

/** How far it is, in words, and what is known so far: while it computes, and after it was stopped. */
export function ProgressView() {
  const words = usePlanWords();
  const { say } = words;
  const { status, known, looked, message, runs } = useApp((state) => state.planner);
  if (status === "failed") return <p className="xj-warning">{say("status.failed", { message: message ?? "" })}</p>;
  if (status !== "running" && status !== "stopped") return null;
  const now = partOf(known);
  const at = parts.indexOf(now);
  return (
    <section className="xj-planner-progress" data-testid="planner-progress" data-part={now}>
      <p role="status">
        {status === "running" && <Loader size={16} aria-hidden="true" />}{" "}
        <strong>
          {say(status === "running" ? "planner.running" : "planner.stopped", { part: say(`planner.part.${now}`) })}
        </strong>
      </p>
      <ol>
        {parts.map((part, index) => (
          <li
            key={part}
            data-state={index < at ? "done" : index === at ? "now" : "later"}
            aria-current={index === at ? "step" : undefined}
          >
            {say(`planner.part.${part}`)}
          </li>
        ))}
      </ol>
      <p>{howFar(words, known, looked)}</p>
      {status === "running" && <RunsProgress runs={runs} />}
      {!hasAnswer(known) && <p className="xj-planner-best">{soFar(words, known)}</p>}
    </section>
  );
}

/** The answer itself stands below: it need not be told as what is best so far. */
const hasAnswer = (known: FullKnown | null): boolean => known !== null && "advice" in known;

function howFar({ say, language }: PlanWords, known: FullKnown | null, looked: number): string {
  if (known === null || known.part === "baseline") return say("planner.farStart");
  if (known.part === "search") return say("planner.farSearch", { looked, waiting: known.waiting });
  if (known.part === "order") return say("planner.farOrder", { states: known.waiting });
  if ("advice" in known) return say(`planner.far.${known.part}`);
  const { selection } = known;
  if (selection === null) return say("planner.farFirstLook", { looked });
  return say("planner.farSelection", {
    inPlay: selection.candidates.filter((each) => each.out === null).length,
    spent: selection.spent,
    more: selection.more,
    delta: money(language, selection.delta, { headline: true }),
  });
}

function soFar(words: PlanWords, known: FullKnown | null): string {
  const { say } = words;
  const best = bestSoFar(known);
  if (best === null) return say("planner.soFarNothing");
  const names = best.ids.map((id) => stepName(words, id)).join(say("planner.join"));
  const npv = withHalf(words, best.npv, best.half);
  if (known?.part === "selection" && known.selection !== null)
    return say("planner.soFarChance", {
      names,
      npv,
      chance: chanceInWords(words, known.selection.chanceWithinDelta),
    });
  return say(known?.part === "order" ? "planner.soFarSettled" : "planner.soFar", { names, npv });
}
