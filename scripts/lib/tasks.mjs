// Runs commands beside each other, a few at a time, each one's output shown in one piece when it ends.
import { spawn } from "node:child_process";
import { root } from "./inputs.mjs";

/**
 * @typedef {object} Task
 * @property {string} name
 * @property {string[]} command arguments for this Node
 * @property {string[]} [after] names of tasks that must have passed before
 * @property {number} [slots] how many of the lanes it fills (a task that uses all cores by itself takes them all)
 * @property {NodeJS.ProcessEnv} [env]
 *
 * @typedef {{ name: string, state: "passed" | "failed" | "not run", seconds: number }} Outcome
 */

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(130);
  });
}

/** @param {Task} task @returns {Promise<{ code: number, output: string }>} */
function execute(task) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, task.command, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...task.env },
    });
    children.add(child);
    let output = "";
    const collect = (/** @type {Buffer} */ data) => {
      output += data.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs every task whose predecessors passed; a failure stops only those that depend on it, so that one run tells all.
 * @param {readonly Task[]} tasks
 * @param {{ lanes: number, print: (text: string) => void }} options
 * @returns {Promise<Outcome[]>} in the order given
 */
export async function runTasks(tasks, { lanes, print }) {
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  const waiting = new Set(tasks);
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  let busy = 0;

  /** @param {Task} task */
  const start = (task) => {
    const slots = Math.min(task.slots ?? 1, lanes);
    const started = Date.now();
    waiting.delete(task);
    busy += slots;
    const end = execute(task).then(({ code, output }) => {
      const seconds = (Date.now() - started) / 1000;
      const state = code === 0 ? "passed" : "failed";
      outcomes.set(task.name, { name: task.name, state, seconds });
      print(
        `\n── ${task.name}: ${state} (${seconds.toFixed(1)} s)\n${output.trimEnd() === "" ? "" : `${output.trimEnd()}\n`}`,
      );
      busy -= slots;
      running.delete(end);
    });
    running.add(end);
  };

  while (waiting.size > 0 || running.size > 0) {
    for (const task of [...waiting]) {
      const before = (task.after ?? []).map((name) => outcomes.get(name)?.state);
      if (before.some((state) => state === "failed" || state === "not run")) {
        waiting.delete(task);
        outcomes.set(task.name, { name: task.name, state: "not run", seconds: 0 });
      } else if (before.every((state) => state === "passed") && busy + Math.min(task.slots ?? 1, lanes) <= lanes) {
        start(task);
      }
    }
    if (running.size > 0) await Promise.race(running);
    else if (waiting.size > 0 && busy === 0 && ![...waiting].some((task) => isReady(task, outcomes))) {
      throw new Error(`tasks wait for each other: ${[...waiting].map((task) => task.name).join(", ")}`);
    }
  }
  return tasks.map((task) => outcomes.get(task.name) ?? { name: task.name, state: "not run", seconds: 0 });
}

/** @param {Task} task @param {Map<string, Outcome>} outcomes */
function isReady(task, outcomes) {
  return (task.after ?? []).every((name) => outcomes.has(name));
}
