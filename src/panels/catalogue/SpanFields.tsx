import { NumberInput } from "@mantine/core";
import { useWords } from "../context";
import type { Span } from "../cost";

interface SpanFieldsProps {
  label: string;
  unit: string;
  value: Span;
  step: number;
  /** typed numbers only; what is empty or no number stays NaN and is refused when it is taken over */
  onChange: (value: Span) => void;
  /** the range it came with; beyond it a word says so */
  usual?: Span;
}

const ends = ["low", "likely", "high"] as const;

/** Low, likely and high of one figure in a row of a table. */
export function SpanFields({ label, unit, value, step, onChange, usual }: SpanFieldsProps) {
  const { say } = useWords();
  const [least, most] =
    usual === undefined ? [-Infinity, Infinity] : [Math.min(...spread(usual)), Math.max(...spread(usual))];
  const isOutside = spread(value).some((end) => end < least || end > most);
  return (
    <tr>
      <th scope="row">
        {label}
        {isOutside && <span className="xj-term">{say("catalogue.outside")}</span>}
      </th>
      {ends.map((end) => (
        <td key={end}>
          <NumberInput
            aria-label={say("catalogue.field", { what: label, end: say(`catalogue.${end}`) })}
            value={Number.isNaN(value[end]) ? "" : value[end]}
            step={step}
            hideControls
            thousandSeparator=","
            onChange={(typed) => onChange({ ...value, [end]: typeof typed === "number" ? typed : Number.NaN })}
          />
        </td>
      ))}
      <td>{unit}</td>
    </tr>
  );
}

const spread = ({ low, likely, high }: Span): number[] => [low, likely, high];

/** True when low, likely and high are numbers in rising order. */
export const isRising = ({ low, likely, high }: Span): boolean => low <= likely && likely <= high;

/** True when the likely value lies between the ends, whichever of them is the larger number. */
export const isBetween = (span: Span): boolean =>
  isRising(span) || isRising({ low: span.high, likely: span.likely, high: span.low });
