import { Button, Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Offer, Retrofit } from "../../model";
import { effectFigures, useApp, withChosenOffer, type EffectFigure } from "../../store";
import { useWords } from "../context";
import { effectUnit, shownScale, targetPlace, targetWhat, unitWords } from "../inputWords";
import { draftOf, freeOfferId, offerOf, type DraftFault, type OfferDraft } from "./offerDraft";

interface OfferFormProps {
  retrofit: Retrofit;
  /** absent: a new one */
  offer?: Offer;
  onSave: (offer: Offer) => void;
  onLeave?: () => void;
}

/** What a vendor wrote, field by field; promises for the effects that the retrofit itself has. */
export function OfferForm({ retrofit, offer, onSave, onLeave }: OfferFormProps) {
  const words = useWords();
  const { say } = words;
  const line = useApp((state) => state.history.present.scenario.line);
  const [draft, setDraft] = useState<OfferDraft>(() => draftOf(offer));
  const [fault, setFault] = useState<DraftFault | null>(null);
  const set = (change: Partial<OfferDraft>): void => setDraft({ ...draft, ...change });
  const figures = effectFigures(withChosenOffer(retrofit, null)).filter(({ low, high }) => low !== high);
  const save = (): void => {
    const typed = offerOf(draft, offer?.id ?? freeOfferId(retrofit.offers ?? []));
    setFault(typed.ok ? null : typed.fault);
    if (typed.ok) onSave(typed.offer);
  };
  const numberField = (label: string, key: keyof OfferDraft & keyof NumbersOf) => (
    <NumberInput
      label={label}
      value={Number.isNaN(draft[key]) ? "" : draft[key]}
      min={0}
      hideControls
      thousandSeparator=","
      onChange={(value) => set({ [key]: typeof value === "number" ? value : Number.NaN })}
    />
  );
  return (
    <form
      className="xj-offer-form"
      data-testid="offer-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{offer === undefined ? say("offers.new") : say("offers.change", { vendor: offer.vendor })}</h3>
      <div className="xj-fields">
        <TextInput
          label={say("offers.vendor")}
          value={draft.vendor}
          maxLength={200}
          onChange={(event) => set({ vendor: event.currentTarget.value })}
        />
        {numberField(say("offers.price"), "price")}
        {numberField(say("offers.vatRate"), "vatPercent")}
        <Checkbox
          label={say("offers.includesVat")}
          checked={draft.includesVat}
          onChange={(event) => set({ includesVat: event.currentTarget.checked })}
        />
        {numberField(say("offers.yearlyField"), "yearlyCost")}
        {numberField(say("offers.leadField"), "leadTimeWeeks")}
        {numberField(say("offers.warrantyField"), "warrantyMonths")}
        {numberField(say("offers.orderField"), "order")}
        {numberField(say("offers.acceptanceField"), "acceptance")}
        {numberField(say("offers.laterField"), "later")}
        {figures.map((figure) => (
          <NumberInput
            key={figure.index}
            className="xj-wide"
            label={promiseLabel(figure)}
            value={promised(draft, figure)}
            hideControls
            onChange={(value) => set({ promises: withPromise(draft, figure, value) })}
          />
        ))}
        <TextInput
          className="xj-wide"
          label={say("offers.note")}
          value={draft.note}
          maxLength={500}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
      {fault !== null && (
        <p className="xj-warning" role="alert">
          {say(`offers.${fault}`)}
        </p>
      )}
      <div className="xj-buttons">
        <Button type="submit" data-testid="save-offer">
          {say("offers.save")}
        </Button>
        {onLeave !== undefined && (
          <Button variant="default" onClick={onLeave}>
            {say("offers.cancel")}
          </Button>
        )}
      </div>
    </form>
  );

  function promiseLabel(figure: EffectFigure): string {
    const place = targetPlace(words, figure.target, line);
    const what = targetWhat(words, figure.target, line);
    const unit = figure.op === "scale" ? say("offers.change.scale") : unitWords(words, effectUnit(figure));
    return say("offers.promiseField", { what: place === null ? what : `${place} · ${what}`, unit });
  }
}

type NumbersOf = { [K in keyof OfferDraft as OfferDraft[K] extends number ? K : never]: number };

const isOf =
  (figure: EffectFigure) =>
  ({ target, op }: Offer["promises"][number]): boolean =>
    target === figure.target && op === figure.op;

/** A promised scale is typed as the change against today: 0.7 is −30. */
function promised(draft: OfferDraft, figure: EffectFigure): number | "" {
  const found = draft.promises.find(isOf(figure));
  if (found === undefined || Number.isNaN(found.value)) return "";
  const shown = figure.op === "scale" ? (found.value - 1) * 100 : found.value * shownScale(effectUnit(figure));
  return Number(shown.toPrecision(10));
}

function withPromise(draft: OfferDraft, figure: EffectFigure, typed: string | number): Offer["promises"] {
  const others = draft.promises.filter((promise) => !isOf(figure)(promise));
  if (typeof typed !== "number") return others;
  const value = figure.op === "scale" ? 1 + typed / 100 : typed / shownScale(effectUnit(figure));
  return [...others, { target: figure.target, op: figure.op, value: Number(value.toPrecision(12)) }];
}
