import type { Objection, Portfolio, StepReasons } from "../../store";
import { reasonText } from "../../text";
import { sentences } from "../sentences";
import { useLineNames } from "../advice/useLineNames";
import { stepName } from "./planWords";
import { usePlanWords } from "./usePlanWords";

/** What not to buy (yet), and why, with the number; steps that only come second say so even where they are in the best set. */
export function NotYetList({ steps, best }: { steps: readonly StepReasons[] | null; best: Portfolio | null }) {
  const words = usePlanWords();
  const { say, language } = words;
  const nameOf = useLineNames();
  if (steps === null) return <p className="xj-note">{say("planner.reasonsComing")}</p>;
  const against = steps
    .filter(({ id, verdict }) => verdict !== null && !(verdict === "condition" && best?.ids.includes(id) === true))
    .sort((a, b) => order.indexOf(a.verdict ?? "no") - order.indexOf(b.verdict ?? "no"));
  if (against.length === 0) return null;
  const why = ({ key, params }: Objection): string =>
    reasonText(language, {
      key: `advice.why.${key}`,
      params:
        typeof params["id"] === "string"
          ? { ...params, id: nameOf(params["id"], key === "bottleneckPool" ? "pool" : undefined) }
          : params,
    });
  return (
    <section className="xj-money-part" data-testid="planner-against">
      <h3>{say("planner.against")}</h3>
      <ul className="xj-against">
        {against.map(({ id, verdict, reasons }) => (
          <li key={id} data-step={id} data-verdict={verdict}>
            <strong>{stepName(words, id)}</strong>
            {" · "}
            {best?.ids.includes(id) === true && verdict === "later"
              ? say("planner.notFirst")
              : say(`advice.verdict.${verdict ?? "no"}`)}
            <span className="xj-term">{sentences(language, reasons.map(why))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const order: readonly string[] = ["later", "no", "condition"];
