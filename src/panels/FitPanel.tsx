import { NativeSelect } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { fitChart, type ChartLook } from "../charts";
import type { Fit } from "../model";
import { useApp } from "../store";
import { nameOf, number, percent } from "../text";
import { ChartFrame } from "./charts/ChartFrame";
import { column, type ChartSheet } from "./charts/chartSheet";
import { useServices, useWords } from "./context";

/** How well the fitted times match what was measured, station by station. Lines that were not measured say so. */
export function FitPanel() {
  const { say, language } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  const { fits } = scenario.meta;
  const times = fits.filter(
    (fit) => fit.quantity === "processTime" && fit.deciles !== undefined && fit.fitted !== undefined,
  );
  const rates = fits.filter((fit) => fit.quantity === "defectRate");
  const stationName = (id: string): string =>
    nameOf(language, scenario.line.stations.find((station) => station.id === id)?.name, id);
  if (fits.length === 0) {
    return (
      <div className="xj-panel-body">
        <p>{say("fit.none")}</p>
      </div>
    );
  }
  return (
    <div className="xj-panel-body">
      <p>{say("fit.intro")}</p>
      {times.length > 0 && <FitChart key={scenario.meta.id ?? ""} fits={times} stationName={stationName} />}
      {times.length > 0 && (
        <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("fit.caption")}>
          <table className="xj-table">
            <caption>{say("fit.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("stations.station")}</th>
                <th scope="col" className="xj-right">
                  {say("fit.sample")}
                </th>
                <th scope="col">{say("fit.chosen")}</th>
                <th scope="col">{say("fit.tried")}</th>
              </tr>
            </thead>
            <tbody>
              {times.map((fit) => (
                <tr key={fit.station}>
                  <th scope="row">{stationName(fit.station)}</th>
                  <td className="xj-right xj-number">{fit.sampleSize}</td>
                  <td>{distName(fit)}</td>
                  <td>
                    {(fit.candidates ?? [])
                      .map((each) =>
                        say("fit.candidate", {
                          dist: each.dist,
                          aic: number(language, each.aic, { decimals: 1 }),
                          ks: number(language, each.ks, { decimals: 3 }),
                        }),
                      )
                      .join(say("fit.join"))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rates.length > 0 && (
        <table className="xj-table xj-narrow">
          <caption>{say("fit.rates")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("stations.station")}</th>
              <th scope="col" className="xj-right">
                {say("fit.sample")}
              </th>
              <th scope="col" className="xj-right">
                {say("fit.observed")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map((fit) => (
              <tr key={fit.station}>
                <th scope="row">{stationName(fit.station)}</th>
                <td className="xj-right xj-number">{fit.sampleSize}</td>
                <td className="xj-right xj-number">
                  {fit.observed === undefined ? "" : percent(language, fit.observed)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function distName(fit: Fit): string {
  return typeof fit.fitted === "object" ? fit.fitted.dist : "";
}

function FitChart({ fits, stationName }: { fits: readonly Fit[]; stationName: (id: string) => string }) {
  const { say, language } = useWords();
  const { fittedDeciles } = useServices();
  const [station, setStation] = useState(fits[0]?.station ?? "");
  const fit = fits.find((each) => each.station === station) ?? fits[0];
  const fitted = useMemo(() => (fit === undefined ? [] : fittedDeciles(fit)), [fit, fittedDeciles]);
  const draw = useCallback(
    (look: ChartLook) =>
      fitChart(
        { observed: fit?.deciles ?? [], fitted },
        {
          observed: say("fit.measured"),
          fitted: say("fit.fitted"),
          share: say("fit.shareAxis"),
          seconds: say("unit.seconds"),
        },
        look,
      ),
    [fit, fitted, say],
  );
  if (fit === undefined) return null;
  const title = say("fit.chart", { name: stationName(fit.station) });
  const sheet = (): ChartSheet => ({
    columns: [
      column(say, say("fit.shareAxis"), say("unit.percent")),
      column(say, say("fit.measured"), say("unit.seconds")),
      column(say, say("fit.fitted"), say("unit.seconds")),
    ],
    rows: (fit.deciles ?? []).map((value, index) => [index * 10, value, fitted[index] ?? null]),
  });
  return (
    <>
      <NativeSelect
        className="xj-narrow"
        label={say("stations.station")}
        value={fit.station}
        onChange={(event) => setStation(event.currentTarget.value)}
        data={fits.map((each) => ({ value: each.station, label: stationName(each.station) }))}
      />
      <ChartFrame
        name={`fit-${fit.station}`}
        title={title}
        label={title}
        draw={draw}
        belongs={{ runs: "line", basis: null }}
        sheet={sheet}
        height={300}
        table={
          <table className="xj-table xj-narrow">
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{say("fit.shareAxis")}</th>
                <th scope="col" className="xj-right">
                  {say("fit.measured")}
                </th>
                <th scope="col" className="xj-right">
                  {say("fit.fitted")}
                </th>
              </tr>
            </thead>
            <tbody>
              {(fit.deciles ?? []).map((value, index) => (
                <tr key={index}>
                  <th scope="row">{percent(language, index / 10, { figures: 2 })}</th>
                  <td className="xj-right xj-number">{number(language, value)}</td>
                  <td className="xj-right xj-number">{number(language, fitted[index] ?? Number.NaN)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </>
  );
}
