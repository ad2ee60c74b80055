import { NumberInput, Radio } from "@mantine/core";
import { useActions, useApp, type Demand, type Shown } from "../store";
import { quantity, significant } from "../text";
import { useWords } from "./context";

/** Extra parts are worth something only if they can be sold, and only the owner knows. */
export function DemandQuestion({ shown }: { shown: Shown }) {
  const { say, language } = useWords();
  const demand = useApp((state) => state.history.present.demand);
  const result = useApp((state) => state.money);
  const { edit } = useActions();
  const set = (next: Demand): void => edit((project) => ({ ...project, demand: next }));
  const today = shown.baseline.figures.line.goodPerYear.mean;
  const kinds: Record<Demand["kind"], Demand> = {
    all: { kind: "all" },
    upTo: demand.kind === "upTo" ? demand : { kind: "upTo", perYear: Math.round((today * 1.1) / 100) * 100 },
    today: { kind: "today" },
  };
  return (
    <div className="xj-demand">
      <Radio.Group
        label={say("demand.question")}
        value={demand.kind}
        onChange={(kind) => set(kinds[kind as Demand["kind"]])}
      >
        <Radio value="all" label={say("demand.all")} />
        <Radio value="upTo" label={say("demand.upTo")} />
        {demand.kind === "upTo" && (
          <NumberInput
            aria-label={say("demand.perYear")}
            suffix={` ${say("unit.partsPerYear")}`}
            min={0}
            step={1000}
            allowDecimal={false}
            thousandSeparator=","
            value={demand.perYear}
            onChange={(value) => {
              if (typeof value === "number") set({ kind: "upTo", perYear: value });
            }}
          />
        )}
        <Radio value="today" label={say("demand.today", { parts: significant(language, today, 4) })} />
      </Radio.Group>
      {result !== null && (
        <p className="xj-note" data-testid="demand-note">
          {result.extraMade.mean <= 0
            ? say("demand.noExtra")
            : result.demandBinding === "full"
              ? say("demand.nothing")
              : result.demandBinding === "partial"
                ? say("demand.part", {
                    sold: quantity(language, result.extraSold, { unit: "unit.parts" }),
                    made: quantity(language, result.extraMade, { unit: "unit.parts" }),
                  })
                : say("demand.sold")}
        </p>
      )}
    </div>
  );
}
