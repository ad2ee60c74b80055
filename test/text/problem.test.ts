import { describe, expect, it } from "vitest";
import { problemCodes, type Problem } from "../../src/model";
import { isTextKey, problemSentence, problemText } from "../../src/text";

/** One of each, with the parameters the model documents. */
const samples: Record<Problem["code"], Problem["params"]> = {
  unreadable: { reason: "EACCES" },
  notJson: {},
  tooLarge: { maximum: 5_000_000, found: 6_000_000 },
  newerVersion: { version: 9 },
  unknownKey: { key: "machinez", nearest: "machines" },
  missing: {},
  wrongType: { expected: "number", found: "string" },
  tooSmall: { minimum: 1, found: -1 },
  tooBig: { maximum: 1, found: 7 },
  notOneOf: { allowed: "lathe, vmc", found: "lathee" },
  badFormat: { expected: "08:00", found: "8 Uhr" },
  duplicateId: { id: "m1" },
  unknownReference: { kind: "station", id: "m9", allowed: "m1, m2" },
  sharesNotOne: { sum: 0.9 },
  notSupported: { what: "transporters" },
  conflictSet: { path: "stations.op30.setup", a: "C", b: "G" },
  excluded: { a: "B", b: "G" },
  requires: { a: "R06", groups: "R05" },
  unknownTarget: { target: "stations.op31.load", nearest: "stations.op30.load" },
  notInteger: { path: "operators.setter.count", value: 1.5 },
  needsNumber: { target: "stations.op30.kind", op: "scale" },
  linkBroken: {},
  linkVersion: {},
  linkBase: {},
  notFetched: {},
};

describe("problems in words", () => {
  it.each(problemCodes)("%s is worded in both languages with all it was given", (code) => {
    expect(isTextKey(`problem.${code}`)).toBe(true);
    for (const language of ["zh", "en"] as const) {
      const text = problemSentence(language, { path: "line", code, params: samples[code] });
      expect(text).not.toMatch(/\{\{|undefined/);
      for (const [name, value] of Object.entries(samples[code])) {
        if (["expected", "found", "kind"].includes(name)) continue;
        expect(text).toContain(String(value));
      }
    }
  });

  it("names the place, what was found and what is allowed", () => {
    const problem: Problem = {
      path: "line.stations.m1.machines",
      code: "wrongType",
      params: { expected: "number", found: "string" },
    };
    expect(problemText("en", problem)).toBe("line.stations.m1.machines: found text; allowed: a number.");
    expect(problemText("zh", problem)).toBe("line.stations.m1.machines：填的是文字；允许：数字。");
    expect(problemText("zh", { path: "", code: "notJson", params: {} })).toMatch(/^整个文件：/);
  });

  it("has a sentence of its own where nothing is near", () => {
    expect(problemSentence("en", { path: "", code: "unknownKey", params: { key: "xyz", nearest: "" } })).not.toContain(
      "nearest",
    );
  });

  it("shortens what would fill the screen", () => {
    const text = problemSentence("en", {
      path: "",
      code: "notOneOf",
      params: { found: "x", allowed: "lathe, ".repeat(500) },
    });
    expect(text.length).toBeLessThan(300);
  });

  it("does not hide a code it does not know", () => {
    expect(problemSentence("en", { path: "", code: "somethingNew", params: { what: "abc" } })).toContain("abc");
  });
});
