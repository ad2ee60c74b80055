import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Line, validateLine } from "../../src/model";
import {
  addRow,
  blankScenario,
  columnsOf,
  duplicateRow,
  faultsOf,
  followed,
  getAt,
  isObject,
  isSingle,
  moveRow,
  pasteBlock,
  readTsv,
  removeRow,
  rounded,
  rowsAt,
  seenBy,
  setCell,
  tableIds,
  tableText,
  textsOf,
  tsv,
  type Draft,
  type JsonObject,
  type TableId,
} from "../../src/sheet";

const folder = join(import.meta.dirname, "../../scenarios/lines");
interface File {
  line: object;
  retrofits: { id: string; effects?: { target: string }[] }[];
  plans: { id: string; retrofits: string[] }[];
}
const fileOf = (name: string): File => JSON.parse(readFileSync(join(folder, name), "utf8")) as File;
const draftOf = (line: unknown): Draft => ({ line: Line.parse(line) as unknown as JsonObject, follow: [] });
const ready = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, draft: draftOf(fileOf(name).line) }));
const machining = ready.find(({ name }) => name === "machining.json")!.draft;
const blank = draftOf(blankScenario({ zh: "新", en: "new" }).line);
const problemsOf = (line: unknown) => {
  const parsed = Line.safeParse(line);
  return parsed.success ? validateLine(parsed.data).map((each) => each.path) : ["schema"];
};
const start = { row: 0, column: 0 };
const rows = (table: TableId, draft: Draft) => rowsAt(table, seenBy(table, draft.line));
const cell = (draft: Draft, table: TableId, row: number, id: string, text: string, keepsWrong = false) =>
  setCell(
    draft,
    table,
    rows(table, draft)[row]!,
    columnsOf(table, draft.line).find((each) => each.id === id)!,
    text,
    {
      language: "zh",
      keepsWrong,
    },
  );
const station = (draft: Draft, row: number) => getAt(draft.line, ["stations", row]) as JsonObject;

