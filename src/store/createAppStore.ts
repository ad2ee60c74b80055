import { createStore, type StoreApi } from "zustand/vanilla";
import type { Line, Run } from "../model";
import { createBatchCache } from "./batchCache";
import { evaluate, type Batch } from "./evaluation";
import { redo, startHistory, step, undo, type History } from "./history";
import { planApplies, plannedLine, planOf, type Choice } from "./plans";
import { timed } from "./pace";
import { freshPlanner, plannerPart } from "./planner";
import { loadPreferences, savePreferences } from "./preferences";
import { fileScenarioOf } from "./origin";
import { freshSideBySide, seenWith, sideBySidePart } from "./sideBySide";
import { freshStudies, studiesPart } from "./studies";
import type { AppState, Evaluated, Opening, Project, Shown, StoreDeps } from "./state";
import { demandOf, isStale } from "./staleness";
import { watchedPlanKey, watchPart } from "./watch";
import { freshWhatIf, whatIfPart } from "./whatIf";

export type AppStore = StoreApi<AppState>;

/**
 * The project as plain state, outside React's frame path. Everything that computes is injected or runs in workers;
 * actions return at once and the answers arrive as new state.
 */
export function createAppStore(deps: StoreDeps, first: Opening): AppStore {
  const batches = createBatchCache(deps.physicsKey);
  let evaluating: AbortController | null = null;

  const store = createStore<AppState>()((set, get) => {
    const planner = plannerPart(deps, { setState: set, getState: get });
    const studies = studiesPart({ ...deps, cache: batches }, { setState: set, getState: get });
    const lines = (choice: Choice): { baseline: Line; plan: Line | null; state: Partial<AppState> } => {
      const { scenario } = get().history.present;
      const planned = plannedLine(scenario, choice);
      if (!planned.ok) return { baseline: scenario.line, plan: null, state: { planProblems: planned.problems } };
      return {
        baseline: scenario.line,
        plan: planOf(scenario, choice) === null ? null : planned.line,
        state: { planProblems: [] },
      };
    };

    const wantedOf = (baseline: Line, plan: Line | null, run: Run): AppState["wanted"] => ({
      baseline: deps.physicsKey(baseline, run),
      plan: plan === null ? null : deps.physicsKey(plan, run),
    });

    const watching = watchPart(deps, { setState: set, getState: get }, () => {
      const { baseline, plan } = lines(get().choice);
      const { run } = get().history.present.scenario;
      return { baseline, plan, run, keys: wantedOf(baseline, plan, run) };
    });

    const evaluated = (line: Line, batch: Batch, wantedRun: Run): Evaluated => ({
      key: deps.physicsKey(line, wantedRun),
      line,
      run: batch.run,
      stage: batch.stage,
      complete: batch.complete && batch.stage === "full",
      figures: deps.summarise(batch.results),
      results: batch.results,
      headcount: deps.headcount(line),
    });

    const compared = sideBySidePart({ ...deps, cache: batches, evaluated }, { setState: set, getState: get });

    const pause = (): boolean => {
      const isRunning = get().evaluation.status === "running";
      if (isRunning) get().actions.cancel();
      return isRunning;
    };
    const trying = whatIfPart(
      { ...deps, cache: batches, evaluated, pause, resume: () => startEvaluation() },
      { setState: set, getState: get },
    );

    const moneyOf = (shown: Shown | null): AppState["money"] => {
      if (shown?.plan == null) return null;
      const project = get().history.present;
      const planned = plannedLine(project.scenario, shown.choice);
      if (!planned.ok) return null;
      return deps.money({
        project,
        choice: shown.choice,
        chosen: planned.chosen,
        baseline: shown.baseline,
        plan: shown.plan,
        way: shown.way,
      });
    };

    const startEvaluation = (): void => {
      evaluating?.abort();
      const own = new AbortController();
      evaluating = own;
      const { choice, history } = get();
      const { run } = history.present.scenario;
      const { baseline, plan, state } = lines(choice);
      set({ ...state, wanted: wantedOf(baseline, plan, run), evaluation: { status: "running", progress: null } });
      const failed = (error: unknown): void => {
        if (evaluating !== own || own.signal.aborted) return;
        set({ evaluation: { status: "failed", message: error instanceof Error ? error.message : String(error) } });
      };
      const awaited = plan === null ? null : (deps.beforePricing?.() ?? null);
      if (awaited !== null) {
        void awaited.then(() => own.signal.aborted || startEvaluation(), failed);
        return;
      }
      const current = plan === null ? [baseline] : [baseline, plan];
      const { scenario } = history.present;
      const chosenPlan = planOf(scenario, choice);
      const question = plan === null || chosenPlan === null ? null : deps.way(scenario, chosenPlan);
      let way: Shown["way"] = null;
      const stopwatch = timed(deps.pool);
      const publish = (found: Batch[]): void => {
        if (own.signal.aborted) return;
        const [a, b] = found;
        if (a === undefined) return;
        const shown: Shown = {
          choice: plan === null ? [] : choice,
          way,
          baseline: evaluated(baseline, a, run),
          plan: plan !== null && b !== undefined ? evaluated(plan, b, run) : null,
          differences: b === undefined ? null : deps.compare(a.results, b.results),
        };
        const sideBySide = seenWith(get(), shown);
        set({ shown, money: moneyOf(shown), pace: stopwatch.pace() ?? get().pace, sideBySide });
      };
      evaluate({
        pool: stopwatch.pool,
        lines: current,
        run,
        cache: batches,
        signal: own.signal,
        onProgress: (progress) => {
          if (!own.signal.aborted) set({ evaluation: { status: "running", progress } });
        },
        onBatches: publish,
        asks: question?.asks ?? [],
        onAnswers: (answers) => {
          if (own.signal.aborted || question === null) return;
          way = question.answered(answers);
          const { shown } = get();
          if (shown?.plan == null) return;
          const known = { ...shown, way };
          set({ shown: known, money: moneyOf(known) });
        },
      }).then(() => {
        if (evaluating === own) set({ evaluation: { status: "idle" } });
      }, failed);
    };

    /** Physics changed: what is on screen is stale until the user asks again; the replay follows at once. */
    const afterChange = (isNewLine: boolean): void => {
      const { choice, history } = get();
      const { baseline, plan, state } = lines(choice);
      set({ ...state, wanted: wantedOf(baseline, plan, history.present.scenario.run) });
      const { wanted, watch } = get();
      if (isNewLine || wanted.baseline !== watch.baseline?.key || wanted.plan !== watchedPlanKey(watch))
        void watching.start(isNewLine);
    };

    const openProject = ({ scenario, readyLine, fileName, kept, failure }: Opening): void => {
      evaluating?.abort();
      planner.reset(scenario);
      compared.reset();
      trying.reset();
      const known = new Set(scenario.retrofits.map((retrofit) => retrofit.id));
      const { detail, selected } = kept?.view ?? { detail: get().detail, selected: null };
      set({
        fileName,
        readyLine,
        origin: kept?.origin ?? scenario,
        opened: get().opened + 1,
        history: startHistory({
          scenario,
          demand: kept?.demand ?? demandOf(scenario),
          ...(kept?.draft === undefined ? {} : { draft: kept.draft }),
        }),
        choice: (kept?.view.choice ?? []).filter((id) => known.has(id)),
        shown: null,
        money: null,
        openFailure: failure ?? null,
        planProblems: [],
        detail,
        selected: scenario.line.stations.some((station) => station.id === selected) ? selected : null,
      });
      set({ evaluation: { status: "running", progress: null } });
      // the line in motion first: the figures would only make it wait
      void watching.start(true).then(() => {
        if (get().history.present.scenario === scenario) startEvaluation();
      });
    };

    const travel = (move: (history: History<Project>) => History<Project>): void => {
      const before = get().history;
      const after = move(before);
      if (after === before) return;
      const known = new Set(after.present.scenario.retrofits.map((retrofit) => retrofit.id));
      set({ history: after, choice: get().choice.filter((id) => known.has(id)) });
      set({ money: moneyOf(get().shown) });
      afterChange(false);
      // More or fewer replications change how much is known, not what: nothing is stale, so go on at once.
      if (before.present.scenario.run.replications !== after.present.scenario.run.replications && !isStale(get()))
        startEvaluation();
      trying.follow();
    };

    return {
      opened: 0,
      fileName: null,
      readyLine: first.readyLine,
      origin: first.scenario,
      history: startHistory({ scenario: first.scenario, demand: demandOf(first.scenario) }),
      choice: [],
      shown: null,
      wanted: wantedOf(first.scenario.line, null, first.scenario.run),
      evaluation: { status: "idle" },
      money: null,
      watch: { baseline: null, plan: null, status: "loading" },
      replay: watching.replay,
      openFailure: null,
      planProblems: [],
      selected: null,
      planner: freshPlanner(first.scenario),
      studies: freshStudies(),
      sideBySide: freshSideBySide,
      whatIf: freshWhatIf,
      pace: null,
      preferences: loadPreferences(deps.storage, deps.language),
      detail: { tab: "compare", open: false },
      actions: {
        openText: (text, fileName, kept) => {
          const parsed = deps.parse(text);
          if (!parsed.ok) {
            set({ openFailure: { fileName, problems: parsed.problems } });
            return false;
          }
          openProject({
            scenario: parsed.scenario,
            fileName,
            readyLine: null,
            ...(kept === undefined ? {} : { kept }),
          });
          return true;
        },
        open: openProject,
        openReady: (id, scenario) => openProject({ scenario, fileName: null, readyLine: id }),
        dismissOpenFailure: () => set({ openFailure: null }),
        failToOpen: (openFailure) => set({ openFailure }),
        edit: (change) => travel((history) => step(history, change(history.present))),
        attempt: (change, planId) => {
          const project = change(get().history.present);
          if (project === get().history.present) return [];
          const parsed = deps.parse(JSON.stringify(project.scenario));
          const problems = parsed.ok ? planApplies(project.scenario, planId) : parsed.problems;
          if (problems.length === 0) travel((history) => step(history, project));
          return problems;
        },
        fileScenario: fileScenarioOf(deps, get),
        undo: () => travel(undo),
        redo: () => travel(redo),
        choose: (choice) => {
          const { shown, detail } = get();
          const planned = plannedLine(get().history.present.scenario, choice);
          if (!planned.ok) {
            set({ planProblems: planned.problems });
            return;
          }
          // Another plan's figures under this plan's name would mislead: only the baseline stays.
          set({
            choice,
            shown: shown === null ? null : { ...shown, choice: [], plan: null, differences: null, way: null },
            money: null,
            detail: choice.length > 0 && shown?.plan == null ? { tab: "compare", open: true } : detail,
          });
          trying.reset();
          void watching.start(false);
          startEvaluation();
        },
        evaluate: startEvaluation,
        cancel: () => {
          evaluating?.abort();
          set({ evaluation: { status: "cancelled" } });
        },
        select: (selected) => set({ selected }),
        setPreferences: (change) => {
          const preferences = { ...get().preferences, ...change };
          savePreferences(deps.storage, preferences);
          set({ preferences });
        },
        showDetail: (tab, open = true) => set({ detail: { tab, open } }),
        ...planner.actions,
        ...studies.actions,
        ...compared.actions,
        ...trying.actions,
        retryWatch: () => void watching.start(false),
        dispose: () => {
          evaluating?.abort();
          watching.end();
          planner.end();
          studies.end();
          compared.end();
          trying.end();
        },
      },
    };
  });

  store.getState().actions.open(first);
  return store;
}
