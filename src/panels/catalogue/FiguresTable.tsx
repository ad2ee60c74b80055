import type { Retrofit } from "../../model";
import type { CatalogueEntry } from "../../store";
import { money, moneyColumn, nameOf } from "../../text";
import { useWords } from "../context";
import { purchaseOf, span, type Span } from "../cost";
import { plainNumber } from "../inputWords";

const costKinds = ["equipment", "software", "integration", "training"] as const;

/** Money, time and risk of an entry as ranges, each with its unit. */
export function FiguresTable({ entry }: { entry: CatalogueEntry }) {
  const { say, language } = useWords();
  const { retrofit, per, platform } = entry;
  const total = purchaseOf(retrofit);
  const column = moneyColumn(language, [total.high]);
  const inMoney = (value: number): string => column.format(value);
  const plain = (value: number): string => plainNumber(language, value);
  const inPercent = (value: number): string => plainNumber(language, value, 100);
  const shared = platform === undefined ? 0 : purchaseOf({ ...retrofit, cost: platform }).likely;
  return (
    <section>
      <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("catalogue.likely")}>
        <table className="xj-table xj-entry-table">
          <caption>
            {say("catalogue.figures", { per: say(`catalogue.per.${per}`) })}
            {shared > 0 && ` · ${say("catalogue.platform", { amount: money(language, shared, { headline: true }) })}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say("catalogue.figure")}</th>
              <th scope="col" className="xj-right">
                {say("catalogue.low")}
              </th>
              <th scope="col" className="xj-right">
                {say("catalogue.likely")}
              </th>
              <th scope="col" className="xj-right">
                {say("catalogue.high")}
              </th>
              <th scope="col">{say("catalogue.unit")}</th>
            </tr>
          </thead>
          <tbody>
            <Row label={say("catalogue.total")} of={total} shown={inMoney} unit={column.unit} isTotal />
            {costKinds.map((kind) => (
              <Row
                key={kind}
                label={say(`input.${kind}`)}
                of={span(retrofit.cost[kind])}
                shown={inMoney}
                unit={column.unit}
              />
            ))}
            {retrofit.opexPerYear.map(opexRow)}
            <Row
              label={say("input.leadTimeWeeks")}
              of={span(retrofit.leadTimeWeeks)}
              shown={plain}
              unit={say("inputUnit.weeks")}
            />
            <Row
              label={say("input.installStopHours")}
              of={span(retrofit.installStopHours)}
              shown={plain}
              unit={say("inputUnit.hours")}
            />
            {retrofit.rampUp !== undefined && (
              <Row
                label={say("input.tauWeeks")}
                of={span(retrofit.rampUp.tauWeeks)}
                shown={plain}
                unit={say("inputUnit.weeks")}
              />
            )}
            <Row
              label={say("input.lifeYears")}
              of={span(retrofit.lifeYears)}
              shown={plain}
              unit={say("inputUnit.years")}
            />
            <Row
              label={say("catalogue.missed")}
              of={span(retrofit.failureProbability)}
              shown={inPercent}
              unit={say("unit.percent")}
            />
          </tbody>
        </table>
      </div>
    </section>
  );

  function opexRow(opex: Retrofit["opexPerYear"][number], index: number) {
    if (opex.kind === "yuan") {
      const yearly = span(opex.amount);
      return (
        <Row
          key={index}
          label={opex.note === undefined ? say("catalogue.yearly") : nameOf(language, opex.note)}
          of={yearly}
          shown={inMoney}
          unit={column.unit}
        />
      );
    }
    if (opex.kind === "shareOfInvestment")
      return (
        <Row
          key={index}
          label={say("catalogue.upkeep")}
          of={span(opex.share)}
          shown={inPercent}
          unit={say("unit.percent")}
        />
      );
    return (
      <Row
        key={index}
        label={say("catalogue.people", { role: nameOf(language, opex.role) })}
        of={span(opex.fte)}
        shown={plain}
        unit={say("inputUnit.people")}
      />
    );
  }
}

interface RowProps {
  label: string;
  of: Span;
  shown: (value: number) => string;
  unit: string;
  isTotal?: boolean;
}

/** A figure without a range says its one value once. */
function Row({ label, of, shown, unit, isTotal = false }: RowProps) {
  const isOne = of.low === of.high;
  if (isOne && of.likely === 0) return null;
  return (
    <tr className={isTotal ? "xj-total" : undefined}>
      <th scope="row">{label}</th>
      <td className="xj-right xj-number">{isOne ? "" : shown(of.low)}</td>
      <td className="xj-right xj-number">{shown(of.likely)}</td>
      <td className="xj-right xj-number">{isOne ? "" : shown(of.high)}</td>
      <td>{unit}</td>
    </tr>
  );
}
