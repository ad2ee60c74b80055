import { Button } from "@mantine/core";
import { useCallback, useMemo, type ReactNode } from "react";
import { differencesChart, type ChartLook, type DifferenceBar } from "../charts";
import type { Difference, Estimate } from "../measure";
import { isStale, useActions, useApp, type Evaluated, type Shown } from "../store";
import { number, plusMinus } from "../text";
import { PrecisionView } from "./advice/PrecisionView";
import { ChartFrame } from "./charts/ChartFrame";
import { intervalCells, intervalColumns, type ChartSheet } from "./charts/chartSheet";
import { FlowTimeView } from "./charts/FlowTimeView";
import { ThroughputView } from "./charts/ThroughputView";
import { useServices, useWords } from "./context";
import { Chip, DifferenceText, EstimateText, toneOf } from "./Figure";
import { Icon } from "./Icon";
import { halfWidth, judge } from "./judge";
import { isGiven } from "./given";
import { kpiRows, type KpiRow } from "./kpis";
import { planMarks } from "./planMark";
import { SideBySide } from "./shelf/SideBySide";

/** Comparison of one plan with today in full, or of several in short. */
export function CompareTable() {
  const { say } = useWords();
  const view = useApp((state) => state.sideBySide.view);
  const hasPlans = useApp(({ history }) => history.present.scenario.plans.some((plan) => plan.retrofits.length > 0));
  const { showSideBySide } = useActions();
  const stale = useApp(isStale);
  const one = (
    <div className={stale ? "xj-stale" : undefined}>
      <OnePlan />
    </div>
  );
  if (!hasPlans) return one;
  return (
    <>
      <div className="xj-toggle xj-compare-views" role="group" aria-label={say("side.views")}>
        {(["one", "many"] as const).map((each) => (
          <button key={each} type="button" aria-pressed={view === each} onClick={() => showSideBySide(each)}>
            {say(`side.${each}`)}
          </button>
        ))}
      </div>
      {view === "one" ? (
        one
      ) : (
        <div className="xj-panel-body">
          <SideBySide />
        </div>
      )}
    </>
  );
}

