import type { Distribution, Fit, Problem } from "../model";
import { columnOf, type Table } from "./csv";
import { deciles, fitDistribution } from "./fit";

export type TimeFit = Fit & { fitted: Distribution };
export type RateFit = Fit & { observed: number };

const rounded = (x: number, digits: number): number => Number(x.toFixed(digits));
const figures = (x: number): number => Number(x.toPrecision(7));

/** Parameters with seven figures: far finer than any sample, and the file stays readable. */
function written(distribution: Distribution): Distribution {
  if (typeof distribution === "number") return figures(distribution);
  return Object.fromEntries(
    Object.entries(distribution).map(([key, value]) => [key, typeof value === "number" ? figures(value) : value]),
  ) as Distribution;
}

/**
 * Measured process times of one station as a `meta.fits` entry: the best shape, what else was tried, and the sample's
 * deciles in place of its rows. `secondsPerUnit` turns the log's unit into seconds. Problems as of fitDistribution.
 */
export function fitProcessTime(
  station: string,
  values: readonly number[],
  secondsPerUnit: number,
): { ok: true; fit: TimeFit } | { ok: false; problems: Problem[] } {
  const seconds = values.map((value) => value * secondsPerUnit);
  const result = fitDistribution(seconds);
  if (!result.ok) return { ok: false, problems: result.problems.map((p) => ({ ...p, path: `${station}.${p.path}` })) };
  const candidates = result.candidates
    .filter((c) => Number.isFinite(c.aic))
    .map((c) => ({ dist: c.distribution.dist, aic: rounded(c.aic, 2), ks: rounded(c.ks, 4) }));
  return {
    ok: true,
    fit: {
      station,
      quantity: "processTime",
      sampleSize: values.length,
      deciles: deciles(seconds).map((x) => rounded(x, 2)),
      fitted: written(result.best.distribution),
      candidates,
    },
  };
}

/** Share of recorded batches in which any scrap was noted (an empty cell notes none), as a `meta.fits` entry. */
export function fitDefectRate(station: string, scrap: readonly (number | null)[]): RateFit {
  const withScrap = scrap.filter((pieces) => (pieces ?? 0) > 0).length;
  return { station, quantity: "defectRate", sampleSize: scrap.length, observed: rounded(withScrap / scrap.length, 6) };
}

/**
 * Every station of a line from two tables with one column a station and one row a batch: process times and scrap.
 * `columns` says which column is which station. Problems: a column missing or unreadable, times absent or not above 0.
 */
export function fitStations(
  columns: Readonly<Record<string, string>>,
  times: Table,
  scrap: Table,
  secondsPerUnit: number,
): { ok: true; processTimes: TimeFit[]; defectRates: RateFit[] } | { ok: false; problems: Problem[] } {
  const processTimes: TimeFit[] = [];
  const defectRates: RateFit[] = [];
  const problems: Problem[] = [];
  for (const [station, column] of Object.entries(columns)) {
    const measured = columnOf(times, column);
    const noted = columnOf(scrap, column);
    if (!measured.ok || !noted.ok) {
      problems.push(...(measured.ok ? [] : measured.problems), ...(noted.ok ? [] : noted.problems));
      continue;
    }
    const recorded = measured.values.filter((value) => value !== null);
    const fitted = fitProcessTime(station, recorded, secondsPerUnit);
    if (fitted.ok) processTimes.push(fitted.fit);
    else problems.push(...fitted.problems);
    defectRates.push(fitDefectRate(station, noted.values));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, processTimes, defectRates };
}