describe("copy and paste", () => {
  it("a copied table pasted over itself changes nothing, with heads and without, in both languages", () => {
    for (const { draft } of ready)
      for (const language of ["zh", "en"] as const)
        for (const table of tableIds) {
          const whole = tableText(table, draft, language);
          if (rows(table, draft).length === 0) continue;
          const pasted = pasteBlock(draft, table, start, whole, language);
          expect(pasted).toMatchObject({ refusals: [], added: 0, taken: 0 });
          expect(pasted.draft.line).toBe(draft.line);
          const bare = pasteBlock(draft, table, start, tsv(textsOf(table, draft.line, language)), language);
          expect(bare.draft.line).toBe(draft.line);
        }
  });

  it("tables copied out of a line and pasted into an empty one build it again, cell for cell", () => {
    const order: TableId[] = ["calendar", "shifts", "products", "operators", "indirect", "transporters", "stations", "flows", "kanban", "failures", "supply"]; // prettier-ignore
    for (const { name, draft } of ready)
      for (const language of ["zh", "en"] as const) {
        let built: Draft = blank;
        for (const table of order) {
          if (rows(table, draft).length === 0) continue;
          if (table === "flows" && draft.line.flows === undefined) continue;
          const pasted = pasteBlock(built, table, start, tableText(table, draft, language), language);
          // a shift of ours stands in a calendar that has just been made
          built =
            table === "shifts" && !JSON.stringify(draft.line.calendar).includes('"id":"day"')
              ? without(pasted.draft, "day")
              : pasted.draft;
          expect(pasted.refusals, `${name} ${table}`).toEqual([]);
        }
        for (const table of order)
          if (table !== "flows" || draft.line.flows !== undefined)
            expect(textsOf(table, built.line, language), `${name} ${table}`).toEqual(textsOf(table, draft.line, language)); // prettier-ignore
        expect(problemsOf(built.line), name).toEqual([]);
      }
  });

  const without = (draft: Draft, id: string): Draft => {
    const row = rows("shifts", draft).findIndex((at) => getAt(draft.line, [...at, "id"]) === id);
    const removed = row < 0 ? null : removeRow(draft, [], "shifts", row, true);
    return removed !== null && "draft" in removed ? removed.draft : draft;
  };

  it("ten stations with heads make a line that holds: the empty one's station gives its place", () => {
    const text = ["工序\t设备数\t节拍（秒）\tCV\t前缓冲\t废品率", ...Array.from({ length: 10 }, (_, i) => `OP${i + 1}0\t${1 + (i % 2)}\t${40 + i}\t8%\t${i === 0 ? "" : 5}\t１.５％`)].join("\r\n"); // prettier-ignore
    const { draft, refusals, added } = pasteBlock(blank, "stations", start, text, "zh");
    expect(refusals).toEqual([]);
    expect(added).toBe(9);
    expect(problemsOf(draft.line)).toEqual([]);
    expect(station(draft, 9)).toMatchObject({
      name: { zh: "OP100", en: "OP100" },
      machines: 2,
      process: { time: { dist: "lognormal", mean: 49, cv: 0.08 } },
      quality: { defectRate: 0.015 },
    });
    expect(getAt(draft.line, ["flows", 8])).toMatchObject({ from: "s9", to: "s10", capacity: 5 });
  });

  it("a bad cell is refused by row and column and keeps what it had; the others are taken", () => {
    const { draft, refusals, taken } = pasteBlock(machining, "stations", { row: 1, column: 3 }, "5\t3.5 min\n一台\t2分钟", "zh"); // prettier-ignore
    expect(taken).toBe(3);
    expect(refusals).toMatchObject([{ row: 3, column: { id: "machines" }, found: "一台", allowed: "number" }]);
    expect(station(draft, 1)).toMatchObject({ machines: 5, process: { time: { dist: "lognormal", mean: 210, cv: 0.03 } } }); // prettier-ignore
    expect(station(draft, 2)).toMatchObject({ machines: 3, process: { time: { mean: 120 } } });
  });

  it("reads numbers as people write them", () => {
    const cases: [column: string, text: string, path: string[], value: unknown][] = [
      ["machines", "１２ 台", ["machines"], 12],
      ["asset", "1,200", ["assetValue"], 1200],
      ["asset", "¥ 7.8万", ["assetValue"], 78_000],
      ["defects", "12%", ["quality", "defectRate"], 0.12],
      ["defects", "0.7", ["quality", "defectRate"], 0.007],
      ["cycle", "0.5 小时", ["process", "time", "mean"], 1800],
      ["setup", "90", ["setup", "time", "mean"], 5400],
      ["crew", "调机维修工", ["process", "operators", "pool"], "setter"],
      ["unattended", "是", ["unattended"], true],
      ["reject", "返工 OP10 数控车（第一面） 80%", ["quality", "onReject"], { rework: "op10", share: 0.8 }],
    ];
    for (const [column, text, path, value] of cases) {
      const { draft, objection } = cell(machining, "stations", 1, column, text);
      expect(objection, text).toBeNull();
      expect(getAt(station(draft, 1), path), text).toEqual(value);
    }
    for (const text of ["1,20", "5 apples", "abc", "--", "1.2.3"])
      expect(cell(machining, "stations", 0, "machines", text).objection).not.toBeNull();
  });

  it("rounds for the eye only", () => {
    expect(["78000", "1234567.5", "9999", "0.8333333333", "op10000", "-5"].map(rounded)).toEqual(["78,000", "1,234,567.5", "9999", "0.833333", "op10000", "-5"]); // prettier-ignore
  });

  it("any garbage is refused or taken, and never throws", () => {
    const odd = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.constantFrom("{", '{"dist":"gamma"}', '"', "1e999", "NaN", "-1", "￥", "[1]", "null", "对数正态 cv", "三角 3 2 1", "__proto__"), // prettier-ignore
      fc.double().map(String),
    );
    const block = fc.array(fc.array(odd, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 4 });
    const texts = fc.oneof(
      fc.string(),
      block.map((lines) => lines.map((line) => line.join("\t")).join("\n")),
    );
    fc.assert(
      fc.property(fc.constantFrom(...tableIds), texts, fc.nat(30), fc.nat(5), (table, text, column, row) => {
        const { draft, refusals } = pasteBlock(machining, table, { row, column }, text, "en");
        expect(refusals.every((each) => each.allowed !== "")).toBe(true);
        textsOf(table, draft.line, "zh");
        const parsed = Line.safeParse(draft.line);
        if (parsed.success) validateLine(parsed.data);
        faultsOf(draft.line, [{ path: `line.${table}[${row}].${text}`, code: "missing", params: {} }], "zh");
      }),
      { numRuns: 300 },
    );
  });

  it("quoted cells and their breaks come back as they were", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string().filter((text) => !text.includes("\r")), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), // prettier-ignore
        (cells) => {
          expect(readTsv(tsv(cells))).toEqual(cells);
        },
      ),
    );
  });
});

