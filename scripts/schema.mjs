// npm run schema [-- --check]: writes the JSON Schemas of scenarios and policy packs, for editors and for
// people who write files by hand.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runnerImport } from "vite";
import { root } from "./lib/inputs.mjs";
import { say } from "./lib/install.mjs";

const { module: model } = await runnerImport(join(root, "src", "model", "index.ts"), {
  configFile: false,
  logLevel: "warn",
});

const schemas = {
  [`scenario-v${model.schemaVersion}.json`]: model.scenarioJsonSchema(),
  "policy-v1.json": model.policyJsonSchema(),
};

for (const [name, schema] of Object.entries(schemas)) {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  const file = join("public", "schema", name);
  const path = join(root, file);
  if (process.argv.includes("--check")) {
    const isCurrent = existsSync(path) && readFileSync(path, "utf8") === text;
    if (isCurrent) continue;
    say(`${file} does not match the schema: npm run schema`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    say(`${file}: ${(text.length / 1024).toFixed(0)} kB`);
  }
}