/** Today and plan side by side, the difference with its 95 % interval or the word that none is proven. */
function OnePlan() {
  const { say } = useWords();
  const shown = useApp((state) => state.shown);
  const scenario = useApp((state) => state.history.present.scenario);
  const { exportComparison } = useServices();
  if (shown === null) return <p className="xj-note">{say("details.waiting")}</p>;
  const isComplete = shown.baseline.complete;
  return (
    <div className="xj-panel-body">
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("compare.caption")}>
        <table className="xj-table xj-compare" data-testid="compare">
          <caption>{say("compare.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("compare.figure")}</th>
              <th scope="col" className="xj-right">
                <i className="xj-dot" data-scenario="a" />
                {say("compare.baseline")}
              </th>
              {shown.plan !== null && (
                <>
                  <th scope="col" className="xj-right">
                    <i className="xj-dot" data-scenario="b" />
                    {say("compare.planNamed", { ids: planMarks(scenario, shown.choice) })}
                  </th>
                  <th scope="col">{say("compare.difference")}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            <PeopleRow shown={shown} />
            {kpiRows.map((row) => {
              const difference = shown.differences?.[row.kpi];
              return (
                <Row key={row.kpi} label={say(row.label)} unit={say(row.unit)} term={say(row.term)}>
                  <td className="xj-right">
                    <Cell of={shown.baseline} row={row} />
                  </td>
                  {shown.plan !== null && (
                    <>
                      <td className="xj-right">
                        <Cell of={shown.plan} row={row} />
                      </td>
                      <td>
                        {difference !== undefined && (
                          <DifferenceText
                            difference={difference}
                            scale={row.scale ?? 1}
                            better={row.better}
                            isComplete={isComplete}
                          />
                        )}
                      </td>
                    </>
                  )}
                </Row>
              );
            })}
            <UnitCostRow isComplete={isComplete} />
          </tbody>
        </table>
      </div>
      <Button
        className="xj-export"
        variant="default"
        size="compact-md"
        leftSection={<Icon name="save" size={16} />}
        onClick={() => exportComparison(shown)}
      >
        {say("compare.export")}
      </Button>
      <PrecisionView shown={shown} />
      {shown.differences !== null && <Intervals differences={shown.differences} isComplete={isComplete} />}
      <div className="xj-columns">
        <ThroughputView shown={shown} />
        <FlowTimeView shown={shown} />
      </div>
    </div>
  );
}

function Row({ label, unit, term, children }: { label: string; unit: string; term: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">
        {label}
        <span className="xj-term">
          {term} · <span className="xj-unit">{unit}</span>
        </span>
      </th>
      {children}
    </tr>
  );
}

function Cell({ of, row }: { of: Evaluated; row: KpiRow }) {
  const { say } = useWords();
  if (!isGiven(of.line, row.kpi)) return <span className="xj-note">{say("value.notGiven")}</span>;
  return <EstimateText estimate={of.figures.line[row.kpi]} scale={row.scale ?? 1} />;
}

function PeopleRow({ shown }: { shown: Shown }) {
  const { say, language } = useWords();
  const people = (of: Evaluated): string =>
    isGiven(of.line, "people")
      ? number(language, of.headcount, { decimals: Number.isInteger(of.headcount) ? 0 : 1 })
      : say("value.notGiven");
  const change = shown.plan === null ? 0 : shown.plan.headcount - shown.baseline.headcount;
  return (
    <Row label={say("kpi.people")} unit={say("unit.people")} term={say("kpiTerm.people")}>
      <td className="xj-right xj-number">{people(shown.baseline)}</td>
      {shown.plan !== null && (
        <>
          <td className="xj-right xj-number">{people(shown.plan)}</td>
          <td className="xj-number">
            {change === 0
              ? say("compare.same")
              : number(language, change, { signed: true, decimals: Number.isInteger(change) ? 0 : 1 })}
          </td>
        </>
      )}
    </Row>
  );
}

/** Yuan a good part, from the money room; there only with a plan beside it. */
function UnitCostRow({ isComplete }: { isComplete: boolean }) {
  const { say, language } = useWords();
  const cost = useApp((state) => state.money?.unitCost ?? null);
  if (cost === null) return null;
  const text = (estimate: Estimate | null): string =>
    estimate === null ? "—" : plusMinus(language, estimate.mean, halfWidth(estimate.ci95), { figures: 4 });
  const difference = cost.difference === null ? null : asDifference(cost.difference, cost.changeShare);
  const judgement = difference === null ? null : judge(difference, isComplete);
  return (
    <Row label={say("kpi.unitCost")} unit={say("unit.yuanPerPart")} term={say("kpiTerm.unitCost")}>
      <td className="xj-right xj-number">{text(cost.before)}</td>
      <td className="xj-right xj-number">{text(cost.after)}</td>
      <td>
        {difference !== null && judgement !== null && (
          <span className="xj-difference" data-judgement={judgement} data-tone={toneOf(difference, "less")}>
            <span className="xj-number">
              {judgement === "proven" && <span aria-hidden="true">{difference.mean > 0 ? "▲ " : "▼ "}</span>}
              {plusMinus(language, difference.mean, halfWidth(difference.ci95), { signed: true })}
            </span>
            {difference.percent !== null && (
              <span className="xj-number xj-relative">
                {`${plusMinus(language, difference.percent.mean, halfWidth(difference.percent.ci95), { signed: true })} %`}
              </span>
            )}
            <Chip judgement={judgement} says={say(`judge.${judgement}`)} />
          </span>
        )}
      </td>
    </Row>
  );
}

function asDifference(estimate: Estimate, share: Estimate | null): Difference {
  const [low, high] = estimate.ci95;
  return {
    mean: estimate.mean,
    ci95: estimate.ci95,
    percent: share === null ? null : { mean: 100 * share.mean, ci95: [100 * share.ci95[0], 100 * share.ci95[1]] },
    proven: low > 0 || high < 0,
  };
}

function Intervals({
  differences,
  isComplete,
}: {
  differences: NonNullable<Shown["differences"]>;
  isComplete: boolean;
}) {
  const { say, language } = useWords();
  const bars = useMemo(
    () =>
      kpiRows.flatMap((row): DifferenceBar[] => {
        const { percent } = differences[row.kpi];
        if (percent === null) return [];
        return [
          {
            label: say(row.label),
            mean: percent.mean,
            ci95: percent.ci95,
            tone: toneOf(differences[row.kpi], row.better),
          },
        ];
      }),
    [differences, say],
  );
  const draw = useCallback(
    (look: ChartLook) => differencesChart(bars, { axis: say("compare.percentOfBaseline") }, look),
    [bars, say],
  );
  const sheet = (): ChartSheet => ({
    columns: [say("compare.figure"), ...intervalColumns(say, say("compare.percentOfBaseline")), say("compare.says")],
    rows: kpiRows.flatMap((row) => {
      const difference = differences[row.kpi];
      if (difference.percent === null) return [];
      return [[say(row.label), ...intervalCells(difference.percent), say(`judge.${judge(difference, isComplete)}`)]];
    }),
  });
  return (
    <ChartFrame
      name="differences"
      title={say("compare.chart")}
      draw={draw}
      sheet={sheet}
      label={say("compare.chart")}
      height={56 + bars.length * 30}
      table={
        <table className="xj-table xj-narrow">
          <caption>{say("compare.chart")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("compare.figure")}</th>
              <th scope="col" className="xj-right">
                {say("compare.percentOfBaseline")}
              </th>
              <th scope="col">{say("compare.says")}</th>
            </tr>
          </thead>
          <tbody>
            {kpiRows.map((row) => {
              const difference = differences[row.kpi];
              if (difference.percent === null) return null;
              return (
                <tr key={row.kpi}>
                  <th scope="row">{say(row.label)}</th>
                  <td className="xj-right xj-number">
                    {plusMinus(language, difference.percent.mean, halfWidth(difference.percent.ci95), { signed: true })}
                  </td>
                  <td>{say(`judge.${judge(difference, isComplete)}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      }
    />
  );
}
