import { describe, expect, it } from "vitest";
import { runTasks } from "../../scripts/lib/tasks.mjs";

const task = (name: string, code: string, after?: string[]) => ({
  name,
  command: ["-e", code],
  ...(after === undefined ? {} : { after }),
});

async function run(tasks: ReturnType<typeof task>[], lanes = 2) {
  const printed: string[] = [];
  const outcomes = await runTasks(tasks, { lanes, print: (text) => printed.push(text) });
  return { states: Object.fromEntries(outcomes.map(({ name, state }) => [name, state])), printed: printed.join("") };
}

describe("runTasks", () => {
  it("passes on what each task printed, on both channels", async () => {
    const { states, printed } = await run([task("a", "console.log('out'); console.error('err')")]);
    expect(states).toEqual({ a: "passed" });
    expect(printed).toMatch(/out[\s\S]*err|err[\s\S]*out/);
  });

  it("does not run what depends on a failure, and runs all the rest", async () => {
    const { states } = await run([
      task("broken", "process.exit(3)"),
      task("needs it", "0", ["broken"]),
      task("needs that", "0", ["needs it"]),
      task("independent", "0"),
    ]);
    expect(states).toEqual({ broken: "failed", "needs it": "not run", "needs that": "not run", independent: "passed" });
  });

  it("takes a task killed by a signal for failed", async () => {
    expect((await run([task("killed", "process.kill(process.pid, 'SIGKILL')")])).states).toEqual({ killed: "failed" });
  });

  it("waits for what a task needs, even in a single lane and whatever the order", async () => {
    const { printed } = await run([task("second", "console.log(2)", ["first"]), task("first", "console.log(1)")], 1);
    expect(printed.indexOf("first: passed")).toBeLessThan(printed.indexOf("second: passed"));
  });

  it("refuses tasks that wait for each other", async () => {
    await expect(run([task("a", "0", ["b"]), task("b", "0", ["a"])])).rejects.toThrow("wait for each other");
  });
});
