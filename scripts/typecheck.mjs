// npm run typecheck: each part of the house under the library it may know, side by side.
import { availableParallelism } from "node:os";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/inputs.mjs";
import { runTasks } from "./lib/tasks.mjs";

/** Which folders must exist for a part to be checked: TypeScript calls a part without files an error. */
const parts = {
  app: ["src/app"],
  pure: ["src/model"],
  workers: ["workers"],
  cli: ["src/cli"],
  scripts: ["scripts"],
  test: ["test"],
};

const tasks = Object.entries(parts)
  .filter(([, folders]) => folders.some((folder) => existsSync(join(root, folder))))
  .map(([name]) => ({
    name: `tsc ${name}`,
    command: [
      join("node_modules", "typescript-native", "bin", "tsc"),
      "--project",
      name === "test" ? "tsconfig.json" : `tsconfig.${name}.json`,
      "--incremental",
      "--tsBuildInfoFile",
      join("node_modules", ".cache", "xianjian", `${name}.tsbuildinfo`),
      ...(process.stdout.isTTY ? ["--pretty"] : []),
    ],
  }));

const lanes = Math.max(1, Math.min(3, availableParallelism()));
const outcomes = await runTasks(tasks, { lanes, print: (text) => process.stdout.write(text) });
process.exitCode = outcomes.every(({ state }) => state === "passed") ? 0 : 1;
