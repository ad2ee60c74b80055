import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Library, parseScenario, PolicyFile } from "../../src/model";
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

test("a browser's worker repeats the golden trace of every shipped line", { tag: "@zh-only" }, async ({ page }) => {
  const library: Library = {
    retrofits: [],
    policies: ["changzhou", "suzhou"].flatMap(
      (city) => PolicyFile.parse(JSON.parse(readFileSync(`scenarios/policies/${city}.json`, "utf8"))).rules,
    ),
  };
  const lines = Object.keys(golden.traces).map((file) => {
    const parsed = parseScenario(readFileSync(`scenarios/lines/${file}`, "utf8"), library);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return { file, line: parsed.value.line, run: parsed.value.run };
  });
  await page.goto("/?quality=flat");
  const script = readdirSync("dist/assets").find((file) => file.startsWith("simulate.worker"));
  const hashes = await page.evaluate(
    async ({ lines, script, calendarHours }) => {
      // the messages of the workers' contract, written out: the page itself offers no such door
      const worker = new Worker(`./assets/${script}`, { type: "module" });
      const ask = (id: string, request: unknown): Promise<{ hash: string }> =>
        new Promise((resolve) => {
          worker.addEventListener("message", ({ data }: MessageEvent<{ id: string; value: { hash: string } }>) => {
            if (data.id === id) resolve(data.value);
          });
          worker.postMessage({ id, type: "APPLY", path: ["watch"], argumentList: [{ type: "RAW", value: request }] });
        });
      const found: Record<string, string> = {};
      for (const { file, line, run } of lines)
        found[file] = (await ask(file, { line, run, replication: 0, calendarHours })).hash;
      worker.terminate();
      return found;
    },
    { lines, script, calendarHours: golden.calendarHours },
  );
  expect(hashes).toEqual(golden.traces);
});
