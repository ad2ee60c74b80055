import { defineConfig, globalIgnores } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { calmFrameLoop } from "./eslint-rules/calmFrameLoop.mjs";
import { noLiteralWords } from "./eslint-rules/noLiteralWords.mjs";

const pureRooms =
  "src/{model,trace,engine,measure,policy,finance,retrofit,experiment,calibrate,interview,sheet,text,look}/**/*.{ts,tsx}";

const clockAndChance = "The pure rooms give the same answer for the same input: ";

export default defineConfig(
  globalIgnores([
    "node_modules",
    "dist",
    "dist-cli",
    ".build",
    "coverage",
    "test-results",
    "playwright-report",
    "public",
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
  },
  {
    files: ["**/*.{ts,tsx,mts,mjs}"],
    extends: [tseslint.configs.recommended],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportAllDeclaration",
          message: "`export *` hides what a room offers: name the exports.",
        },
        { selector: "TSEnumDeclaration", message: "No enum: a union of strings says the same and erases." },
      ],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@mantine/core",
              importNames: ["SimpleGrid", "Grid", "AppShell"],
              message:
                "It writes a <style> element, which the page's security policy stops: lay out with a style sheet.",
            },
          ],
          patterns: [
            {
              group: ["@react-three/drei", "@react-three/drei/*"],
              message: "drei fetches fonts and pictures at run time; this app works without a network.",
            },
          ],
        },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    // A promise nobody waits for swallows its error: the user sees a spinner for ever.
    files: ["src/**/*.{ts,tsx}", "workers/**/*.ts"],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.app.json", "./tsconfig.pure.json", "./tsconfig.workers.json", "./tsconfig.cli.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}", "workers/**/*.ts"],
    ignores: ["src/cli/**", "workers/**/*.node.ts"],
    rules: { "no-console": ["error", { allow: ["warn", "error"] }] },
  },
  {
    files: [pureRooms],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: `${clockAndChance}draw from a named stream.` },
        { object: "Date", property: "now", message: `${clockAndChance}pass the time in.` },
        { object: "Date", property: "parse", message: `${clockAndChance}its result depends on the time zone.` },
      ],
      "no-restricted-globals": [
        "error",
        { name: "performance", message: `${clockAndChance}measure outside.` },
        { name: "globalThis", message: `${clockAndChance}name what you need.` },
        { name: "crypto", message: `${clockAndChance}draw from a named stream.` },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "`export *` hides what a room offers: name the exports." },
        { selector: "TSEnumDeclaration", message: "No enum: a union of strings says the same and erases." },
        {
          selector: "NewExpression[callee.name='Date'], CallExpression[callee.name='Date']",
          message: `${clockAndChance}pass the time in.`,
        },
      ],
    },
  },
  {
    // exp, log and the rest may differ in the last bit between browsers, and with it every golden hash.
    files: ["src/engine/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: `${clockAndChance}draw from a named stream.` },
        { object: "Date", property: "now", message: `${clockAndChance}pass the time in.` },
        { object: "Date", property: "parse", message: `${clockAndChance}its result depends on the time zone.` },
        ...["exp", "expm1", "log", "log1p", "log2", "log10", "pow", "sin", "cos", "tan", "cbrt", "hypot", "tanh"].map(
          (property) => ({
            object: "Math",
            property,
            message: "Not the same to the last bit in every browser: use the engine's own function.",
          }),
        ),
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: {
      "react-hooks": reactHooks,
      xianjian: { rules: { "no-literal-words": noLiteralWords, "calm-frame-loop": calmFrameLoop } },
    },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "react-hooks/set-state-in-render": "error",
      "react-hooks/static-components": "error",
      "react-hooks/purity": "error",
      "xianjian/no-literal-words": "error",
      "xianjian/calm-frame-loop": "error",
    },
  },
  {
    // Plain JavaScript says its types in comments, where `any` is the only word for a foreign syntax tree.
    files: ["**/*.mjs"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
);
