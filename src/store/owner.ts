import { createStore, type StoreApi } from "zustand/vanilla";
import {
  agreement,
  answerOf,
  calibrationOf,
  factsOf,
  freshAnswers,
  questionIds,
  readAnswers,
  targetPerDay,
  trades,
  type Agreement,
  type Answers,
  type Calibration,
  type Facts,
  type QuestionId,
  type TradeId,
} from "../interview";
import type { CheapFirstKnown } from "../experiment";
import type { Scenario } from "../model";
import {
  adviceOf,
  checkOf,
  type OwnerAdvice,
  type OwnerCheck,
  type OwnerPart,
  type OwnerQuestion,
  type WorkDeps,
} from "./ownerWork";
import { Runs } from "./ownerRuns";
import type { KeyValue } from "./preferences";
import type { Demand } from "./state";

export const ownerSteps = ["trade", ...questionIds, "check", "bottleneck", "decision"] as const;
export type OwnerStep = (typeof ownerSteps)[number];

export interface OwnerWork<T> {
  status: "idle" | "running" | "stopped" | "failed" | "done";
  message: string | null;
  part: OwnerPart | "check" | null;
  runs: { done: number; asked: number };
  answer: T | null;
}

export interface OwnerState {
  isOpen: boolean;
  /** shown on the first visit until it is taken up or put away */
  isOffered: boolean;
  step: OwnerStep;
  trade: TradeId | null;
  answers: Answers;
  isCorrected: boolean;
  /** all times multiplied by this; null = not calibrated */
  factor: number | null;
  check: OwnerWork<OwnerCheck>;
  /** what holds the line back is known before the rest */
  reliefs: CheapFirstKnown["reliefs"];
  advice: OwnerWork<OwnerAdvice>;
  actions: OwnerActions;
}

export interface OwnerActions {
  open(): void;
  close(): void;
  dismissOffer(): void;
  restart(): void;
  pickTrade(trade: TradeId): void;
  answer<K extends QuestionId>(id: K, answer: Answers[K]): void;
  go(step: OwnerStep): void;
  next(): void;
  back(): void;
  setCorrected(isCorrected: boolean): void;
  calibrate(factor: number | null): void;
  /** starts, or starts again, what the step needs */
  work(): void;
  stop(): void;
  /** everything simulated once more */
  recheck(): void;
  /** the line and an option as the project on screen */
  openInWorkspace(ids: readonly string[]): void;
}

export interface OwnerDeps extends WorkDeps {
  template(trade: TradeId): Scenario;
  open(scenario: Scenario, demand: Demand, choice: readonly string[]): void;
  storage: KeyValue | null;
}

export type OwnerStore = StoreApi<OwnerState>;

const storageKey = "xianjian.owner.1";
const idle = { status: "idle", message: null, part: null, runs: { done: 0, asked: 0 }, answer: null } as const;
/** Answers that change no second of the line. */
const moneyOnly: ReadonlySet<QuestionId> = new Set(["hurts", "price", "wage", "sale", "budget"]);

