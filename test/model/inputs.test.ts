import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkScenario, inputsOf, traceInputs, unitOfPath, withInput, type Scenario } from "../../src/model";
import { isTextKey } from "../../src/text";
import { lineFiles, readScenario } from "../scenarios/files";

const lines = lineFiles.map((file): [string, Scenario] => [file, readScenario(file)]);
const machining = readScenario("machining.json");

describe.each(lines)("the inputs of %s", (_file, scenario) => {
  const inputs = inputsOf(scenario);

  it("are many, each at a place of its own", () => {
    expect(inputs.length).toBeGreaterThan(100);
    expect(new Set(inputs.map(({ path }) => path)).size).toBe(inputs.length);
  });

  it("have a word for every step of their place", () => {
    const steps = new Set(inputs.flatMap(({ keys }) => keys.filter((key) => typeof key === "string")));
    const unknown = [...steps].filter(
      (step) => !isTextKey(`input.${step}`) && !/^\d+$/.test(step) && !/[.>-]/.test(step),
    );
    expect(unknown).toEqual([]);
  });

  it("can each be set to what they are without changing anything", () => {
    for (const { path, value, range } of inputs)
      expect(withInput(scenario, path, { value, range }), path).toEqual(scenario);
  });
});

describe("a changed input", () => {
  const path = "line.stations.op30.process.time.mean";

  it("changes that place and leaves everything else the same object", () => {
    const after = withInput(machining, path, { value: 99 });
    expect(inputsOf(after).find((input) => input.path === path)?.value).toBe(99);
    expect(after.line.stations[0]).toBe(machining.line.stations[0]);
    expect(after.economics).toBe(machining.economics);
    expect(checkScenario(after, { retrofits: [], policies: [] }).ok).toBe(true);
  });

  it("is told with the file's value, and is gone when it is put back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...inputsOf(machining).filter(({ value }) => typeof value === "number")), (input) => {
        const after = withInput(machining, input.path, { value: 12_345.678, range: input.range });
        const traced = traceInputs(after, machining).filter(({ isChanged }) => isChanged);
        expect(traced).toMatchObject([{ path: input.path, original: { value: input.value, range: input.range } }]);
        const back = withInput(after, input.path, traced[0]!.original!);
        expect(traceInputs(back, machining).some(({ isChanged }) => isChanged)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it("is the user's; one fitted is the calibration's, one of an answer the interview's, a default nobody's", () => {
    const by = (scenario: Scenario, origin: Scenario, at: string) =>
      traceInputs(scenario, origin).find((input) => input.path === at)?.by;
    expect(by(machining, machining, path)).toBe("file");
    expect(by(withInput(machining, path, { value: 1 }), machining, path)).toBe("user");
    expect(by(machining, machining, "economics.discountRate")).toBe("default");
    const fitted = readScenario("dream-11-station.json");
    const station = fitted.meta.fits.find(({ quantity }) => quantity === "processTime")!.station;
    const found = traceInputs(fitted, fitted).find(
      ({ group, keys }) => group.kind === "station" && group.id === station && keys[0] === "process",
    );
    expect(found).toMatchObject({ by: "calibration", source: { kind: "measured" } });
    const answered: Scenario = {
      ...machining,
      meta: {
        ...machining.meta,
        assumptions: [
          { path: "line.products.hub", text: { zh: "价", en: "Price" }, grade: "A", source: "owner's own figure" },
        ],
      },
    };
    expect(by(answered, answered, "line.products.hub.price")).toBe("interview");
  });

  it("a new retrofit of the catalogue is the catalogue's", () => {
    const copy = { ...machining.retrofits[2]!, id: "R04-op30", catalogue: ["R04"] };
    const scenario = { ...machining, retrofits: [...machining.retrofits, copy] };
    const own = traceInputs(scenario, machining).filter(({ group }) => group.id === "R04-op30");
    expect(own.length).toBeGreaterThan(5);
    expect(new Set(own.map(({ by }) => by))).toEqual(new Set(["catalogue"]));
    expect(own.every(({ original }) => original === null)).toBe(true);
  });
});

describe("the unit of a place", () => {
  it.each([
    ["process.time.mean", "seconds"],
    ["process.time.cv", "none"],
    ["failures.spindle.everyParts", "parts"],
    ["quality.inspection.detection", "share"],
    ["cost.equipment", "yuan"],
    ["setup.operators.count", "people"],
    ["power.working", "kilowatts"],
    ["tariff.price", "yuanPerKwh"],
  ])("%s is counted in %s", (place, unit) => {
    expect(unitOfPath(place.split("."))).toBe(unit);
  });
});
