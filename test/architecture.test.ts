import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { debt, rooms } from "./architecture/table";
import { survey } from "./architecture/walls";

const root = join(import.meta.dirname, "..");

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const house = new Map(
  [...filesUnder("src"), ...filesUnder("workers")].map((path) => [
    path,
    /\.tsx?$/.test(path) ? readFileSync(join(root, path), "utf8") : "",
  ]),
);

describe("the walls of the house", () => {
  const result = survey(house, rooms, debt);

  it("hold: every import is one the table allows", () => {
    expect(
      result.breaches.map(({ file, line, specifier, problem }) => `${file}:${line} ${specifier} — ${problem}`),
    ).toEqual([]);
  });

  it("were looked at: every room has files, and the imports are as many as a house of this size has", () => {
    expect([...result.files.keys()].sort()).toEqual(Object.keys(rooms).sort());
    const files = [...result.files.values()].reduce((a, b) => a + b, 0);
    expect(files).toBeGreaterThan(80);
    expect(result.imports).toBeGreaterThan(2 * files);
  });

  it("owe nothing that was paid back", () => {
    expect(result.paid).toEqual([]);
    for (const { reason } of debt) expect(reason.length).toBeGreaterThan(20);
  });
});

/** A small sound house; each planted case adds one file to it. */
const sound: Record<string, string> = {
  "src/model/index.ts": `// The scenario.\nexport { parse } from "./parse";`,
  "src/model/parse.ts": `import { z } from "zod";\nexport const parse = z.string();`,
  "src/trace/index.ts": `// The record.\nexport const seek = 1;`,
  "src/measure/index.ts": `// Statistics.\nexport const mean = 1;`,
  "src/engine/index.ts": `// Simulation.\nimport type { mean } from "../measure";\nexport type A = typeof mean;`,
  "src/scene/index.ts": `// Replay.\nimport { Canvas } from "@react-three/fiber";\nexport { Canvas };`,
  "src/panels/index.ts": `// Controls.\nexport const panel = 1;`,
  "src/charts/index.ts": `// Charts.\nexport const chart = 1;`,
  "src/report/index.ts": `// Report.\nimport { chart } from "../charts";\nexport { chart };`,
  "src/experiment/index.ts": `// Plans.\nimport type { Pool } from "../../workers/contract";\nexport type { Pool };`,
  "src/store/index.ts": `// State.\nimport { open } from "../../workers/pool";\nexport { open };`,
  "src/store/lines.ts": `export const lines = import.meta.glob("../../scenarios/lines/*.json");`,
  "src/app/main.tsx": `import { panel } from "../panels";\nimport "./app.css";\nvoid panel;`,
  "src/app/app.css": "",
  "src/cli/main.ts": `import { open } from "../../workers/pool.node";\nimport { argv } from "node:process";\nvoid open; void argv;`,
  "workers/contract.ts": `export interface Pool { size: number }`,
  "workers/pool.ts": `import { wrap } from "comlink";\nexport const open = () => wrap(new Worker(new URL("./simulate.worker.ts", import.meta.url)));`,
  "workers/pool.node.ts": `import { Worker } from "node:worker_threads";\nexport const open = () => new Worker(new URL("./simulate.node.mjs", import.meta.url));`,
  "workers/simulate.worker.ts": `import * as engine from "../src/engine";\nvoid engine;`,
};

