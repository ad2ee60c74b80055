import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mutations } from "./mutations.mjs";

const root = join(import.meta.dirname, "../..");

/** `npm run mutate` makes these mistakes; a list whose places are gone would prove nothing. */
describe("the mistakes that the tests must notice", () => {
  it("are many, and each has a name of its own", () => {
    expect(mutations.length).toBeGreaterThanOrEqual(30);
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  });

  it.each(mutations)("$name: its place is there, once", ({ why, edits }) => {
    expect(why.length).toBeGreaterThan(10);
    expect(edits.length).toBeGreaterThan(0);
    for (const { file, from, to } of edits) {
      expect(readFileSync(join(root, file), "utf8").split(from).length - 1, from).toBe(1);
      expect(to).not.toBe(from);
    }
  });
});
