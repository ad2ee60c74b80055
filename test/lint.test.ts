import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

// Every house rule that lint keeps, shown to bite on a planted breach and to leave the proper way alone.

const root = join(import.meta.dirname, "..");
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    // The planted files are on no disk, so no program has types for them.
    {
      files: ["**/*.{ts,tsx}"],
      languageOptions: { parserOptions: { project: null } },
      rules: {
        "@typescript-eslint/no-floating-promises": "off",
        "@typescript-eslint/no-unused-vars": "off",
      },
    },
  ],
});

async function rulesBrokenBy(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const inFrame = (body: string) =>
  `import { useFrame } from "@react-three/fiber";\nexport function Part() {\n  useFrame((state) => {\n    ${body}\n  });\n  return null;\n}\n`;

const breaches: [what: string, file: string, code: string, rule: string][] = [
  ["any", "src/store/planted.ts", "export const a: any = 1;", "@typescript-eslint/no-explicit-any"],
  ["export *", "src/model/planted.ts", `export * from "./line";`, "no-restricted-syntax"],
  ["enum", "src/store/planted.ts", "export enum Colour { Red }", "no-restricted-syntax"],
  ["Math.random", "src/engine/planted.ts", "export const a = Math.random();", "no-restricted-properties"],
  [
    "{ random } = Math",
    "src/model/planted.ts",
    "const { random } = Math; export const a = random();",
    "no-restricted-properties",
  ],
  ["Date.now", "src/measure/planted.ts", "export const a = Date.now();", "no-restricted-properties"],
  ["new Date", "src/text/planted.ts", "export const a = new Date();", "no-restricted-syntax"],
  ["Date()", "src/text/planted.ts", "export const a = Date();", "no-restricted-syntax"],
  ["performance", "src/trace/planted.ts", "export const a = performance.now();", "no-restricted-globals"],
  ["globalThis", "src/look/planted.ts", "export const a = globalThis;", "no-restricted-globals"],
  ["Math.log in the engine", "src/engine/planted.ts", "export const a = Math.log(2);", "no-restricted-properties"],
  [
    "drei",
    "src/scene/planted.tsx",
    `import { Text } from "@react-three/drei"; export { Text };`,
    "no-restricted-imports",
  ],
  [
    "what the security policy would stop",
    "src/panels/Planted.tsx",
    `import { SimpleGrid } from "@mantine/core"; export { SimpleGrid };`,
    "no-restricted-imports",
  ],
  ["console.log", "src/store/planted.ts", "console.log(1);", "no-console"],
  ["state in the frame loop", "src/scene/planted.tsx", inFrame("setDelay(1);"), "xianjian/calm-frame-loop"],
  ["setState in the frame loop", "src/scene/planted.tsx", inFrame("store.setState({});"), "xianjian/calm-frame-loop"],
  ["new in the frame loop", "src/scene/planted.tsx", inFrame("state.x = new Vector3();"), "xianjian/calm-frame-loop"],
  [
    "new in a named frame callback",
    "src/scene/planted.tsx",
    "export function Part() { const move = () => { new Vector3(); }; useFrame(move); return null; }",
    "xianjian/calm-frame-loop",
  ],
  [
    "a Chinese word in JSX",
    "src/panels/Planted.tsx",
    "export const A = () => <p>产线</p>;",
    "xianjian/no-literal-words",
  ],
  [
    "an English word in JSX",
    "src/panels/Planted.tsx",
    "export const A = () => <p>line</p>;",
    "xianjian/no-literal-words",
  ],
  [
    "a word in braces",
    "src/panels/Planted.tsx",
    `export const A = () => <p>{on ? "on" : ""}</p>;`,
    "xianjian/no-literal-words",
  ],
  [
    "a word in a title",
    "src/panels/Planted.tsx",
    `export const A = () => <p title="line" />;`,
    "xianjian/no-literal-words",
  ],
  [
    "a word in a label",
    "src/panels/Planted.tsx",
    "export const A = () => <p aria-label={`第 ${n} 天`} />;",
    "xianjian/no-literal-words",
  ],
  [
    "a hook behind a condition",
    "src/panels/Planted.tsx",
    "import { useState } from 'react'; export function A(props: { on: boolean }) { if (props.on) useState(1); return null; }",
    "react-hooks/rules-of-hooks",
  ],
];

const proper: [what: string, file: string, code: string][] = [
  [
    "words from the text room",
    "src/panels/Planted.tsx",
    `export const A = () => <p title={t("line.title")}>{t("line")} · 3 %</p>;`,
  ],
  [
    "keys and class names",
    "src/panels/Planted.tsx",
    `export const A = () => <p className="wide" data-kind="row" id="a" />;`,
  ],
  ["three's own setters in the frame loop", "src/scene/planted.tsx", inFrame("mesh.setMatrixAt(0, matrix);")],
  ["new outside of the frame loop", "src/scene/planted.tsx", "export const scratch = new Vector3();"],
  ["the clock in the store", "src/store/planted.ts", "export const now = () => Date.now();"],
  ["exact functions in the engine", "src/engine/planted.ts", "export const a = Math.sqrt(2) + Math.floor(1.5);"],
];

describe("lint", () => {
  it.each(breaches)("forbids %s", async (_what, file, code, rule) => {
    expect(await rulesBrokenBy(file, code)).toContain(rule);
  });

  it.each(proper)("allows %s", async (_what, file, code) => {
    expect(await rulesBrokenBy(file, code)).toEqual([]);
  });
});
