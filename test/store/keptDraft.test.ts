import { describe, expect, it } from "vitest";
import { readDraft } from "../../src/store/projects/keptDraft";

const draft = {
  line: { stations: [{ id: "m1", machines: "three" }] },
  follow: [{ is: "renamed", list: "stations", from: "a", to: "m1" }],
  problems: [
    { path: "line.stations[0].machines", code: "wrongType", params: { expected: "number", found: '"three"' } },
  ],
};

describe("a line in work that was kept", () => {
  it("comes back as it was", () => {
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it("is left out where it is damaged", () => {
    const broken = [null, 3, "x", [], {}, { ...draft, line: null }, { ...draft, follow: [{ is: "renamed" }] }, { ...draft, problems: ["x"] }]; // prettier-ignore
    expect(broken.map(readDraft)).toEqual(broken.map(() => null));
  });
});
