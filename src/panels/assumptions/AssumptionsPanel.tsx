import { useApp } from "../../store";
import { nameOf } from "../../text";
import { useWords } from "../context";
import "./assumptions.css";
import { InputsTable } from "./InputsTable";

/** What the figures hang on, and where they come from: every input, what is said about them, how it is computed. */
export function AssumptionsPanel() {
  const { say, language } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  const { meta, economics, run } = scenario;
  return (
    <div className="xj-panel-body">
      {meta.description !== undefined && <p>{nameOf(language, meta.description)}</p>}
      <InputsTable />
      <h3>{say("assumptions.title", { n: meta.assumptions.length })}</h3>
      {meta.assumptions.length === 0 ? (
        <p className="xj-note">{say("assumptions.none")}</p>
      ) : (
        <ul className="xj-sources">
          {meta.assumptions.map((assumption, index) => (
            <li key={index}>
              <span className="xj-grade" title={say(`grade.${assumption.grade}`)}>
                {say(`gradeShort.${assumption.grade}`)}
              </span>
              {nameOf(language, assumption.text)}
              {assumption.source !== undefined && <span className="xj-source">{assumption.source}</span>}
            </li>
          ))}
        </ul>
      )}
      <h3>{say("assumptions.model")}</h3>
      <ul>
        <li>{say("assumptions.run", { n: run.replications, hours: run.hours, warmUp: run.warmUpHours })}</li>
        <li>{say("assumptions.pairing")}</li>
        <li>{say("assumptions.interval")}</li>
        <li>
          {say("assumptions.money", {
            years: economics.horizonYears,
            rate: Math.round(economics.discountRate * 1000) / 10,
          })}
        </li>
      </ul>
      {meta.sources.length > 0 && (
        <>
          <h3>{say("assumptions.sources")}</h3>
          <ul className="xj-sources">
            {meta.sources.map((source, index) => (
              <li key={index}>
                {nameOf(language, source.text)}
                {source.url !== undefined && <span className="xj-source">{source.url}</span>}
                {source.licence !== undefined && (
                  <span className="xj-source">{say("assumptions.licence", { licence: source.licence })}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
