import fc from "fast-check";

/**
 * The gate gives the same verdict twice on the same tree: properties draw from one seed. To hunt with fresh cases:
 * XIANJIAN_PROPERTY_SEED=random (or a number a report has printed) npx vitest run
 */
const asked = process.env.XIANJIAN_PROPERTY_SEED ?? "20261122";
if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });
