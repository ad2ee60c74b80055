import { Button, NativeSelect } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { Offer, PaymentTerm, Retrofit } from "../../model";
import {
  effectFigures,
  extremes,
  judgePromise,
  offerFigures,
  useActions,
  useApp,
  withChosenOffer,
  withOffers,
  withRetrofit,
} from "../../store";
import { money, moneyColumn, nameOf, percent } from "../../text";
import { useWords } from "../context";
import { purchaseOf, runningOf, span } from "../cost";
import { effectValue, plainNumber, targetPlace, targetWhat } from "../inputWords";
import { OfferForm } from "./OfferForm";

/** Offers for one retrofit beside the estimate, on one footing; the chosen one's figures are the plan's. */
export function OffersView() {
  const { say, language } = useWords();
  const retrofits = useApp((state) => state.history.present.scenario.retrofits);
  const choice = useApp((state) => state.choice);
  const [picked, setPicked] = useState<string | null>(null);
  const retrofit =
    retrofits.find(({ id }) => id === picked) ?? retrofits.find(({ id }) => choice.includes(id)) ?? retrofits[0];
  if (retrofit === undefined) return <p>{say("offers.noRetrofits")}</p>;
  return (
    <>
      <NativeSelect
        className="xj-narrow"
        label={say("offers.which")}
        value={retrofit.id}
        onChange={(event) => setPicked(event.currentTarget.value)}
        data={retrofits.map(({ id, name }) => ({ value: id, label: nameOf(language, name, id) }))}
      />
      <OffersOf key={retrofit.id} retrofit={retrofit} />
    </>
  );
}

function OffersOf({ retrofit }: { retrofit: Retrofit }) {
  const { say, language } = useWords();
  const { edit } = useActions();
  const offers = retrofit.offers ?? [];
  const [editing, setEditing] = useState<string | null>(null);
  const change = (to: (retrofit: Retrofit) => Retrofit): void =>
    edit((project) => withRetrofit(project, retrofit.id, to));
  const save = (offer: Offer): void => {
    const others = offers.some(({ id }) => id === offer.id);
    change((now) =>
      withOffers(now, others ? offers.map((each) => (each.id === offer.id ? offer : each)) : [...offers, offer]),
    );
    setEditing(null);
  };
  const edited = offers.find(({ id }) => id === editing);
  return (
    <>
      {offers.length === 0 ? (
        <p>{say("offers.none")}</p>
      ) : (
        <>
          <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("catalogue.view.offers")}>
            <OffersTable
              retrofit={retrofit}
              offers={offers}
              onChoose={(id) => change((now) => withChosenOffer(now, id))}
              onEdit={setEditing}
              onRemove={(id) =>
                change((now) =>
                  withOffers(
                    now,
                    offers.filter((each) => each.id !== id),
                  ),
                )
              }
              caption={say("offers.caption", { name: nameOf(language, retrofit.name, retrofit.id) })}
            />
          </div>
          <p className="xj-note">{say("offers.follows")}</p>
        </>
      )}
      <OfferForm
        key={edited?.id ?? `new${offers.length}`}
        retrofit={retrofit}
        {...(edited === undefined ? {} : { offer: edited, onLeave: () => setEditing(null) })}
        onSave={save}
      />
    </>
  );
}

interface OffersTableProps {
  retrofit: Retrofit;
  offers: readonly Offer[];
  caption: string;
  onChoose: (id: string | null) => void;
  onEdit: (id: string) => void;
  onRemove: (id: string) => void;
}

