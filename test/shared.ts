import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Reference material outside the repository; tests on it are skipped, visibly, where it does not exist. */
const root = resolve(process.env.XIANJIAN_SHARED ?? join(import.meta.dirname, "../../shared"));

export function sharedPath(...parts: string[]): string | null {
  const path = join(root, ...parts);
  return existsSync(path) ? path : null;
}

const script = resolve("dist-cli/simulate.node.mjs");
/** The worker as bundled by `npm test` (Node 20 does not strip types); null where nothing is built yet. */
export const bundledWorker = existsSync(script) ? pathToFileURL(script) : null;
