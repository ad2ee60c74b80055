// The first thing every door does: the right Node, and the packages the lock file names.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./inputs.mjs";

const minimum = [20, 19];

/** Messages of the doors go to stderr: stdout belongs to the answer. @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends the process with a readable sentence when Node is too old to run the tools. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = minimum;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  say(`先见需要 Node ${minimum.join(".")} 或更新版本，这里是 ${process.versions.node}。`);
  say(`Xianjian needs Node ${minimum.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** @param {string[]} args @returns {boolean} */
function npm(args) {
  // npm tells where its own script lies; asking the same Node for it avoids the shell that npm.cmd needs on Windows.
  const script = process.env.npm_execpath;
  const isScript = script !== undefined && /npm-cli\.c?js$/.test(script);
  const [command, head] = isScript ? [process.execPath, [script]] : ["npm", []];
  const result = spawnSync(command, [...head, ...args], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: !isScript && process.platform === "win32",
  });
  return result.status === 0;
}

/** Installs the packages when they are missing or belong to another lock file. Nothing happens when they are there. */
export function ensureInstalled() {
  const lock = join(root, "package-lock.json");
  const installed = join(root, "node_modules", ".package-lock.json");
  const stamp = join(root, "node_modules", ".xianjian-lock");
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (existsSync(installed)) {
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
    // Somebody ran npm by hand after the lock file had changed: nothing left to do.
    if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
      writeFileSync(stamp, wanted);
      return;
    }
  }
  say("正在安装依赖（仅第一次）… / Installing packages (first time only) …");
  const options = ["--include=dev", "--no-audit", "--no-fund"];
  if (!npm(["ci", ...options]) && !npm(["install", ...options])) {
    say("依赖安装失败，请检查网络或 npm 镜像设置。 / Installing failed: check the network or npm's registry setting.");
    process.exit(1);
  }
  writeFileSync(stamp, createHash("sha256").update(readFileSync(lock)).digest("hex"));
}
