import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPlaywright, readVitest, sum } from "../../scripts/lib/tally.mjs";

// The sum at the end of `npm test` is what others believe: nothing that went wrong may be missing from it.

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "xianjian-tally-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(report: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report));
  return file;
}

const unit = (status: string, fullName: string) => ({ status, fullName });
const suite = (name: string, status: string, assertionResults: unknown[]) => ({ name, status, assertionResults });

describe("the sum of the unit tests", () => {
  it("counts passed, failed, skipped and planned tests, and names those that did not pass", () => {
    const tests = [
      unit("passed", "a"),
      unit("failed", "b"),
      unit("skipped", "c"),
      unit("todo", "d"),
      unit("pending", "e"),
    ];
    const tally = readVitest(write({ testResults: [suite("x.test.ts", "failed", tests)] }), false);
    expect(tally).toMatchObject({ passed: 1, failed: 1, skipped: 3 });
    expect(tally.failedNames.join()).toContain("b");
    expect(tally.skippedNames).toHaveLength(3);
  });

  it("counts a file that could not be loaded", () => {
    const suites = [suite("x.test.ts", "failed", []), suite("y.test.ts", "passed", [unit("passed", "a")])];
    expect(readVitest(write({ testResults: suites }), false)).toMatchObject({ passed: 1, failed: 1 });
  });

  it("counts a runner that failed outside of any test", () => {
    const suites = [suite("y.test.ts", "passed", [unit("passed", "a")])];
    expect(readVitest(write({ testResults: suites }), false)).toMatchObject({ passed: 1, failed: 1 });
  });

  it.each([
    ["no report", () => join(folder, "missing.json")],
    ["half a report", () => write(`{"testResults": [`)],
    ["a report without tests", () => write({ testResults: [] })],
  ])("takes %s for a failure, whatever the exit code says", (_what, file) => {
    expect(readVitest(file(), true)).toMatchObject({ passed: 0, failed: 1 });
    expect(readPlaywright(file(), true)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("the sum of the browser tests", () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status, projectName: "zh-CN" }] });

  it("walks nested groups, and does not take a lucky second try for a pass", () => {
    const inner = { title: "group", specs: [spec("b", "unexpected"), spec("c", "flaky"), spec("d", "skipped")] };
    const report = { suites: [{ title: "x.spec.ts", specs: [spec("a", "expected")], suites: [inner] }] };
    const tally = readPlaywright(write(report), false);
    expect(tally).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
    expect(tally.skippedNames).toEqual(["x.spec.ts › group › d [zh-CN]"]);
  });
});

it("adds up", () => {
  const a = { passed: 1, failed: 2, skipped: 3, failedNames: ["f"], skippedNames: ["s"] };
  expect(sum([a, a])).toEqual({ passed: 2, failed: 4, skipped: 6, failedNames: ["f", "f"], skippedNames: ["s", "s"] });
});
