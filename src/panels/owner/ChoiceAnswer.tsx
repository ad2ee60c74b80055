import { Radio } from "@mantine/core";
import { hurts, sales } from "../../interview";
import { useOwner, useOwnerActions } from "../../store";
import { useOwnerWords } from "./useOwnerWords";

/** One of a few; what is usual is chosen already. */
export function ChoiceAnswer({ id }: { id: "shifts" | "hurts" | "sale" }) {
  const { say, facts } = useOwnerWords();
  const answers = useOwner((state) => state.answers);
  const { answer } = useOwnerActions();
  const usual = { shifts: String(facts.shifts), hurts: "unsure", sale: "all" }[id];
  const value = String(answers[id] ?? usual);
  const options = { shifts: ["1", "2", "3"] as const, hurts, sale: sales }[id];
  const onChange = (picked: string): void => {
    if (id === "shifts") answer("shifts", picked === "1" ? 1 : picked === "2" ? 2 : 3);
    else if (id === "hurts") answer("hurts", hurts.find((each) => each === picked) ?? "unsure");
    else answer("sale", sales.find((each) => each === picked) ?? "all");
  };
  const wordOf = (option: (typeof options)[number]): string =>
    id === "shifts"
      ? say(`owner.shifts.${option as "1"}`)
      : id === "hurts"
        ? say(`owner.hurts.${option as "unsure"}`)
        : say(`owner.sale.${option as "all"}`);
  return (
    <Radio.Group value={value} onChange={onChange} aria-labelledby="xj-owner-asked" aria-describedby="xj-owner-hint">
      <div className="xj-owner-choices">
        {options.map((option) => (
          <Radio.Card
            key={option}
            value={option}
            className="xj-owner-choice"
            {...(option === value ? { "data-first": true } : {})}
          >
            <Radio.Indicator />
            <span>{wordOf(option)}</span>
            {id === "shifts" && option === usual && <span className="xj-badge">{say("owner.usualChoice")}</span>}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
