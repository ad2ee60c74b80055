// node scripts/fitDream.mjs: fits the measured line anew and writes times, defect rates and fits into its scenario.
// The raw data are no part of the repository: XIANJIAN_SHARED says where they are (default ../shared).
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { format, resolveConfig } from "prettier";
import { runnerImport } from "vite";
import { root } from "./lib/inputs.mjs";
import { say } from "./lib/install.mjs";

const name = "dream-11-station";
const secondsPerHour = 3600;
const folder = resolve(root, process.env.XIANJIAN_SHARED ?? join("..", "shared"), "data", name);
const file = join(root, "scenarios", "lines", `${name}.json`);

async function main() {
  if (!existsSync(folder)) return `${folder}: no measured data here`;
  const { module } = await runnerImport(join(root, "src", "calibrate", "index.ts"), {
    configFile: false,
    logLevel: "warn",
  });
  /** @type {typeof import("../src/calibrate")} */
  const { fitStations, readCsv } = module;
  /** @param {string} word */
  const tableNamed = (word) => {
    const found = readdirSync(folder).find((entry) => entry.includes(word) && entry.endsWith(".csv"));
    return readCsv(found === undefined ? "" : readFileSync(join(folder, found), "utf8"));
  };
  const [times, scrap] = [tableNamed("time"), tableNamed("scrap")];
  if (!times.ok) return JSON.stringify(times.problems);
  if (!scrap.ok) return JSON.stringify(scrap.problems);

  const scenario = JSON.parse(readFileSync(file, "utf8"));
  /** @type {{ id: string; process: { time: unknown }; quality: { defectRate: number } }[]} */
  const stations = scenario.line.stations;
  const columns = Object.fromEntries(stations.map(({ id }) => [id, id.toUpperCase()]));
  const fits = fitStations(columns, times.table, scrap.table, secondsPerHour);
  if (!fits.ok) return JSON.stringify(fits.problems);
  for (const station of stations) {
    const time = fits.processTimes.find((fit) => fit.station === station.id);
    const rate = fits.defectRates.find((fit) => fit.station === station.id);
    if (time === undefined || rate === undefined) return `${station.id} was not fitted`;
    station.process.time = time.fitted;
    station.quality.defectRate = rate.observed;
  }
  scenario.meta.fits = [...fits.processTimes, ...fits.defectRates];
  const options = { ...(await resolveConfig(file)), parser: "json" };
  writeFileSync(file, await format(JSON.stringify(scenario), options));
  return null;
}

const failure = await main();
if (failure === null) say(`${file} written`);
else {
  say(failure);
  process.exitCode = 1;
}
