import type { LineFigures } from "../measure";
import type { Effect, Retrofit, Scenario } from "../model";
import { loadOf } from "./promise";
import { freeId, type Proposal, retrofitOf } from "./proposalBase";
import { type Candidate, peopleCandidates } from "./proposalPeople";
import { qualityCandidates } from "./proposalQuality";
import { roomCandidates } from "./proposalRoom";
import { setupCandidates } from "./proposalSetups";

/** A promise below this is no reason to simulate it, unless its use is not more output. */
const leastPromise = 0.002;
/** Of one sort, so that the list does not hold a set-up workshop for every station. */
const mostOfASort = 3;

/**
 * Changes that need no asset, for this line, from today's figures: one more where machines wait for people, a helper, a
 * move, quicker set-ups, shorter short stops, larger lots, more room round the pace-setting stations, smaller transport
 * lots, a look before the bottleneck where bad parts are found behind it, one fewer where people are idle. Ranked by a
 * first-order promise that only orders the list; what each brings is for the simulation to say. Each excludes the
 * scenario's retrofits and the other proposals that work on the same place.
 */
export function proposalsFor(scenario: Scenario, figures: LineFigures, most = 12): Proposal[] {
  const { line } = scenario;
  const load = loadOf(line, figures);
  const all = [
    ...peopleCandidates(line, figures, load),
    ...setupCandidates(line, figures, load),
    ...roomCandidates(line, figures, load),
    ...qualityCandidates(line, figures, load),
  ];
  const best = ranked(all);
  // fewer people promise no output: their places are kept, or they would never be looked at
  const idle = best.filter(({ reason }) => reason.key === "idle").slice(0, Math.floor(most / 6));
  const chosen = [...best.filter(({ reason }) => reason.key !== "idle").slice(0, most - idle.length), ...idle];
  const taken = new Set(scenario.retrofits.map(({ id }) => id));
  const proposals = chosen.map(({ draft, reason, promise }): Proposal => {
    const id = freeId(draft.id, taken);
    taken.add(id);
    return { retrofit: retrofitOf({ ...draft, id }), reason, promise };
  });
  const everything = [...scenario.retrofits, ...proposals.map(({ retrofit }) => retrofit)];
  return proposals.map((proposal) => ({ ...proposal, retrofit: withExclusions(proposal.retrofit, everything) }));
}

/** The scenario with the proposals behind its own retrofits, so that a plan may choose them. */
export function withProposals(scenario: Scenario, proposals: readonly Proposal[]): Scenario {
  return { ...scenario, retrofits: [...scenario.retrofits, ...proposals.map(({ retrofit }) => retrofit)] };
}

/** Best promise first; those that promise nothing of output keep their place only where their use is another. */
function ranked(all: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  const hasOtherUse = ({ reason }: Candidate): boolean =>
    ["idle", "transportLot", "waitForPool", "shortAndIdle"].includes(reason.key);
  return all
    .filter((candidate) => candidate.promise >= leastPromise || hasOtherUse(candidate))
    .sort((a, b) => b.promise - a.promise)
    .filter(({ reason }) => {
      const count = (counts.get(reason.key) ?? 0) + 1;
      counts.set(reason.key, count);
      return count <= mostOfASort;
    });
}

/**
 * Two changes of one place would be counted twice: one more setter and the retrofit that adds a setter, quicker set-ups
 * and the fixtures that set the time. Only two scalings of different kinds multiply (domain rule: 1 − ∏(1 − r)).
 */
function withExclusions(retrofit: Retrofit, others: readonly Retrofit[]): Retrofit {
  const within = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
  const placeOf = ({ op, target, value }: Effect): string =>
    op === "insert" && typeof value === "object" && value !== null && "id" in value
      ? `${target}.${String(value.id)}`
      : target;
  const isSameKind = ({ kind }: Retrofit): boolean => kind === "organisation" || kind === "bundle";
  const meets = (other: Retrofit): boolean =>
    other.id !== retrofit.id &&
    other.effects.some((theirs) =>
      retrofit.effects.some(
        (ours) =>
          within(placeOf(ours), placeOf(theirs)) && (isSameKind(other) || ours.op !== "scale" || theirs.op !== "scale"),
      ),
    );
  return { ...retrofit, excludes: others.filter(meets).map(({ id }) => id) };
}
