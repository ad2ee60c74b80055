import type { SimulationPool } from "../../workers/contract";

/**
 * A pool that is timed: milliseconds of waiting for each simulated hour, all workers together, while anything is under
 * way. Says how long more runs would take; results never depend on it.
 */
export function timed(pool: SimulationPool): { pool: SimulationPool; pace: () => number | null } {
  let under = 0;
  let since = 0;
  let waited = 0;
  let hours = 0;
  const simulate: SimulationPool["simulate"] = async (line, run, options = {}) => {
    if (under++ === 0) since = performance.now();
    try {
      const results = await pool.simulate(line, run, options);
      hours += results.length * (run.hours + run.warmUpHours);
      return results;
    } finally {
      if (--under === 0) waited += performance.now() - since;
    }
  };
  return { pool: { ...pool, simulate }, pace: () => (hours > 0 && waited > 0 ? waited / hours : null) };
}
