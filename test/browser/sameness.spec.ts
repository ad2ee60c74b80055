import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import golden from "../golden.json" with { type: "json" };
import { expect, test } from "./fixtures";

// One truth: what the browser computes is what Node computes, event for event and number for number.

test("the browser repeats the golden trace and Node's figures to the bit", { tag: "@zh-only" }, async ({ page }) => {
  // a short run of the shipped line, so that the whole evaluation ends within seconds
  const scenario = JSON.parse(readFileSync("scenarios/lines/machining.json", "utf8")) as { run: object };
  scenario.run = { hours: 60, warmUpHours: 10, replications: 5, seed: 1 };
  const file = join(mkdtempSync(join(tmpdir(), "xianjian-")), "short.json");
  writeFileSync(file, JSON.stringify(scenario));
  const node = spawnSync(process.execPath, ["dist-cli/xianjian.mjs", "simulate", file, "--json"], { encoding: "utf8" });
  expect(node.stderr).toBe("");
  const { fingerprint } = JSON.parse(node.stdout) as { fingerprint: string };

  await page.goto("/?quality=flat");
  await expect(page.locator(".xj-verdict .xj-facts")).toBeVisible();
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "short.json", { type: "application/json" }));
      return data;
    },
    readFileSync(file, "utf8"),
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await page.getByRole("tab").last().click();
  const about = page.getByRole("tabpanel");
  await expect(about).toContainText(golden.traces["machining.json"]);
  await expect(about).toContainText(fingerprint);
});
