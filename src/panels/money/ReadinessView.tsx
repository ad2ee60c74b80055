import type { MoneyResult } from "../../finance";
import { useApp } from "../../store";
import { money, nameOf, number, percent } from "../../text";
import { useWords } from "../context";

const classes = ["A", "B", "C", "D", "unknown"] as const;

/** What a plan needs besides money: soft beside hard, machines that can be read, skills, somebody who acts. */
export function ReadinessView({ result }: { result: MoneyResult }) {
  const { say, language } = useWords();
  const retrofits = useApp((state) => state.history.present.scenario.retrofits);
  const { readiness } = result;
  const { hardShare, softShare, machines, connecting } = readiness;
  const named = (id: string): string => nameOf(language, retrofits.find((each) => each.id === id)?.name, id);
  const plain = { headline: true };
  const rate = (share: number): string => percent(language, share, { figures: 2, signed: true });
  return (
    <dl className="xj-facts" data-testid="readiness">
      <div>
        <dt>{say("money.hardSoft")}</dt>
        <dd className="xj-number">
          {hardShare === null || softShare === null
            ? say("money.nothingBought")
            : say("money.hardSoftShares", {
                hard: percent(language, hardShare, { figures: 2 }),
                soft: percent(language, softShare, { figures: 2 }),
              })}
          {readiness.isHardwareHeavy && <span className="xj-badge">{say("money.hardwareHeavy")}</span>}
        </dd>
      </div>
      <div>
        <dt>{say("money.machines")}</dt>
        <dd>
          {classes
            .filter((kind) => machines[kind] > 0)
            .map((kind) => say(`money.connectivity.${kind}`, { n: machines[kind] }))
            .join(say("fit.join"))}
          {connecting.high > 0 && (
            <span className="xj-sub">
              {say("money.connecting", {
                low: money(language, connecting.low, plain),
                high: money(language, connecting.high, plain),
              })}
            </span>
          )}
          {readiness.needData.length > 0 && (
            <span className="xj-sub">
              {say("money.needData", { names: readiness.needData.map(named).join(say("fit.join")) })}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{say("money.skills")}</dt>
        <dd>
          {readiness.skills.length === 0
            ? say("money.noSkills")
            : readiness.skills.map(({ skill }) => nameOf(language, skill)).join(say("fit.join"))}
        </dd>
      </div>
      {readiness.it.map(({ retrofitId, runningCost, developmentTime }) => (
        <div key={retrofitId}>
          <dt>{say("money.itOf", { name: named(retrofitId) })}</dt>
          <dd className="xj-number">
            {say("money.itRunning", {
              low: rate(runningCost[0]),
              likely: rate(runningCost[1]),
              high: rate(runningCost[2]),
            })}
            <span className="xj-sub">
              {say("money.itDevelopment", {
                low: rate(developmentTime[0]),
                likely: rate(developmentTime[1]),
                high: rate(developmentTime[2]),
              })}
            </span>
            <span className="xj-sub">{say("money.itNever")}</span>
          </dd>
        </div>
      ))}
      {readiness.actionRates.map(({ retrofitId, rate: acted }) => (
        <div key={retrofitId}>
          <dt>{say("money.actionRate", { name: named(retrofitId) })}</dt>
          <dd className="xj-number">
            {percent(language, acted, { figures: 2 })}
            <span className="xj-sub">
              {say("money.actionMeans", { n: number(language, acted * 10, { decimals: 0 }) })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