describe("references", () => {
  const { retrofits, plans } = fileOf("machining.json");
  const steps = retrofits as unknown as JsonObject[];

  it("a station's new id reaches flows, retrofits and sources", () => {
    const { draft, objection } = cell(machining, "stations", 1, "id", "turn");
    expect(objection).toBeNull();
    expect(problemsOf(draft.line)).toEqual([]);
    const scenario = {
      retrofits,
      plans,
      meta: { assumptions: [{ path: "line.stations.op10.machines" }], fits: [{ station: "op10" }] },
    } as unknown as Parameters<typeof followed>[0];
    const after = followed(scenario, draft.follow);
    expect(JSON.stringify(after)).not.toContain("op10");
    expect(after.retrofits.find(({ id }) => id === "A")!.effects.map(({ target }) => target)).toContain("stations.turn.load"); // prettier-ignore
    expect(cell(machining, "stations", 1, "id", "op20").objection?.allowed).toBe("freeId");
  });

  it("what is still pointed at is not deleted unless all of it goes; then the line holds", () => {
    const held = removeRow(machining, steps, "operators", 5);
    expect(held).toMatchObject({ holders: { rows: expect.arrayContaining(["op10"]) as unknown } });
    expect((held as { holders: { steps: string[] } }).holders.steps).toContain("D");
    for (const { name, draft } of ready)
      for (const table of tableIds)
        rows(table, draft).forEach((_, row) => {
          const gone = removeRow(draft, [], table, row, true);
          if (!("draft" in gone) || gone.draft === draft) return;
          const left = problemsOf(gone.draft.line).filter((path) => !/^line\.(products$|flows \()|robot/.test(path));
          expect(left, `${name} ${table} ${row}`).toEqual([]);
        });
    const gone = removeRow(machining, steps, "stations", 3, true);
    expect("draft" in gone && gone.draft.follow).toMatchObject([{ is: "dropped" }]);
    expect("draft" in gone && followed({ retrofits, plans, meta: { assumptions: [], fits: [] } } as unknown as Parameters<typeof followed>[0], gone.draft.follow).plans.map(({ id }) => id)).not.toContain("C"); // prettier-ignore
  });

  it("added, copied and moved rows keep a line in series in series, each buffer before its station", () => {
    const before = textsOf("stations", machining.line, "zh").map((row) => row[12]);
    const added = addRow(machining, "stations", 2);
    expect(problemsOf(added.draft.line)).toEqual([]);
    const copied = duplicateRow(machining, "stations", 2);
    expect(station(copied.draft, 3).id).toBe("op21");
    expect(problemsOf(copied.draft.line)).toEqual([]);
    const moved = moveRow(machining, "stations", 2, 1);
    const now = textsOf("stations", moved.draft.line, "zh").map((row) => row[12]);
    expect([now[3], now[2]]).toEqual([before[2], before[3]]);
    expect(moveRow(moved.draft, "stations", 3, -1).draft.line).toEqual(machining.line);
    expect(removeRow(blank, [], "stations", 0)).toEqual({ isLast: true });
  });

  it("every table takes a new row that holds or says at its cell what it lacks", () => {
    for (const { name, draft } of ready)
      for (const table of tableIds.filter((each) => !isSingle(each))) {
        const { draft: longer } = addRow(draft, table, 0);
        const parsed = Line.safeParse(longer.line);
        expect(parsed.success, `${name} ${table}`).toBe(true);
        if (parsed.success) expect(validateLine(parsed.data).filter(({ path }) => !path.startsWith("line.flows (")), `${name} ${table}`).toEqual([]); // prettier-ignore
      }
  });
});

describe("a line that is wrong for a while", () => {
  it("keeps the text that was typed, with what is allowed, at its cell", () => {
    const { draft, objection } = cell(machining, "stations", 1, "machines", "three", true);
    expect(objection?.allowed).toBe("number");
    expect(textsOf("stations", draft.line, "en")[1]![3]).toBe("three");
    const [fault] = faultsOf(draft.line, [{ path: "line.stations[1].machines", code: "wrongType", params: {} }], "zh");
    expect(fault).toMatchObject({ table: "stations", row: 1, column: { id: "machines" }, objection: { found: "three" } }); // prettier-ignore
  });

  it("finds the cell of every place a problem can name", () => {
    const at = (path: string) => {
      const [fault] = faultsOf(machining.line, [{ path, code: "missing", params: {} }], "zh");
      return [fault!.table, fault!.row, fault!.column?.id ?? null];
    };
    expect(at("line.stations[1].process.time.mean")).toEqual(["stations", 1, "cycle"]);
    expect(at("line.stations[1].failures[0].timeToRepair")).toEqual(["failures", 1, "toRepair"]);
    expect(at("line.stations[1].assembly.inputs[0].from")).toEqual(["stations", 1, null]);
    expect(at("line.calendar.shifts.late")).toEqual(["shifts", 1, null]);
    expect(at("line.products")).toEqual(["products", -1, null]);
    expect(at("line.flows (from op10)")).toEqual(["flows", -1, null]);
    expect(at("line.supply.interarrival")).toEqual(["supply", 0, "interarrival"]);
    expect(at("line.kanban")).toEqual(["kanban", -1, null]);
    expect(at("")).toEqual([null, -1, null]);
  });

  it("clearing what a part cannot be without takes the part out", () => {
    const cleared = cell(machining, "stations", 1, "load", "");
    expect(station(cleared.draft, 1).load).toBeUndefined();
    expect(isObject(station(machining, 1).load)).toBe(true);
    expect(problemsOf(cell(machining, "stations", 1, "cycle", "").draft.line)).toEqual(["schema"]);
  });
});
