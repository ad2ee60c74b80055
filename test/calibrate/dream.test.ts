import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distributionMean, ScenarioSchema } from "../../src/model";
import { fitStations, readCsv, type Table } from "../../src/calibrate";
import { sharedPath } from "../shared";

const name = "dream-11-station";
const folder = sharedPath("data", name);
const scenario = ScenarioSchema.parse(
  JSON.parse(readFileSync(new URL(`../../scenarios/lines/${name}.json`, import.meta.url), "utf8")),
);
const fitOf = (station: string, quantity: string) =>
  scenario.meta.fits.find((fit) => fit.station === station && fit.quantity === quantity);

function tableNamed(folder: string, word: string): Table {
  const file = readdirSync(folder).find((entry) => entry.includes(word) && entry.endsWith(".csv"));
  const result = readCsv(readFileSync(join(folder, file ?? ""), "utf8"));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.table;
}

describe("the measured line's scenario", () => {
  it("runs on its own fits", () => {
    expect(scenario.line.stations).toHaveLength(11);
    for (const station of scenario.line.stations) {
      expect(station.process.time).toEqual(fitOf(station.id, "processTime")?.fitted);
      expect(station.quality?.defectRate).toBe(fitOf(station.id, "defectRate")?.observed);
    }
  });

  it("carries parameters and deciles, never rows", () => {
    expect(JSON.stringify(scenario)).not.toContain("empirical");
    for (const fit of scenario.meta.fits) {
      expect(fit.sampleSize).toBe(54);
      if (fit.quantity !== "processTime") continue;
      expect(fit.deciles).toEqual([...(fit.deciles ?? [])].sort((a, b) => a - b));
      const chosen = fit.candidates?.[0];
      expect(chosen?.dist).toBe(typeof fit.fitted === "object" ? fit.fitted.dist : "constant");
      // 1.358/√n is the 5 % point where nothing was fitted: a fit that misses even that is no good.
      expect(chosen?.ks, fit.station).toBeLessThan(1.358 / Math.sqrt(fit.sampleSize));
    }
  });

  it("has its slowest station at P7", () => {
    const means = scenario.line.stations.map((station): [string, number] => [
      station.id,
      distributionMean(station.process.time),
    ]);
    expect(means.sort((a, b) => b[1] - a[1])[0]?.[0]).toBe("p7");
  });

  it.skipIf(folder === null)("comes out again from the raw data", () => {
    const columns = Object.fromEntries(scenario.line.stations.map(({ id }) => [id, id.toUpperCase()]));
    const fits = fitStations(columns, tableNamed(folder ?? "", "time"), tableNamed(folder ?? "", "scrap"), 3600);
    if (!fits.ok) throw new Error(JSON.stringify(fits.problems));
    expect([...fits.processTimes, ...fits.defectRates]).toEqual(scenario.meta.fits);
  });
});
