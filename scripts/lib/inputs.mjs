// Which files a build is made from, and whether an existing build was made from exactly these.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const shared = ["src", "workers", "scenarios", "scripts/lib/treeshake.mjs", "package-lock.json", "tsconfig.base.json"];

/** What each build reads. Contents decide, not dates: a checkout touches dates without changing a thing. */
export const inputsOf = {
  app: [...shared, "public", "index.html", "vite.config.ts"],
  cli: [...shared, "vite.cli.config.ts"],
};

/** Where the fingerprint of the inputs is kept: inside the build, so that the two appear and vanish together. */
export const stampName = ".inputs.sha256";

/** @param {string} path @returns {string[]} every file under it (or the file itself), sorted */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Fingerprint of names and contents of the given files and folders, relative to the repository.
 * @param {readonly string[]} paths
 */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      hash.update(relative(root, file).split(sep).join("/")).update("\0");
      hash.update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/** @param {string} folder a build folder relative to the repository @param {string} wanted */
export function isFresh(folder, wanted) {
  const stamp = join(root, folder, stampName);
  return existsSync(stamp) && readFileSync(stamp, "utf8").trim() === wanted;
}
