import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { inputsOf, retrofitKinds, unitOfPath, type Retrofit, type Scenario } from "../../model";
import { ownRetrofit, useApp } from "../../store";
import { nameOf, problemSentence } from "../../text";
import { useWords } from "../context";
import type { Span } from "../cost";
import { keyWords, shownScale, unitWords } from "../inputWords";
import { isBetween, isRising, SpanFields } from "./SpanFields";
import { SpansTable } from "./SpansTable";
import { useAddToLine } from "./useAddToLine";

const kinds = retrofitKinds.filter((kind) => kind !== "bundle");

/** What an own retrofit may change: every number of stations and people, by group. */
function targetsOf(scenario: Scenario) {
  return inputsOf(scenario)
    .filter(({ group, value }) => (group.kind === "station" || group.kind === "pool") && typeof value === "number")
    .filter(({ path }) => path.startsWith("line.stations.") || path.startsWith("line.operators."))
    .map((input) => ({ ...input, target: input.path.slice("line.".length) }));
}

const noEffect: Span = { low: 0, likely: -10, high: -20 };

/** A retrofit nobody lists: a name, what it costs, what it changes, and where that is known from. */
export function OwnEntryForm({ onAdded }: { onAdded: () => void }) {
  const words = useWords();
  const { say, language } = words;
  const scenario = useApp((state) => state.history.present.scenario);
  const targets = targetsOf(scenario);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Retrofit["kind"]>("organisation");
  const [picked, setPicked] = useState<string | null>(null);
  const [op, setOp] = useState<"scale" | "add">("scale");
  const [effect, setEffect] = useState<Span>(noEffect);
  const [price, setPrice] = useState<Span>({ low: 0, likely: 0, high: 0 });
  const [yearly, setYearly] = useState(0);
  const [lead, setLead] = useState(4);
  const [source, setSource] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const add = useAddToLine();
  // set-ups first: they are what most lines can change without buying anything
  const usual = targets.find((each) => each.target.endsWith("setup.time.mean")) ?? targets[0];
  const target = targets.find((each) => each.target === picked) ?? usual;
  if (target === undefined) return null;
  const unit = unitOfPath(target.target.split("."));
  const groups = [...new Map(targets.map((each) => [`${each.group.kind} ${each.group.id}`, each.group])).values()];

  const take = (): void => {
    if (name.trim() === "") return setFault(say("catalogue.own.needsName"));
    if (!isRising(price)) return setFault(say("catalogue.badRange", { what: say("catalogue.own.price") }));
    if (!isBetween(effect)) return setFault(say("catalogue.badEffect", { what: say("catalogue.own.effect") }));
    const stored = (value: number): number =>
      Number((op === "scale" ? 1 + value / 100 : value / shownScale(unit)).toPrecision(12));
    const range = { low: stored(effect.low), likely: stored(effect.likely), high: stored(effect.high) };
    const made = ownRetrofit({
      id: "own",
      name: { zh: name.trim(), en: name.trim() },
      kind,
      price,
      yearlyCost: yearly,
      leadTimeWeeks: lead,
      effect: { target: target.target, op, ...range },
      source,
    });
    const why = made.ok
      ? add([made.retrofit], "own")
      : made.problems.map((problem) => problemSentence(language, problem)).join(" ");
    setFault(why);
    if (why === null) onAdded();
  };

  return (
    <div className="xj-own-form" data-testid="own-entry">
      <p>{say("catalogue.own.intro")}</p>
      <div className="xj-fields">
        <TextInput
          label={say("catalogue.own.name")}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={say("catalogue.own.kind")}
          value={kind}
          onChange={(event) => setKind(kinds.find((each) => each === event.currentTarget.value) ?? kind)}
          data={kinds.map((value) => ({ value, label: say(`retrofitKind.${value}`) }))}
        />
        <NativeSelect
          className="xj-wide"
          label={say("catalogue.own.target")}
          value={target.target}
          onChange={(event) => setPicked(event.currentTarget.value)}
          data={groups.map((group) => ({
            group: nameOf(language, group.name, group.id),
            items: targets
              .filter((each) => each.group === group)
              .map((each) => ({
                value: each.target,
                label: `${nameOf(language, group.name, group.id)} · ${keyWords(words, each.keys)}`,
              })),
          }))}
        />
        <NativeSelect
          label={say("catalogue.own.op")}
          value={op}
          onChange={(event) => setOp(event.currentTarget.value === "add" ? "add" : "scale")}
          data={(["scale", "add"] as const).map((value) => ({ value, label: say(`catalogue.own.op.${value}`) }))}
        />
        <NumberInput
          label={say("catalogue.own.yearly")}
          value={yearly}
          min={0}
          thousandSeparator=","
          onChange={(value) => setYearly(Number(value) || 0)}
        />
        <NumberInput
          label={say("catalogue.own.lead")}
          value={lead}
          min={0}
          onChange={(value) => setLead(Number(value) || 0)}
        />
      </div>
      <SpansTable>
        <SpanFields
          label={say("catalogue.own.effect")}
          unit={op === "scale" ? say("offers.change.scale") : unitWords(words, unit)}
          value={effect}
          step={1}
          onChange={setEffect}
        />
        <SpanFields
          label={say("catalogue.own.price")}
          unit={say("inputUnit.yuan")}
          value={price}
          step={1000}
          onChange={setPrice}
        />
      </SpansTable>
      <p className="xj-note">{say("catalogue.effectsNote")}</p>
      <TextInput
        label={say("catalogue.own.source")}
        value={source}
        maxLength={300}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      {fault !== null && (
        <p className="xj-warning" role="alert">
          {fault}
        </p>
      )}
      <div className="xj-buttons">
        <Button onClick={take} data-testid="add-own">
          {say("catalogue.add")}
        </Button>
        <span className="xj-note">{say("catalogue.addNote")}</span>
      </div>
    </div>
  );
}
