import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "../../src/text/en";
import { zh } from "../../src/text/zh";

const source = join(import.meta.dirname, "../../src");

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) && !/[/\\]text[/\\](zh|en)[/\\]/.test(path) ? [path] : [];
  });
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}|\{(\w+)\}/g)].map((m) => m[1] ?? m[2] ?? "").sort();

describe("the words", () => {
  it("has the same keys in both languages", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it("has the same placeholders in both languages", () => {
    const differing = Object.entries(zh).filter(([key, text]) => {
      const other = (en as Record<string, string>)[key] ?? "";
      return JSON.stringify([...new Set(placeholders(text))]) !== JSON.stringify([...new Set(placeholders(other))]);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("is never empty and never shouts", () => {
    for (const words of [zh, en] as Record<string, string>[]) {
      const bad = Object.entries(words).filter(([, text]) => text.trim() === "" || /[!！]/.test(text));
      expect(bad).toEqual([]);
    }
  });

  it("speaks Chinese in Chinese and keeps Chinese out of English, but for names and documents", () => {
    const mixed = Object.entries(en).filter(
      ([key, text]) => /\p{Script=Han}/u.test(text) && key !== "header.chinese" && !/[〔《]/.test(text),
    );
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  it("holds no key that nothing uses", () => {
    const all = files(source);
    expect(all.length).toBeGreaterThan(60);
    const code = all.map((path) => readFileSync(path, "utf8")).join("\n");
    const literals = new Set([...code.matchAll(/["'`]([a-zA-Z]+(?:\.[\w-]+)+)["'`]/g)].map((m) => m[1]));
    const built = new Set([...code.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*)\.\$\{/g)].map((m) => m[1] ?? ""));
    // `${space}.${value}` in text/problem.ts
    built.add("type").add("kind");
    const unused = Object.keys(zh).filter((key) => {
      const prefix = key.slice(0, key.lastIndexOf("."));
      // "what.x" words the construct x that a room refuses by name
      if (prefix === "what") return !code.includes(`"${key.slice(5)}"`);
      return !literals.has(key) && !built.has(prefix);
    });
    expect(unused).toEqual([]);
  });

  it("has words for every construct that is refused", () => {
    const code = files(source)
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const refused = [...code.matchAll(/refuse\([^;]*?"(\w+)"\)|what: "(\w+)"/g)].map((m) => m[1] ?? m[2]);
    expect(refused.length).toBeGreaterThan(8);
    expect(refused.filter((what) => !(`what.${what}` in zh))).toEqual([]);
  });
});
