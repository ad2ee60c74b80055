import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { onlyWhatIsAsked } from "./scripts/lib/treeshake.mjs";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const entries = { xianjian: at("./src/cli/main.ts"), "simulate.node": at("./workers/simulate.node.ts") };

/**
 * The command line for Node: one self-contained folder, because Node 20 does not strip types and an installed
 * package tree need not be there. Entries and chunks lie flat, so that `new URL("./simulate.node.mjs",
 * import.meta.url)` is right from whichever file the bundler puts the caller in.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist-cli",
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path))),
      treeshake: onlyWhatIsAsked,
      // constants of a module stay constants: the engine is three times slower where its columns are `var`
      output: {
        topLevelVar: false,
        format: "es",
        entryFileNames: "[name].mjs",
        chunkFileNames: "chunk-[name]-[hash].mjs",
      },
    },
  },
});
