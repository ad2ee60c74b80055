import type { Offer } from "../../model";

/** An offer as it is typed: percent where the file has shares, NaN where a field is empty. */
export interface OfferDraft {
  vendor: string;
  price: number;
  includesVat: boolean;
  vatPercent: number;
  yearlyCost: number;
  leadTimeWeeks: number;
  warrantyMonths: number;
  order: number;
  acceptance: number;
  later: number;
  note: string;
  promises: Offer["promises"];
}

export type DraftFault = "needsVendor" | "needsPrice" | "badTerms";

const percentOf = (offer: Offer | undefined, of: "order" | "acceptance" | "later"): number => {
  const terms = offer?.paymentTerms;
  if (terms === undefined) return Number.NaN;
  const kindOf = ({ at, months }: (typeof terms)[number]) =>
    at === "order" ? "order" : months > 0 ? "later" : "acceptance";
  const share = terms.filter((term) => kindOf(term) === of).reduce((sum, term) => sum + term.share, 0);
  return Number((share * 100).toPrecision(12));
};

/** The fields as they stand for an offer; empty ones for a new one. */
export function draftOf(offer?: Offer): OfferDraft {
  return {
    vendor: offer?.vendor ?? "",
    price: offer?.price ?? Number.NaN,
    includesVat: offer?.includesVat ?? true,
    vatPercent: Number(((offer?.vatRate ?? 0.13) * 100).toPrecision(12)),
    yearlyCost: offer?.yearlyCost ?? Number.NaN,
    leadTimeWeeks: offer?.leadTimeWeeks ?? Number.NaN,
    warrantyMonths: offer?.warrantyMonths ?? Number.NaN,
    order: percentOf(offer, "order"),
    acceptance: percentOf(offer, "acceptance"),
    later: percentOf(offer, "later"),
    note: offer?.note ?? "",
    promises: offer?.promises ?? [],
  };
}

const filled = (value: number): boolean => !Number.isNaN(value);
const zeroIfEmpty = (value: number): number => (filled(value) ? value : 0);

/** The offer that was typed, or what is missing. Payment in three parts: on order, on acceptance, a year after it. */
export function offerOf(draft: OfferDraft, id: string): { ok: true; offer: Offer } | { ok: false; fault: DraftFault } {
  const { vendor, price, includesVat, vatPercent, yearlyCost, leadTimeWeeks, warrantyMonths, note, promises } = draft;
  if (vendor.trim() === "") return { ok: false, fault: "needsVendor" };
  if (!filled(price) || price < 0) return { ok: false, fault: "needsPrice" };
  const parts = [draft.order, draft.acceptance, draft.later];
  const hasTerms = parts.some(filled);
  const total = parts.reduce((sum, part) => sum + zeroIfEmpty(part), 0);
  if (hasTerms && Math.abs(total - 100) > 1e-6) return { ok: false, fault: "badTerms" };
  const terms: NonNullable<Offer["paymentTerms"]> = [
    { share: zeroIfEmpty(draft.order) / 100, at: "order", months: 0 },
    { share: zeroIfEmpty(draft.acceptance) / 100, at: "acceptance", months: 0 },
    { share: zeroIfEmpty(draft.later) / 100, at: "acceptance", months: 12 },
  ];
  return {
    ok: true,
    offer: {
      id,
      vendor: vendor.trim().slice(0, 200),
      price,
      includesVat,
      vatRate: Math.min(1, Math.max(0, zeroIfEmpty(vatPercent) / 100)),
      ...(filled(yearlyCost) ? { yearlyCost: Math.max(0, yearlyCost) } : {}),
      ...(filled(leadTimeWeeks) ? { leadTimeWeeks } : {}),
      promises: promises.filter(({ value }) => filled(value)),
      ...(hasTerms ? { paymentTerms: terms.filter(({ share }) => share > 0) } : {}),
      ...(filled(warrantyMonths) ? { warrantyMonths } : {}),
      ...(note.trim() === "" ? {} : { note: note.trim().slice(0, 500) }),
    },
  };
}

/** The first of V1, V2 … that no offer has. */
export function freeOfferId(offers: readonly Pick<Offer, "id">[]): string {
  for (let n = 1; ; n++) if (!offers.some(({ id }) => id === `V${n}`)) return `V${n}`;
}
