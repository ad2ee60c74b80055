import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useApp } from "../../store";
import { number } from "../../text";
import { useWords } from "../context";
import { useEconomicsEdit } from "./useEconomicsEdit";

/** The shares of a price that are paid at the order, at acceptance and after; they are taken over together, at 100 %. */
export function PaymentTermsField() {
  const terms = useApp((state) => state.history.present.scenario.economics.paymentTerms);
  return <Draft key={JSON.stringify(terms)} terms={terms} />;
}

function Draft({ terms }: { terms: readonly { share: number; at: "order" | "acceptance"; months: number }[] }) {
  const { say, language } = useWords();
  const change = useEconomicsEdit();
  const [shares, setShares] = useState<(number | string)[]>(
    terms.map((term) => Number((term.share * 100).toPrecision(10))),
  );
  const [fault, setFault] = useState<string | null>(null);
  const total = shares.reduce<number>((sum, share) => sum + (typeof share === "number" ? share : Number(share)), 0);
  const isChanged = terms.some((term, i) => Math.abs(term.share * 100 - Number(shares[i])) > 1e-9);
  const commit = (): void => {
    if (Math.abs(total - 100) > 1e-6)
      setFault(say("money.sharesMust", { total: number(language, total, { decimals: 1 }) }));
    else
      setFault(
        change((e) => ({ ...e, paymentTerms: terms.map((term, i) => ({ ...term, share: Number(shares[i]) / 100 })) })),
      );
  };
  return (
    <div className="xj-terms">
      {terms.map((term, i) => (
        <NumberInput
          key={i}
          label={
            term.months > 0
              ? say(`money.paidAfter.${term.at}`, { months: term.months })
              : say(`money.paidAt.${term.at}`)
          }
          suffix={` ${say("unit.percent")}`}
          clampBehavior="none"
          step={5}
          value={shares[i] ?? 0}
          onChange={(value) => setShares(shares.map((share, k) => (k === i ? value : share)))}
        />
      ))}
      {isChanged && (
        <Button variant="default" size="compact-md" onClick={commit}>
          {say("about.apply")}
        </Button>
      )}
      {fault !== null && (
        <p className="xj-warning" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
