/**
 * Retrofits (robot, CNC, MES …) as edits of a line: what a plan changes, what it needs and what excludes what.
 * Pure: a scenario and a plan in, another valid line out, or the reasons why not.
 */
export { applyPlan, type ApplyOptions, type Applied, type Touched } from "./apply";
export { chosenOf, conflicts, type Chosen } from "./chosen";
export { actedUpon, inCase, isCounted, isRange, type EffectCase } from "./value";
export { Catalogue, CatalogueEntry, placeRetrofit, placesOf, type Placed } from "./catalogue";
export { effectFigures, withEffectRange, type EffectFigure } from "./effectFigures";
export {
  extremes,
  judgePromise,
  offerFigures,
  withChosenOffer,
  withOffers,
  type Judged,
  type OfferFigures,
} from "./offers";
export { ownRetrofit, type OwnEntry } from "./ownEntry";
