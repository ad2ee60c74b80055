import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Reference material outside the repository; tests on it are skipped, visibly, where it does not exist. */
const root = resolve(process.env.XIANJIAN_SHARED ?? join(import.meta.dirname, "../../shared"));

export function sharedPath(...parts: string[]): string | null {
  const path = join(root, ...parts);
  return existsSync(path) ? path : null;
}
