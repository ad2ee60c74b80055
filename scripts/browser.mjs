// The browser the tests drive: found where one is, fetched where none is.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "./lib/inputs.mjs";
import { say } from "./lib/install.mjs";

/** Options that give WebGL2 without a graphics card, and keep the browser from calling home. */
export const launchArguments = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

/** The page itself is painted by the plain painter, as on a computer without a graphics card, not by software that plays one. WebGL stays. */
export const withoutGraphicsCard = ["--disable-gpu-compositing", "--disable-gpu-rasterization"];

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe")),
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of a usable Chrome or Chromium, in this order: CHROMIUM_PATH, an installed one, Playwright's own.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (isExecutable(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, which cannot be run`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usualPlaces];
  const installed = candidates.find(isExecutable);
  if (installed) return installed;
  const own = chromium.executablePath();
  return own && isExecutable(own) ? own : undefined;
}

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function run(command, args, env) {
  return spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], env: { ...process.env, ...env } }).status === 0;
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** @param {string[]} packages */
function aptInstall(packages) {
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  return (
    run("apt-get", ["update", "-q"], quiet) &&
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], quiet)
  );
}

/** Whether the system can draw Chinese at all; undefined where fontconfig is not there to be asked. */
function hasChineseFont() {
  const list = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return list.error ? undefined : list.stdout.trim() !== "";
}

/** Without a font Chinese becomes boxes, which no assertion sees but every picture shows. */
function ensureFonts() {
  if (process.platform !== "linux" || hasChineseFont()) return;
  if (isRootOnDebian() && aptInstall(["fontconfig", "fonts-noto-cjk"])) return;
  say("No Chinese font found: install fonts-noto-cjk, or Chinese text will be drawn as boxes.");
}

/**
 * Finds a browser or installs one: Debian's package as root, Playwright's download for everyone else.
 * @returns {string} path of the browser
 */
export function ensureBrowser() {
  ensureFonts();
  const found = findBrowser();
  if (found) return found;
  say("No Chrome or Chromium found; installing one for the tests …");
  if (isRootOnDebian()) aptInstall(["chromium", "fonts-noto-cjk"]);
  else run(process.execPath, [join(root, "node_modules", "@playwright", "test", "cli.js"), "install", "chromium"]);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error("No browser could be installed: install Chromium or Chrome, or name one in CHROMIUM_PATH.");
}
