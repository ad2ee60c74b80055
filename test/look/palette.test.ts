import { describe, expect, it } from "vitest";
import {
  heatColour,
  heatStops,
  scenarioColour,
  scenarioIds,
  stateLooks,
  stateOrder,
  themes,
  themeVariables,
} from "../../src/look";
import { machineStates } from "../../src/trace";
import { contrast, deltaE00, dichromacies, lab, linear, seenBy, type Triple } from "./colourScience";

const seen = (vision: keyof typeof dichromacies, hex: string): Triple => lab(seenBy(vision, linear(hex)));

describe("the measuring stick itself", () => {
  // rows of the CIEDE2000 test data of Sharma, Wu & Dalal (2005), chosen for its awkward branches
  it.each<[Triple, Triple, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [58, 24, 15], 19.4535],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ])("ΔE00 of %j and %j is %f", (a, b, expected) => {
    expect(deltaE00(a, b)).toBeCloseTo(expected, 4);
  });
  it("gives contrast 21 for black on white", () => {
    expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 6);
  });
});

describe("states", () => {
  it("are the trace's states in the trace's order", () => {
    expect([...stateOrder]).toEqual([...machineStates]);
  });
  describe.each(Object.keys(dichromacies) as (keyof typeof dichromacies)[])("%s vision", (vision) => {
    it("tells any two fills apart (ΔE00 ≥ 19)", () => {
      for (const a of stateOrder) {
        for (const b of stateOrder) {
          if (a >= b) continue;
          const distance = deltaE00(seen(vision, stateLooks[a].fill), seen(vision, stateLooks[b].fill));
          expect(distance, `${a} and ${b}`).toBeGreaterThanOrEqual(19);
        }
      }
    });
  });
  it("carry a glyph of their own, at least 3:1 on the fill", () => {
    expect(new Set(stateOrder.map((state) => stateLooks[state].glyph.d)).size).toBe(stateOrder.length);
    for (const state of stateOrder) {
      expect(contrast(stateLooks[state].fill, stateLooks[state].glyphColour), state).toBeGreaterThanOrEqual(3);
    }
  });
  it("are ringed: fill or ring stands out from the floor by 3:1", () => {
    for (const name of ["light", "dark"] as const)
      expect(contrast(themes[name].ring, themes[name].floor)).toBeGreaterThanOrEqual(3);
  });
});

describe.each(["light", "dark"] as const)("%s theme", (name) => {
  const theme = themes[name];
  it("has legible text (4.5:1) on page, panel and floor", () => {
    for (const ground of [theme.page, theme.panel, theme.floor]) {
      for (const key of ["text", "muted", "action", "loss", "error"] as const) {
        expect(contrast(theme[key], ground), `${key} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
  it("has control edges of 3:1 and scenario lines of 3:1 on the panel, told apart from one another", () => {
    expect(contrast(theme.controlEdge, theme.panel)).toBeGreaterThanOrEqual(3);
    for (const a of scenarioIds) {
      expect(contrast(scenarioColour(name, a), theme.panel), a).toBeGreaterThanOrEqual(3);
      for (const b of scenarioIds) {
        if (a >= b) continue;
        const distance = deltaE00(seen("normal", scenarioColour(name, a)), seen("normal", scenarioColour(name, b)));
        expect(distance, `${a} and ${b}`).toBeGreaterThanOrEqual(19);
      }
    }
  });
  it("turns into custom properties, one a colour", () => {
    const variables = themeVariables(name);
    expect(variables["--xj-control-edge"]).toBe(theme.controlEdge);
    expect(variables["--xj-scenario-b"]).toBe(theme.scenarios[1]);
    for (const value of Object.values(variables)) expect(value).toMatch(/^#[0-9A-F]{6}$/);
  });
});

describe("heat", () => {
  it("meets its stops and climbs evenly in lightness", () => {
    expect(heatColour(0)).toBe(heatStops[0]);
    expect(heatColour(1)).toBe(heatStops[4]);
    expect(heatColour(-3)).toBe(heatStops[0]);
    expect(heatColour(Number.NaN)).toBe(heatStops[0]);
    const lightness = heatStops.map((stop) => lab(linear(stop))[0]);
    const steps = lightness.slice(1).map((l, i) => l - (lightness[i] ?? 0));
    for (const step of steps) expect(Math.abs(step - (steps[0] ?? 0))).toBeLessThan(3);
  });
});
