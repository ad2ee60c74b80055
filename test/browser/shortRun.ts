import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { deflateSync, strToU8 } from "fflate";

/** Long enough that a tenth more output is proven, and no longer: for paths that do not need the full run behind it. */
const run = { hours: 120, warmUpHours: 30, replications: 10 };

function shortLink(line: string): string {
  const path = join(import.meta.dirname, `../../scenarios/lines/${line}.json`);
  const scenario = JSON.parse(readFileSync(path, "utf8")) as { run?: object };
  const content = { scenario: { ...scenario, run: { seed: 1, ...scenario.run, ...run } } };
  return `project=1.${Buffer.from(deflateSync(strToU8(JSON.stringify(content)))).toString("base64url")}`;
}

/**
 * Opens a shipped line with a short run, as somebody would who was sent a link to it. The flat plan spares the machine, and
 * so does reduced motion: the replay stands until it is told to play.
 */
export async function openShort(page: Page, line = "machining"): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/?quality=flat#${shortLink(line)}`);
  await page.locator(".xj-verdict .xj-facts").waitFor({ timeout: 60_000 });
}
