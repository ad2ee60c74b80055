// Golden traces in Firefox, where there is one: the same events in another engine of JavaScript. The page fetches what it is
// to run and sends back what it found, so any Firefox will do, and nothing has to drive it.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { firefox } from "@playwright/test";
import { serveWorker, valueOf, withSources } from "./engine.mjs";

const patienceSeconds = 180;

/** FIREFOX_PATH, an installed one, Playwright's own. */
function findFirefox() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const installed = ["firefox", "firefox-esr"].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.FIREFOX_PATH, ...installed, firefox.executablePath()].find((path) => path && existsSync(path));
}

const page = `<!doctype html><script type="module">
  const lines = await (await fetch("/lines.json")).json();
  const worker = new Worker("/engine.js", { type: "module" });
  const hashes = {};
  for (const { name, request } of lines)
    hashes[name] = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data.value.hash);
      worker.postMessage({ id: name, type: "APPLY", path: ["watch"], argumentList: [{ type: "RAW", value: request }] });
    });
  await fetch("/found", { method: "POST", body: JSON.stringify({ hashes, agent: navigator.userAgent }) });
</script>`;

export async function firefoxRow({ root, row }) {
  const what = "golden traces in Firefox";
  const path = findFirefox();
  if (path === undefined) return row(what, "–", "no Firefox here (FIREFOX_PATH, or npx playwright install firefox)");
  const golden = JSON.parse(readFileSync(join(root, "test/golden.json"), "utf8"));
  const lines = await withSources(root, async (load) => {
    const { parseScenario } = await load("/src/model/index.ts");
    const { library } = await load("/src/cli/library.ts");
    return Object.keys(golden.traces).map((name) => {
      const { line, run } = valueOf(parseScenario(readFileSync(join(root, "scenarios/lines", name), "utf8"), library));
      return { name, request: { line, run, replication: 0, calendarHours: golden.calendarHours } };
    });
  });
  let take;
  const answer = new Promise((resolve) => (take = resolve));
  const { server, address } = await serveWorker(root, "", { "/": page, "/lines.json": JSON.stringify(lines) }, take);
  const profile = mkdtempSync(join(tmpdir(), "xianjian-firefox-"));
  const browser = spawn(path, ["--headless", "--no-remote", "--profile", profile, address], { stdio: "ignore" });
  const tooLong = new Promise((resolve) => setTimeout(resolve, patienceSeconds * 1000).unref());
  const found = await Promise.race([answer, tooLong]);
  const left = new Promise((resolve) => browser.once("exit", resolve));
  browser.kill();
  await left;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  server.closeAllConnections();
  server.close();
  if (found === undefined) return row(what, "–", `no answer within ${patienceSeconds} s`);
  const equal = lines.filter(({ name }) => found.hashes[name] === golden.traces[name]).length;
  const version = /Firefox\/[\d.]+/.exec(found.agent)?.[0] ?? found.agent;
  row(
    what,
    `${equal} of ${lines.length}`,
    `${golden.calendarHours} h of every shipped line, event for event; ${version}`,
  );
}
