import { describe, expect, it } from "vitest";
import { traceInputs, withInput } from "../../src/model";
import { csvRows, filtered, grouped, rowsOf, spreadKind, valueWords } from "../../src/panels/assumptions/inputRows";
import { draftOf, offerOf } from "../../src/panels/catalogue/offerDraft";
import type { Say } from "../../src/panels/context";
import { catalogue, found } from "../../src/panels/catalogue/entries";
import { effectValue, plainNumber, targetPlace, targetWhat } from "../../src/panels/inputWords";
import { effectFigures } from "../../src/retrofit";
import { t } from "../../src/text";
import { readScenario } from "../scenarios/files";

const speak = (language: "zh" | "en") => ({
  language,
  say: ((key: string, params?: object) => (t as (...all: unknown[]) => string)(language, key, params)) as Say,
});
const zh = speak("zh");
const en = speak("en");
const machining = readScenario("machining.json");
const path = "line.stations.op30.process.time.mean";

describe("the table of inputs", () => {
  const rows = rowsOf(en, traceInputs(machining, machining));

  it("finds by name, group, place or source, all words together", () => {
    expect(filtered(en, rows, "op30 mean process", false).some((row) => row.path === path)).toBe(true);
    expect(filtered(en, rows, "nothing of the kind", false)).toEqual([]);
    expect(filtered(en, rows, "", false)).toHaveLength(rows.length);
    expect(filtered(en, rows, "", true)).toEqual([]);
  });

  it("groups by what an input belongs to, and counts what was changed", () => {
    const changed = rowsOf(en, traceInputs(withInput(machining, path, { value: 1 }), machining));
    const groups = grouped(changed);
    expect(groups.find(({ id }) => id === "station op30")?.changed).toBe(1);
    expect(groups.reduce((sum, group) => sum + group.rows.length, 0)).toBe(rows.length);
    expect(filtered(en, changed, "", true).map((row) => row.path)).toEqual([path]);
  });

  it("leaves as CSV with the file's own numbers", () => {
    const [head = [], ...lines] = csvRows(en, rows);
    expect(lines).toHaveLength(rows.length);
    expect(lines.every((line) => line.length === head.length)).toBe(true);
    const rate = lines.find(([place]) => place === "economics.discountRate");
    expect(rate?.[2]).toBe(0.08);
    expect(rate?.[5]).toBe("0–1");
  });

  it("knows which inputs are reckoned with as uncertain", () => {
    const kind = (at: string) => spreadKind(rows.find((row) => row.path === at)!);
    expect(kind(path)).toBe("process");
    expect(kind("line.stations.op30.process.time.cv")).toBeNull();
    expect(kind("line.stations.op30.setup.everyParts")).toBeNull();
    expect(kind("line.stations.op30.setup.time.mean")).toBe("setup");
    expect(kind("economics.electricityPrice")).toBe("electricity");
    expect(kind("line.products.hub.price")).toBe("price");
  });

  it("shows shares in percent, numbers as they are, and yes or no", () => {
    expect(valueWords(en, 0.085, "share")).toBe("8.5");
    expect(plainNumber("en", 0.1 + 0.2)).toBe("0.3");
    expect(plainNumber("zh", 12_345)).toBe("12,345");
    expect(valueWords(zh, true, "none")).toBe("是");
  });
});

describe("effects in words", () => {
  it("are said in both languages, without a path left in them", () => {
    for (const { retrofit } of catalogue.entries)
      for (const figure of effectFigures(retrofit))
        for (const words of [zh, en]) {
          expect(targetWhat(words, figure.target, null), retrofit.id).not.toMatch(/[{}]|[a-z][A-Z]/);
          expect(effectValue(words, figure, figure.likely)).not.toMatch(/NaN|\{/);
        }
  });

  it("name the station and its own stops once they are placed", () => {
    const target = "stations.op30.failures.shortStop.timeToRepair";
    expect(targetPlace(zh, target, machining.line)).toMatch(/OP30/);
    expect(targetWhat(zh, target, machining.line)).toMatch(/^停机 · .+ · 修多久$/);
  });

  it("say a factor as a change, an addition with its sign, a share in percent", () => {
    expect(effectValue(en, { target: "stations.a.load.time", op: "scale" }, 0.85)).toBe("−15 %");
    expect(effectValue(en, { target: "stations.a.setup.time.mean", op: "add" }, 300)).toBe("+300 s");
    expect(effectValue(zh, { target: "stations.a.quality.inspection.detection", op: "set" }, 0.97)).toBe("97 %");
  });
});

describe("the catalogue's search", () => {
  it("takes words of either language and ids", () => {
    const ids = (typed: string) => found(catalogue.entries, typed).map(({ retrofit }) => retrofit.id);
    expect(ids("r09")).toEqual(["R09"]);
    expect(ids("视觉")).toEqual(["R10"]);
    expect(ids("quick-change")).toEqual(["R04"]);
    expect(ids("  ")).toHaveLength(catalogue.entries.length);
  });
});

describe("a typed offer", () => {
  const typed = { ...draftOf(), vendor: " V ", price: 1000 };
  it("needs a vendor and a price, and payments of 100 % or none", () => {
    expect(offerOf({ ...typed, vendor: " " }, "V1")).toEqual({ ok: false, fault: "needsVendor" });
    expect(offerOf({ ...typed, price: Number.NaN }, "V1")).toEqual({ ok: false, fault: "needsPrice" });
    expect(offerOf({ ...typed, order: 30 }, "V1")).toEqual({ ok: false, fault: "badTerms" });
    expect(offerOf(typed, "V1")).toMatchObject({ ok: true, offer: { vendor: "V", vatRate: 0.13, includesVat: true } });
  });
  it("comes back into its fields as it was typed", () => {
    const full = {
      ...typed,
      vendor: "V",
      order: 30,
      acceptance: 60,
      later: 10,
      leadTimeWeeks: 8,
      yearlyCost: 5,
      note: "n",
    };
    const made = offerOf(full, "V1");
    expect(made.ok && draftOf(made.offer)).toEqual(full);
    expect(made.ok && made.offer.paymentTerms?.map(({ months }) => months)).toEqual([0, 0, 12]);
  });
});
