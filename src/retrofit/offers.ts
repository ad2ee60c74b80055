import type { Offer, Range, Retrofit } from "../model";
import { effectFigures, withEffectRange, type EffectFigure } from "./effectFigures";

type Estimate = NonNullable<Retrofit["beforeOffer"]>;

/** What an offer comes to, in yuan without VAT, so that offers quoted in different ways can be put side by side. */
export interface OfferFigures {
  net: number;
  gross: number;
  /** null = not quoted */
  yearly: number | null;
  /** null = not quoted */
  leadTimeWeeks: number | null;
  /** net price and yearly cost over the life of the retrofit, not discounted; what is not quoted is the estimate's upkeep */
  overLife: number;
}

const kinds = ["equipment", "software", "integration", "training"] as const;

const likely = (range: Range): number => (typeof range === "number" ? range : range.likely);

/** The figures a retrofit has without any offer. */
function estimateOf(retrofit: Retrofit): Estimate {
  const { beforeOffer, cost, opexPerYear, leadTimeWeeks, effects, paymentTerms } = retrofit;
  if (beforeOffer !== undefined) return beforeOffer;
  return { cost, opexPerYear, leadTimeWeeks, effects, ...(paymentTerms === undefined ? {} : { paymentTerms }) };
}

/** `net = price / (1 + VAT)` where VAT is inside the quoted price, else the price; gross the other way round. */
export function offerFigures(retrofit: Retrofit, offer: Offer): OfferFigures {
  const { price, includesVat, vatRate, yearlyCost } = offer;
  const net = includesVat ? price / (1 + vatRate) : price;
  const upkeep = estimateOf(retrofit).opexPerYear.reduce((sum, opex) => {
    if (opex.kind === "fullTimeEquivalent") return sum;
    return sum + (opex.kind === "yuan" ? likely(opex.amount) : likely(opex.share) * net);
  }, 0);
  return {
    net,
    gross: net * (1 + vatRate),
    yearly: yearlyCost ?? null,
    leadTimeWeeks: offer.leadTimeWeeks ?? null,
    overLife: net + (yearlyCost ?? upkeep) * retrofit.lifeYears,
  };
}

/**
 * A promised effect against the range that the evidence supports. `above`: better than the best end; `below`: worse than
 * the low end; `noRange`: there is no range to hold it against.
 */
export interface Judged {
  verdict: "within" | "above" | "below" | "noRange";
  /** the estimate's own range, null where it has none */
  evidence: EffectFigure | null;
  /** what the plan reckons with: the promise, but no better than the evidence's best end */
  counted: number;
}

/** Judges a promise by the retrofit's estimate, never by figures that came from an offer. */
export function judgePromise(retrofit: Retrofit, promise: Offer["promises"][number]): Judged {
  const evidence =
    effectFigures(estimateOf(retrofit)).find(({ target, op }) => target === promise.target && op === promise.op) ??
    null;
  if (evidence === null || evidence.low === evidence.high)
    return { verdict: "noRange", evidence, counted: evidence?.likely ?? promise.value };
  // the better end may be the smaller number: seconds, stops, rejects
  const sign = evidence.high > evidence.low ? 1 : -1;
  if ((promise.value - evidence.high) * sign > 0) return { verdict: "above", evidence, counted: evidence.high };
  if ((promise.value - evidence.low) * sign < 0) return { verdict: "below", evidence, counted: promise.value };
  return { verdict: "within", evidence, counted: promise.value };
}

function withPromises(retrofit: Retrofit, offer: Offer): Retrofit {
  return offer.promises.reduce((changed, promise) => {
    const { evidence, counted } = judgePromise(retrofit, promise);
    if (evidence === null) return changed;
    // what is promised may still fail: the low end stays what the evidence says, unless the promise is worse
    const isWorse = (counted - evidence.low) * (evidence.high - evidence.low) < 0;
    return withEffectRange(changed, evidence.index, {
      low: isWorse ? counted : evidence.low,
      likely: counted,
      high: isWorse ? counted : evidence.high,
    });
  }, retrofit);
}

/**
 * The retrofit with an offer's figures in the place of its estimate's (null: the estimate again). The price is split into
 * equipment, software, integration and training as the estimate splits its own (all equipment where it has none); own
 * technicians stay, a quoted yearly cost replaces the estimated upkeep; a promise counts up to the best the evidence
 * supports. The estimate is kept, so that the way back and the judgement of promises need nothing else.
 */
export function withChosenOffer(retrofit: Retrofit, offerId: string | null): Retrofit {
  const estimate = estimateOf(retrofit);
  const { beforeOffer: _before, chosenOffer: _chosen, paymentTerms: _terms, ...rest } = retrofit;
  const bare: Retrofit = { ...rest, ...estimate };
  const offer = retrofit.offers?.find(({ id }) => id === offerId);
  if (offer === undefined) return bare;
  const { net, yearly } = offerFigures(retrofit, offer);
  const total = kinds.reduce((sum, kind) => sum + likely(estimate.cost[kind]), 0);
  const share = (kind: (typeof kinds)[number]): number =>
    total > 0 ? likely(estimate.cost[kind]) / total : kind === "equipment" ? 1 : 0;
  const own = estimate.opexPerYear.filter(({ kind }) => kind === "fullTimeEquivalent");
  const quoted: Retrofit["opexPerYear"] = yearly === null || yearly === 0 ? [] : [{ kind: "yuan", amount: yearly }];
  const priced: Retrofit = {
    ...bare,
    cost: {
      equipment: net * share("equipment"),
      software: net * share("software"),
      integration: net * share("integration"),
      training: net * share("training"),
    },
    opexPerYear: yearly === null ? estimate.opexPerYear : [...quoted, ...own],
    leadTimeWeeks: offer.leadTimeWeeks ?? estimate.leadTimeWeeks,
    ...(offer.paymentTerms === undefined ? {} : { paymentTerms: offer.paymentTerms }),
    chosenOffer: offer.id,
    beforeOffer: estimate,
  };
  return withPromises(priced, offer);
}

/** The retrofit with another list of offers; the chosen one's figures follow, and go back when it is gone. */
export function withOffers(retrofit: Retrofit, offers: readonly Offer[]): Retrofit {
  const { offers: _old, ...rest } = retrofit;
  const listed: Retrofit = offers.length === 0 ? rest : { ...rest, offers: [...offers] };
  return retrofit.chosenOffer === undefined ? listed : withChosenOffer(listed, retrofit.chosenOffer);
}

/** The lowest and the highest of a row, where there are two different ones. */
export function extremes(values: readonly (number | null)[]): ("lowest" | "highest" | null)[] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return values.map((value) =>
    value === null || low === high ? null : value === low ? "lowest" : value === high ? "highest" : null,
  );
}
