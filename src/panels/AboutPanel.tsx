import { Button, NumberInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { fingerprint, type Run } from "../model";
import { useActions, useApp } from "../store";
import { nameOf } from "../text";
import { useServices, useWords } from "./context";
import { Icon } from "./Icon";

/** Everything somebody else needs to get the same figures, and the settings of the run. */
export function AboutPanel() {
  const { say, language } = useWords();
  const services = useServices();
  const { scenario } = useApp((state) => state.history.present);
  const wanted = useApp((state) => state.wanted);
  const choice = useApp((state) => state.choice);
  const shown = useApp((state) => state.shown);
  const traceHash = useApp((state) => state.watch.baseline?.fingerprint ?? "");
  const [copied, setCopied] = useState(false);
  // the same value as `fingerprint` of the command line's `simulate --json`
  const baselineFigures = useMemo(() => (shown === null ? "—" : fingerprint(shown.baseline.results)), [shown]);
  const planFigures = useMemo(() => (shown?.plan ? fingerprint(shown.plan.results) : null), [shown]);
  const rows: [string, string][] = [
    [say("about.line"), nameOf(language, scenario.meta.name)],
    [say("about.plan"), choice.length === 0 ? say("plans.baseline") : choice.join(" + ")],
    [say("about.seed"), String(scenario.run.seed)],
    [
      say("about.run"),
      say("assumptions.run", {
        n: scenario.run.replications,
        hours: scenario.run.hours,
        warmUp: scenario.run.warmUpHours,
      }),
    ],
    [
      say("about.shown"),
      shown === null
        ? "—"
        : say("about.shownRun", { n: shown.baseline.figures.replications, hours: shown.baseline.run.hours }),
    ],
    [say("about.appVersion"), services.versions.app],
    [say("about.engineVersion"), services.versions.engine],
    [say("about.baselineKey"), wanted.baseline],
    ...(wanted.plan === null ? [] : [[say("about.planKey"), wanted.plan] as [string, string]]),
    [say("about.baselineFigures"), baselineFigures],
    ...(planFigures === null ? [] : [[say("about.planFigures"), planFigures] as [string, string]]),
    [say("about.traceHash"), traceHash],
  ];
  const copy = (): void => {
    void services.copy(rows.map(([name, value]) => `${name}: ${value}`).join("\n")).then(() => setCopied(true));
  };
  return (
    <div className="xj-panel-body">
      <p>{say("about.intro")}</p>
      <dl className="xj-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="xj-break">{value}</dd>
          </div>
        ))}
      </dl>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<Icon name={copied ? "check" : "copy"} size={16} />}
        onClick={copy}
      >
        {say(copied ? "about.copied" : "about.copy")}
      </Button>
      <h3>{say("about.settings")}</h3>
      <RunSettings key={JSON.stringify(scenario.run)} run={scenario.run} />
    </div>
  );
}

function RunSettings({ run }: { run: Run }) {
  const { say } = useWords();
  const { edit } = useActions();
  const [draft, setDraft] = useState<Run>(run);
  const set = (key: keyof Run) => (value: number | string) => {
    if (typeof value === "number" && Number.isFinite(value)) setDraft({ ...draft, [key]: value });
  };
  const isChanged = JSON.stringify(draft) !== JSON.stringify(run);
  const apply = (): void => edit((project) => ({ ...project, scenario: { ...project.scenario, run: draft } }));
  return (
    <div className="xj-fields">
      <NumberInput
        label={say("about.seed")}
        min={0}
        max={4_294_967_295}
        allowDecimal={false}
        value={draft.seed}
        onChange={set("seed")}
      />
      <NumberInput
        label={say("about.replications")}
        min={2}
        max={1000}
        allowDecimal={false}
        value={draft.replications}
        onChange={set("replications")}
      />
      <NumberInput label={say("about.hours")} min={1} max={100_000} value={draft.hours} onChange={set("hours")} />
      <NumberInput
        label={say("about.warmUp")}
        min={0}
        max={100_000}
        value={draft.warmUpHours}
        onChange={set("warmUpHours")}
      />
      <Button onClick={apply} disabled={!isChanged}>
        {say("about.apply")}
      </Button>
    </div>
  );
}