function OffersTable({ retrofit, offers, caption, onChoose, onEdit, onRemove }: OffersTableProps) {
  const words = useWords();
  const { say, language } = words;
  const line = useApp((state) => state.history.present.scenario.line);
  // what the retrofit says without any offer
  const estimate = withChosenOffer(retrofit, null);
  const figures = offers.map((offer) => offerFigures(retrofit, offer));
  const price = purchaseOf(estimate);
  const column = moneyColumn(language, [price.high, ...figures.map(({ overLife }) => overLife)]);
  // technicians of one's own are paid whichever vendor it is
  const upkeep = { ...estimate, opexPerYear: estimate.opexPerYear.filter(({ kind }) => kind !== "fullTimeEquivalent") };
  const running = runningOf(upkeep);
  const weeks = span(estimate.leadTimeWeeks);
  const isChosen = (id: string): boolean => retrofit.chosenOffer === id;
  const between = (low: string, high: string): string => (low === high ? low : say("inputs.between", { low, high }));

  const marked = (
    label: string,
    unit: string,
    own: ReactNode,
    values: (number | null)[],
    shown: (value: number) => string,
  ) => {
    const marks = extremes(values);
    return (
      <tr>
        <th scope="row">
          {label} · <span className="xj-unit">{unit}</span>
        </th>
        <td>{own}</td>
        {values.map((value, at) => (
          <td key={offers[at]?.id} data-chosen={isChosen(offers[at]?.id ?? "")} data-mark={marks[at] ?? undefined}>
            {value === null ? <span className="xj-note">{say("offers.notSaid")}</span> : shown(value)}
            {marks[at] != null && <span className="xj-badge xj-mark">{say(`offers.${marks[at]}`)}</span>}
          </td>
        ))}
      </tr>
    );
  };
  const plain = (label: string, own: ReactNode, cell: (offer: Offer) => ReactNode) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td>{own}</td>
      {offers.map((offer) => (
        <td key={offer.id} data-chosen={isChosen(offer.id)}>
          {cell(offer)}
        </td>
      ))}
    </tr>
  );
  const notSaid = <span className="xj-note">{say("offers.notSaid")}</span>;
  const promised = effectFigures(estimate).filter(({ target, op }) =>
    offers.some(({ promises }) => promises.some((promise) => promise.target === target && promise.op === op)),
  );
  return (
    <table className="xj-table xj-offers" data-testid="offers">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say("offers.item")}</th>
          <th scope="col">{say("offers.estimate")}</th>
          {offers.map((offer) => (
            <th key={offer.id} scope="col" data-chosen={isChosen(offer.id)} data-offer={offer.id}>
              {offer.vendor} {isChosen(offer.id) && <span className="xj-badge">{say("offers.chosen")}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plain(say("offers.quoted"), "", ({ price: quoted, includesVat, vatRate }) => (
          <>
            {money(language, quoted)}
            <span className="xj-term">
              {includesVat
                ? say("offers.vatIn", { rate: percent(language, vatRate, { figures: 2 }) })
                : say("offers.vatOut")}
            </span>
          </>
        ))}
        {marked(
          say("offers.net"),
          column.unit,
          between(column.format(price.low), column.format(price.high)),
          figures.map(({ net }) => net),
          (value) => column.format(value),
        )}
        {marked(
          say("offers.yearly"),
          column.unit,
          column.format(running),
          figures.map(({ yearly }) => yearly),
          (value) => column.format(value),
        )}
        {marked(
          say("offers.lead"),
          say("inputUnit.weeks"),
          between(plainNumber(language, weeks.low), plainNumber(language, weeks.high)),
          figures.map(({ leadTimeWeeks }) => leadTimeWeeks),
          (value) => plainNumber(language, value),
        )}
        {marked(
          say("offers.overLife", { years: retrofit.lifeYears }),
          column.unit,
          column.format(price.likely + running * retrofit.lifeYears),
          figures.map(({ overLife }) => overLife),
          (value) => column.format(value),
        )}
        {promised.map((figure) => {
          const place = targetPlace(words, figure.target, line);
          const what = targetWhat(words, figure.target, line);
          return plain(
            say("offers.promise", { what: place === null ? what : `${place} · ${what}` }),
            say("offers.evidenceSays", {
              low: effectValue(words, figure, figure.low),
              high: effectValue(words, figure, figure.high),
            }),
            (offer) => {
              const promise = offer.promises.find(({ target, op }) => target === figure.target && op === figure.op);
              if (promise === undefined) return notSaid;
              const { verdict, counted } = judgePromise(retrofit, promise);
              return (
                <>
                  {effectValue(words, figure, promise.value)}
                  <span className="xj-term" data-verdict={verdict}>
                    {verdict === "above" && <strong aria-hidden="true">▲ </strong>}
                    {verdict === "above"
                      ? say("offers.verdict.above", { counted: effectValue(words, figure, counted) })
                      : say(`offers.verdict.${verdict}`)}
                  </span>
                </>
              );
            },
          );
        })}
        {plain(say("offers.payment"), say("offers.paymentUsual"), ({ paymentTerms }) => {
          if (paymentTerms === undefined) return <span className="xj-note">{say("offers.paymentUsual")}</span>;
          const part = (of: (term: PaymentTerm) => boolean): string =>
            percent(
              language,
              paymentTerms.filter(of).reduce((sum, { share }) => sum + share, 0),
              { figures: 2 },
            );
          return say("offers.paymentIs", {
            order: part(({ at }) => at === "order"),
            acceptance: part(({ at, months }) => at === "acceptance" && months === 0),
            later: part(({ at, months }) => at === "acceptance" && months > 0),
          });
        })}
        {plain(say("offers.warranty"), "", ({ warrantyMonths }) =>
          warrantyMonths === undefined ? notSaid : say("offers.months", { n: warrantyMonths }),
        )}
        {plain(say("offers.note"), "", ({ note }) => note ?? "")}
        <tr>
          <th scope="row" />
          <td>
            {retrofit.chosenOffer !== undefined && (
              <Button variant="default" size="compact-md" onClick={() => onChoose(null)}>
                {say("offers.unchoose")}
              </Button>
            )}
          </td>
          {offers.map(({ id, vendor }) => (
            <td key={id} data-chosen={isChosen(id)}>
              <div className="xj-buttons">
                {!isChosen(id) && (
                  <Button
                    size="compact-md"
                    aria-label={`${say("offers.choose")} ${vendor}`}
                    onClick={() => onChoose(id)}
                    data-choose={id}
                  >
                    {say("offers.choose")}
                  </Button>
                )}
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`${say("offers.edit")} ${vendor}`}
                  onClick={() => onEdit(id)}
                >
                  {say("offers.edit")}
                </Button>
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`${say("offers.remove")} ${vendor}`}
                  onClick={() => onRemove(id)}
                >
                  {say("offers.remove")}
                </Button>
              </div>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
