import { describe, expect, it } from "vitest";
import { digamma, gammaP, logGamma, normalCdf, rootOf } from "../../src/calibrate/special";

// References: SciPy 1.17 (gammainc, digamma, gammaln, norm.cdf).
describe("special functions", () => {
  it.each([
    [0.1, -10.423754940411076, 2.252712651734206],
    [1, -0.5772156649015329, 0],
    [5, 1.5061176684318003, 3.1780538303479458],
    [30, 3.384438132685525, 71.257038967168],
    [2000.5, 7.600902469958749, 13202.723836784036],
  ])("ψ and ln Γ at %f", (z, psi, logGammaOf) => {
    expect(digamma(z)).toBeCloseTo(psi, 10);
    expect(logGamma(z)).toBeCloseTo(logGammaOf, 9);
  });

  it.each([
    [0.5, 0.2, 0.47291074313446196],
    [3, 1, 0.08030139707139418],
    [3, 8, 0.986246032255997],
    [1100, 1050, 0.06413810539200401],
    [1100, 1180, 0.9910085182929159],
    [25000, 25100, 0.7368687714682272],
  ])("P(%f, %f)", (a, x, p) => expect(gammaP(a, x)).toBeCloseTo(p, 9));

  it("P is 0 at and below 0", () => expect([gammaP(2, 0), gammaP(2, -1)]).toEqual([0, 0]));

  it.each([
    [-6, 9.865876450376946e-10],
    [-1.96, 0.024997895148220435],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [3, 0.9986501019683699],
  ])("Φ(%f)", (z, p) => expect(normalCdf(z)).toBeCloseTo(p, 11));

  it("finds a root", () => expect(rootOf((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 14));
});
