import { useOwner, type OwnerAdvice } from "../../store";
import type { Hurt } from "../../interview";
import type { Station } from "../../model";
import { placeName, plusMinus } from "../../text";
import { halfWidth } from "../judge";
import { useOwnerWords, useTemplates } from "./useOwnerWords";
import { WorkProgress } from "./WorkProgress";

type Relief = OwnerAdvice["found"]["reliefs"][number];

/** What holds the line back, in plain words, with the simulated gain of relieving it; beside it what the owner feels. */
export function BottleneckStep() {
  const { say, language } = useOwnerWords();
  const template = useTemplates();
  const { trade, answers, reliefs, check, advice } = useOwner((state) => state);
  const line = trade === null ? null : template(trade).line;
  const named = ({ of, id }: Relief): string => (line === null ? id : placeName(language, line, id, of));
  const gain = ({ output: { percent } }: Relief): string =>
    percent === null ? "" : `${plusMinus(language, percent.mean, halfWidth(percent.ci95), { signed: true })} %`;
  const test = (of: Relief): string =>
    say(of.kind === "server" ? "owner.test.server" : "owner.test.machine", { gain: gain(of) });
  const [first, ...others] = reliefs ?? [];
  return (
    <div className="xj-owner-question" data-testid="owner-bottleneck">
      <h2 tabIndex={-1}>{say("owner.bottleneckTitle")}</h2>
      <p className="xj-owner-hint">{say("owner.bottleneckTerm")}</p>
      {reliefs === null && <WorkProgress work={check.answer === null ? check : advice} />}
      {reliefs !== null && (
        <>
          <p className="xj-owner-held" data-testid="owner-held">
            {first === undefined
              ? say("owner.held.none")
              : say(first.of === "pool" ? "owner.held.pool" : "owner.held.station", { name: named(first) })}
          </p>
          {first !== undefined && <p className="xj-number">{test(first)}</p>}
          {others.length > 0 && (
            <div className="xj-owner-others">
              <h3>{say("owner.heldNext")}</h3>
              <ul>
                {others.slice(0, 3).map((of) => (
                  <li key={`${of.of} ${of.id}`}>
                    <span>{named(of)}</span>
                    <span className="xj-number">{gain(of)}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {first !== undefined && (
            <Felt
              hurt={answers.hurts ?? "unsure"}
              first={first}
              station={line?.stations.find(({ id }) => first.of === "station" && id === first.id)}
            />
          )}
          {advice.status === "running" && <p className="xj-note">{say("owner.searching")}</p>}
          <WorkProgress work={advice} />
        </>
      )}
    </div>
  );
}

/** Where the owner feels it against where it is. Waiting for those who set up or repair is what "changeover" feels like. */
function Felt({ hurt, first, station }: { hurt: Hurt; first: Relief; station: Station | undefined }) {
  const { say } = useOwnerWords();
  if (hurt === "unsure") return <p className="xj-note">{say("owner.hurtUnsure")}</p>;
  const isSetter = first.of === "pool" && first.id === "setter";
  const isSame =
    hurt === "orders" ||
    (first.of === "pool" && hurt === "people") ||
    (isSetter && (hurt === "changeover" || hurt === "breakdown"));
  // it takes time of the very place that holds the line back; how much is for the ways below to show
  const isPart =
    (hurt === "changeover" && station?.setup !== undefined) ||
    (hurt === "breakdown" && (station?.failures.length ?? 0) > 0) ||
    (hurt === "scrap" && (station?.quality?.defectRate ?? 0) > 0);
  const key = isSame ? "owner.hurtSame" : isPart ? "owner.hurtPart" : "owner.hurtOther";
  return <p className="xj-note">{say(key, { hurt: say(`owner.hurts.${hurt}`) })}</p>;
}