const planted: [what: string, file: string, code: string, problem: RegExp][] = [
  ["store → scene", "src/store/a.ts", `import { Canvas } from "../scene";`, /store may not import scene/],
  [
    "three in the engine, dynamically",
    "src/engine/a.ts",
    `const t = await import("three");`,
    /engine may not use the package three/,
  ],
  [
    "types across panels → scene",
    "src/panels/a.ts",
    `import type { Canvas } from "../scene";`,
    /panels may not import scene/,
  ],
  [
    "a type written as import(…)",
    "src/panels/a.ts",
    `type C = import("../scene").Canvas;`,
    /panels may not import scene/,
  ],
  ["deep import", "src/trace/a.ts", `import { parse } from "../model/parse";`, /deep import/],
  [
    "deep import with an extension",
    "src/trace/a.ts",
    `import { parse } from "../model/parse.ts";`,
    /does not exist|deep import/,
  ],
  ["deep import of a worker's inside", "src/store/a.ts", `import "../../workers/simulate.worker";`, /deep import/],
  ["re-export across the wall", "src/charts/a.ts", `export { open } from "../store";`, /charts may not import store/],
  [
    "values where types are allowed",
    "src/engine/a.ts",
    `import { mean } from "../measure";`,
    /only the types of measure/,
  ],
  [
    "inline type, which still loads",
    "src/engine/a.ts",
    `import { type mean } from "../measure";`,
    /only the types of measure/,
  ],
  [
    "values of the contract in a plan",
    "src/experiment/a.ts",
    `import * as c from "../../workers/contract";`,
    /only the types/,
  ],
  ["own index", "src/model/a.ts", `import { parse } from ".";`, /not the index/],
  ["own index by name", "src/model/a.ts", `import { parse } from "./index";`, /not the index/],
  ["React in a pure room", "src/measure/a.ts", `import type { FC } from "react";`, /may not use the package react/],
  ["Node in the app's pool", "workers/pool.ts", `import "node:worker_threads";`, /may not use the package node:/],
  ["require", "src/finance/a.ts", `const fs = require("fs");`, /may not use the package fs/],
  ["import = require", "src/finance/a.ts", `import fs = require("fs");`, /may not use the package fs/],
  ["a front door imported", "src/report/a.ts", `import "../app/main";`, /deep import/],
  ["the scene in the command line", "src/cli/a.ts", `import { Canvas } from "../scene";`, /cli may not import scene/],
  ["data in the model", "src/model/a.ts", `import line from "../../scenarios/lines/a.json";`, /may not read scenarios/],
  [
    "data by pattern in the engine",
    "src/engine/a.ts",
    `import.meta.glob(["../../scenarios/lines/*.json"]);`,
    /may not read scenarios/,
  ],
  ["another room's style sheet", "src/panels/a.ts", `import "../app/app.css";`, /deep import/],
  ["test code in the product", "src/model/a.ts", `import "../../test/helpers";`, /may not read test/],
  ["an absolute path", "src/model/a.ts", `import "/src/trace/index.ts";`, /relative/],
  ["a file in no room", "src/helpers/a.ts", "", /no room of the table/],
  ["a file beside the rooms", "src/helpers.ts", "", /no room of the table/],
  ["a room without an index", "src/policy/a.ts", "", /without index/],
  ["an index that does not say what for", "src/look/index.ts", "export const a = 1;", /begins with a comment/],
];

describe("the checker itself", () => {
  const files = new Map(Object.entries(sound));

  it("finds nothing in a sound house", () => {
    expect(survey(files, rooms).breaches).toEqual([]);
  });

  it.each(planted)("sees a planted breach: %s", (_what, file, code, problem) => {
    const { breaches } = survey(new Map([...files, [file, code]]), rooms);
    expect(breaches.map((breach) => `${breach.file}: ${breach.problem}`).join("\n")).toMatch(problem);
    expect(breaches.every((breach) => breach.file.startsWith(file.split("/").slice(0, 2).join("/")))).toBe(true);
  });

  it("tolerates a named debt, and names one that was paid back", () => {
    const breach = { file: "src/store/a.ts", specifier: "../scene", reason: "planted" };
    const paid = { file: "src/store/b.ts", specifier: "../scene", reason: "planted" };
    const withBreach = new Map([...files, [breach.file, `import "../scene";`]]);
    expect(survey(withBreach, rooms, [breach, paid])).toMatchObject({ breaches: [], paid: [paid] });
  });
});

/** What the compiler says about one file that is on no disk, beside all files of the pure rooms. */
function complaintsOf(code: string): string[] {
  const path = join(root, "tsconfig.pure.json");
  const config = ts.getParsedCommandLineOfConfigFile(
    path,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (d) => {
        throw new Error(String(d.messageText));
      },
    },
  );
  if (!config) throw new Error("tsconfig.pure.json cannot be read");
  const planted = join(root, "src", "model", "planted.ts");
  const host = ts.createCompilerHost(config.options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => file === planted || fileExists(file);
  host.readFile = (file) => (file === planted ? code : readFile(file));
  host.getSourceFile = (file, options) =>
    file === planted ? ts.createSourceFile(file, code, options, true) : getSourceFile(file, options);
  const program = ts.createProgram({ rootNames: [...config.fileNames, planted], options: config.options, host });
  return program
    .getSemanticDiagnostics(program.getSourceFile(planted))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("the compiler's gate", () => {
  const config = ts.readConfigFile(join(root, "tsconfig.pure.json"), ts.sys.readFile).config as { include: string[] };

  it("stands before every pure room", () => {
    const pure = Object.entries(rooms).filter(([, room]) => room.isPure);
    expect(config.include.toSorted()).toEqual(pure.map(([name]) => `src/${name}`).sort());
  });

  it.each(["document", "window", "setTimeout", "fetch", "process", "performance", "localStorage", "self"])(
    "a pure room does not know %s, whatever its packages bring along",
    (name) => {
      expect(complaintsOf(`export const planted = ${name};`).join("\n")).toContain(`'${name}'`);
    },
  );

  it("has nothing against plain code", () => {
    expect(complaintsOf("export const planted: number = Math.max(1, 2);")).toEqual([]);
  });
});
