import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadReadyLines, parse, readyLines } from "../../src/app/library";
import { isLink, type Project } from "../../src/store";
import { baseOf, linkOf, readLink } from "../../src/store/projects/link";

const view = { choice: ["D", "E"], detail: { tab: "money", open: true }, selected: "op30" } as const;
await loadReadyLines();
const [machining, forging] = readyLines;
if (machining === undefined || forging === undefined) throw new Error("lines missing");
const project = (change: (scenario: Project["scenario"]) => Project["scenario"] = (s) => s): Project => ({
  scenario: change(machining.scenario),
  demand: { kind: "upTo", perYear: 160_000 },
});
const coded = (content: unknown): string => {
  const bytes = deflateSync(strToU8(typeof content === "string" ? content : JSON.stringify(content)));
  return `project=1.${btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "")}`;
};
const opened = (fragment: string): object => {
  const bytes = Buffer.from(fragment.slice("project=1.".length), "base64url");
  return JSON.parse(strFromU8(inflateSync(bytes))) as object;
};
const codes = (fragment: string): string[] => {
  const read = readLink(fragment, readyLines);
  return read.ok ? [] : read.problems.map((each) => each.code);
};

describe("a link to a project", () => {
  it("brings back scenario, demand and view; a changed shipped line is short enough for a code", () => {
    const changed = project((s) => ({ ...s, run: { ...s.run, replications: 7, seed: 99 } }));
    const { text, isShort } = linkOf(changed, view, readyLines);
    expect(isShort).toBe(true);
    expect(text.length).toBeLessThan(1000);
    expect(isLink(`#${text}`)).toBe(true);
    expect(baseOf(`#${text}`)).toBe("machining");
    const read = readLink(`#${text}`, readyLines);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.kept).toEqual({ demand: changed.demand, view });
    const parsed = parse(read.text);
    expect(parsed.ok && JSON.parse(JSON.stringify(parsed.scenario))).toEqual(
      JSON.parse(JSON.stringify(changed.scenario)),
    );
  });

  it("of a line of one's own carries all of it", () => {
    const own = project((s) => ({ ...s, meta: { ...s.meta, id: "my-line", name: { zh: "我的线", en: "My line" } } }));
    const { text, isShort } = linkOf(own, view, readyLines);
    expect(isShort).toBe(false);
    expect(baseOf(text)).toBe(null);
    const read = readLink(text, []);
    const parsed = read.ok ? parse(read.text) : null;
    expect(parsed?.ok === true && parsed.scenario.meta.name.zh).toBe("我的线");
  });

  it("is refused when cut, foreign, of another version or of another shipped line", () => {
    const { text } = linkOf(project(), view, readyLines);
    const whole = linkOf(project(), view, []).text;
    for (const cut of [0.3, 0.7, 0.98])
      expect(codes(whole.slice(0, Math.floor(whole.length * cut)))).toEqual(["linkBroken"]);
    expect(codes("project=2.abc")).toEqual(["linkVersion"]);
    expect(codes("project=1.%%%")).toEqual(["linkBroken"]);
    expect(readLink(text, [forging]).ok).toBe(false);
    const other = { id: machining.id, scenario: { ...machining.scenario, plans: [] } };
    const read = readLink(text, [other]);
    expect(!read.ok && read.problems[0]?.code).toBe("linkBase");
  });

  it("that unpacks to more than a file may hold is given up", () => {
    expect(codes(coded(`{"scenario":"${"a".repeat(20_000_000)}"}`))).toEqual(["linkBroken"]);
    expect(codes(`project=1.${"A".repeat(500_000)}`)).toEqual(["tooLarge"]);
  });

  it("reaches for nothing but the scenario's own data", () => {
    const honest = opened(linkOf(project(), view, readyLines).text);
    const patched = (op: object): string => coded({ ...honest, patch: [op] });
    // the same envelope with a harmless change is taken, so what is refused below is refused for its path or operation
    expect(codes(patched({ op: "replace", path: "/run/seed", value: 5 }))).toEqual([]);
    for (const path of ["/__proto__/polluted", "/constructor/prototype/polluted", "/meta/__proto__/polluted"]) {
      expect(codes(patched({ op: "add", path, value: 1 }))).toEqual(["linkBroken"]);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    }
    expect(codes(patched({ op: "move", from: "/line", path: "/run" }))).toEqual(["linkBroken"]);
    expect(codes(patched({ op: "replace", path: "/no/such/place", value: 1 }))).toEqual(["linkBroken"]);
    // what is not a scenario is read and then refused by the same checks as a file
    const read = readLink(coded({ scenario: { hello: 1 } }), readyLines);
    expect(read.ok && parse(read.text).ok).toBe(false);
  });

  it("never throws, whatever is behind the #", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), (noise) => {
        for (const fragment of [noise, `#project=${noise}`, `project=1.${noise}`, coded(noise)])
          expect(typeof readLink(fragment, readyLines).ok).toBe("boolean");
      }),
    );
  });
});
