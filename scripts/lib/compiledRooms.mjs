// The rooms without a screen, compiled once to plain modules that Node loads by itself. The test runner's own way of loading
// a module turns every imported name into a call: the engine is then forty times slower, and most tests run the engine.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build } from "vite";
import { fingerprint, root } from "./inputs.mjs";

const kept = join(root, "node_modules", ".cache", "xianjian-rooms");
const day = 24 * 3600e3;

/** Rooms that know no bundler, so nothing of it is needed to load them. @type {string[]} */
const rooms = JSON.parse(readFileSync(join(root, "tsconfig.pure.json"), "utf8")).include;
/** What the compiled rooms follow from, with the data they import. */
const inputs = [...rooms, "scenarios", "scripts/lib/compiledRooms.mjs", "package-lock.json"];

const sources = () =>
  rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .map((file) => join(root, room, file)),
  );

/** Compiles what has changed since; runs that go on at the same time have a folder each. Returns the folder. */
async function compiled(/** @type {string[]} */ files) {
  const folder = join(kept, fingerprint(inputs).slice(0, 16));
  if (existsSync(folder)) {
    const now = new Date();
    utimesSync(folder, now, now);
    return folder;
  }
  mkdirSync(kept, { recursive: true });
  for (const name of readdirSync(kept))
    if (Date.now() - statSync(join(kept, name)).mtimeMs > day) rmSync(join(kept, name), { recursive: true });
  const underWay = `${folder}.${process.pid}`;
  const nameOf = (/** @type {string} */ file) => relative(join(root, "src"), file).replaceAll(sep, "/").slice(0, -3);
  await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    build: {
      ssr: true,
      target: "node20",
      outDir: underWay,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [nameOf(file), file])),
        preserveEntrySignatures: "strict",
        output: {
          format: "es",
          preserveModules: true,
          preserveModulesRoot: join(root, "src"),
          entryFileNames: "[name].mjs",
          topLevelVar: false,
        },
      },
    },
  });
  try {
    renameSync(underWay, folder);
  } catch (error) {
    // another run was there first
    if (!existsSync(folder)) throw error;
    rmSync(underWay, { recursive: true });
  }
  return folder;
}

/**
 * For the test runner: whoever imports a file of these rooms gets the compiled one. Not while it watches files for changes.
 * @returns {import("vite").Plugin}
 */
export function compiledRooms() {
  /** @type {Map<string, string>} */
  let places = new Map();
  return {
    name: "compiled-rooms",
    enforce: "pre",
    async configResolved(config) {
      const { test } = /** @type {{ test?: { watch?: boolean } }} */ (config);
      if (test?.watch === true) return;
      const files = sources();
      const folder = await compiled(files);
      places = new Map(
        files.map((file) => [
          file.replaceAll(sep, "/"),
          join(folder, relative(join(root, "src"), file)).replace(/\.ts$/, ".mjs"),
        ]),
      );
    },
    async resolveId(source, importer, options) {
      if (places.size === 0 || !/^[./]/.test(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const place = found && places.get(found.id);
      return place ? { id: place, external: true } : null;
    },
  };
}
