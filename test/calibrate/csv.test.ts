import { describe, expect, it } from "vitest";
import { columnOf, fitDefectRate, fitStations, readCsv, type Table } from "../../src/calibrate";

function table(text: string): Table {
  const result = readCsv(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.table;
}

describe("readCsv", () => {
  it("reads separators, quotes, line ends and a byte-order mark", () => {
    const expected = {
      header: ["a", "b"],
      rows: [
        ["1", "2"],
        ["3", ""],
      ],
    };
    expect(table("a,b\n1,2\n3,\n")).toEqual(expected);
    expect(table("\uFEFFa;b\r\n1;2\r\n\r\n3;")).toEqual(expected);
    expect(table(" a \t b \n1\t2\n3\t")).toEqual(expected);
    expect(table('a,b\n"1,5","say ""x""\nnow"')).toEqual({ header: ["a", "b"], rows: [["1,5", 'say "x"\nnow']] });
  });

  it("tells rows of the wrong length and an empty file", () => {
    expect(readCsv("a,b\n1,2\n3\n")).toEqual({
      ok: false,
      problems: [{ path: "rows.1", code: "wrongType", params: { expected: "2 fields", found: 1 } }],
    });
    expect(readCsv("")).toMatchObject({ ok: false, problems: [{ code: "missing" }] });
  });
});

describe("columnOf", () => {
  it("gives numbers, and null where nothing was recorded", () => {
    expect(columnOf(table("a,b\n1,2.5\n3,\n"), "b")).toEqual({ ok: true, values: [2.5, null] });
  });
  it("tells an unknown column and cells that are no numbers", () => {
    expect(columnOf(table("a,b\n1,2\n"), "c")).toMatchObject({
      ok: false,
      problems: [{ code: "unknownReference", params: { id: "c", allowed: "a, b" } }],
    });
    expect(columnOf(table("a\n1\nx\n"), "a")).toMatchObject({
      ok: false,
      problems: [{ path: "rows.1.a", code: "wrongType", params: { found: "x" } }],
    });
  });
});

describe("stations from tables", () => {
  it("counts batches with any scrap, an empty cell being none", () => {
    expect(fitDefectRate("s", [null, 2, 0, 1])).toEqual({
      station: "s",
      quantity: "defectRate",
      sampleSize: 4,
      observed: 0.5,
    });
  });
  it("turns units into seconds and names the station at fault", () => {
    const times = table("A,B\n1,5\n2,5\n3,5\n");
    const scrap = table("A,B\n,1\n,\n1,\n");
    const fits = fitStations({ a: "A", b: "B" }, times, scrap, 60);
    if (!fits.ok) throw new Error("fits");
    expect(fits.processTimes.map((fit) => fit.deciles?.[5])).toEqual([120, 300]);
    expect(fits.processTimes[1]?.fitted).toEqual({ dist: "constant", value: 300 });
    expect(fits.defectRates.map((fit) => fit.observed)).toEqual([0.333333, 0.333333]);
    expect(fitStations({ a: "A" }, table("A\n1\n-1\n"), table("A\n\n1\n0\n"), 60)).toMatchObject({
      ok: false,
      problems: [{ path: "a.values.1" }],
    });
  });
});