/** The owner's way in: its own store, because it has a line of its own until it is opened as the project. */
export function createOwnerStore(deps: OwnerDeps): OwnerStore {
  let working: AbortController | null = null;

  const store = createStore<OwnerState>()((set, get) => {
    const questionOf = (): OwnerQuestion | null => {
      const { trade, answers, isCorrected, factor } = get();
      return trade === null ? null : { trade, template: deps.template(trade), answers, isCorrected, factor };
    };

    const stop = (): void => {
      working?.abort();
      working = null;
      const { check, advice } = get();
      const stopped = <T>(work: OwnerWork<T>): OwnerWork<T> =>
        work.status === "running" ? { ...work, status: "stopped" } : work;
      set({ check: stopped(check), advice: stopped(advice) });
    };

    /** Another line: what was simulated of the old one goes. Only money: the line stays what it was. */
    const changed = (isPhysical: boolean): void => {
      stop();
      set({ advice: idle, ...(isPhysical ? { check: idle, reliefs: null } : {}) });
    };

    const work = (): void => {
      const question = questionOf();
      const { step, check, advice } = get();
      // the search begins while the check is being read: mostly it is the line that is asked about in the end
      if (question === null || (step !== "check" && step !== "bottleneck" && step !== "decision")) return;
      if (check.status === "running" || advice.status === "running" || advice.answer !== null) return;
      const own = new AbortController();
      working = own;
      const isMine = (): boolean => working === own && !own.signal.aborted;
      const key = (): "check" | "advice" => (get().check.answer === null ? "check" : "advice");
      const put = (change: Partial<OwnerWork<never>>): void => {
        if (isMine()) set({ [key()]: { ...get()[key()], ...change } });
      };
      const runs = new Runs(deps, own.signal, () => put({ runs: { done: runs.done, asked: runs.asked } }));
      const known = async (): Promise<OwnerCheck> => {
        const before = get().check.answer;
        if (before !== null) return before;
        put({ ...idle, status: "running", part: "check" });
        const answer = await checkOf(deps, question, runs);
        if (isMine()) set({ check: { ...idle, status: "done", answer } });
        return answer;
      };
      known()
        .then(async (today) => {
          if (!isMine()) return;
          set({ advice: { ...idle, status: "running", part: "today" } });
          const answer = await adviceOf(deps, question, today, runs, own.signal, (part, reliefs) => {
            if (!isMine()) return;
            runs.done = runs.asked = 0;
            set({ reliefs: reliefs ?? get().reliefs });
            put({ part, runs: { done: 0, asked: 0 } });
          });
          if (isMine() && answer !== null) set({ advice: { ...idle, status: "done", answer } });
        })
        .catch((error: unknown) => {
          put({ status: "failed", message: error instanceof Error ? error.message : String(error) });
        })
        .finally(() => {
          if (working === own) working = null;
        });
    };

    const go = (step: OwnerStep): void => {
      set({ step: get().trade === null ? "trade" : step });
      work();
    };
    const at = (): number => ownerSteps.indexOf(get().step);

    return {
      isOpen: false,
      isOffered: true,
      step: "trade",
      trade: null,
      answers: freshAnswers,
      isCorrected: true,
      factor: null,
      check: idle,
      reliefs: null,
      advice: idle,
      ...kept(deps.storage),
      actions: {
        open: () => {
          set({ isOpen: true, isOffered: false });
          work();
        },
        close: () => {
          stop();
          set({ isOpen: false });
        },
        dismissOffer: () => set({ isOffered: false }),
        restart: () => {
          changed(true);
          set({ step: "trade", trade: null, answers: freshAnswers, isCorrected: true, factor: null });
        },
        pickTrade: (trade) => {
          if (trade !== get().trade) {
            changed(true);
            set({ trade, answers: freshAnswers, factor: null });
          }
          go(questionIds[0]);
        },
        answer: (id, answer) => {
          changed(!moneyOnly.has(id));
          const { answers, factor } = get();
          set({ answers: { ...answers, [id]: answer }, factor: moneyOnly.has(id) ? factor : null });
        },
        go,
        next: () => go(ownerSteps[Math.min(ownerSteps.length - 1, at() + 1)]!),
        back: () => go(ownerSteps[Math.max(0, at() - 1)]!),
        setCorrected: (isCorrected) => {
          changed(get().factor !== null);
          set({ isCorrected, factor: null });
          work();
        },
        calibrate: (factor) => {
          changed(true);
          set({ factor });
          work();
        },
        work,
        stop,
        recheck: () => {
          changed(true);
          work();
        },
        openInWorkspace: (ids) => {
          const line = get().advice.answer?.line;
          if (line === undefined) return;
          stop();
          set({ isOpen: false });
          deps.open(line.scenario, line.demand, ids);
        },
      },
    };
  });
  store.subscribe((state, before) => {
    const names = ["isOffered", "step", "trade", "answers", "isCorrected", "factor"] as const;
    if (names.every((name) => state[name] === before[name])) return;
    keep(deps.storage, Object.fromEntries(names.map((name) => [name, state[name]])));
  });
  return store;
}

/** The facts of the chosen template; null before the choice. */
export function ownerFacts({ trade }: Pick<OwnerState, "trade">, template: OwnerDeps["template"]): Facts | null {
  return trade === null ? null : factsOf(trade, template(trade));
}

/** How the simulated output of a day stands to the owner's, and the factor that would make them meet. */
export function ownerAgreement(
  facts: Facts,
  { answers, isCorrected, factor }: Pick<OwnerState, "answers" | "isCorrected" | "factor">,
  { perDay }: OwnerCheck,
): { agreement: Agreement; target: number; proposal: Calibration } {
  const answer = answerOf(facts, answers, "perDay");
  const target = targetPerDay(answer, isCorrected);
  const { factor: more, isPlausible } = calibrationOf(perDay.mean, target);
  return {
    agreement: agreement(answer, isCorrected, perDay),
    target,
    proposal: { factor: more * (factor ?? 1), isPlausible },
  };
}

function keep(storage: KeyValue | null, what: unknown): void {
  try {
    storage?.setItem(storageKey, JSON.stringify(what));
  } catch {
    // Private windows and full disks refuse; the answers then last as long as the page.
  }
}

/** What an earlier visit left, entry by entry. */
function kept(storage: KeyValue | null): Partial<OwnerState> {
  let from: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(storageKey) ?? "{}");
    if (typeof parsed === "object" && parsed !== null) from = { ...parsed };
  } catch {
    return {};
  }
  const trade = (Object.keys(trades) as TradeId[]).find((id) => id === from["trade"]) ?? null;
  const step = trade === null ? "trade" : (ownerSteps.find((id) => id === from["step"]) ?? "trade");
  const factor = from["factor"];
  return {
    isOffered: from["isOffered"] !== false,
    trade,
    step,
    answers: readAnswers(from["answers"]),
    isCorrected: from["isCorrected"] !== false,
    factor: typeof factor === "number" && factor > 0 && Number.isFinite(factor) ? factor : null,
  };
}
