import { NativeSelect } from "@mantine/core";
import { useApp } from "../../store";
import { tLoose } from "../../text";
import { useWords } from "../context";
import { NumberField } from "../NumberField";
import { useSupportEdit, type Support } from "./useSupportEdit";

/** Where the firm is and what it already draws: the rules ask, the file does not know. */
export function FirmForm() {
  const { say, language } = useWords();
  const rules = useApp((state) => state.history.present.scenario.policies);
  const support = useApp((state) => state.history.present.scenario.economics.support);
  const change = useSupportEdit();
  const cities = [
    ...new Set([...rules.map((rule) => rule.city), ...(support.city === undefined ? [] : [support.city])]),
  ];
  const districts = [
    ...new Set(
      rules
        .filter((rule) => support.city === undefined || rule.city === support.city)
        .flatMap((rule) => (rule.district === undefined ? [] : [rule.district])),
    ),
  ];
  const set = (field: "city" | "district", value: string): string | null =>
    change((old) => {
      const { [field]: _old, ...rest } = old;
      // another city has other districts
      const { district: _gone, ...elsewhere } = rest as Support;
      const kept = field === "city" ? elsewhere : rest;
      return (value === "" ? kept : { ...kept, [field]: value }) as Support;
    });
  return (
    <fieldset className="xj-premises" data-testid="firm">
      <legend>{say("policyView.firm")}</legend>
      <NativeSelect
        label={say("policyView.city")}
        value={support.city ?? ""}
        data={[
          { value: "", label: say("policyView.notGiven") },
          ...cities.map((city) => ({ value: city, label: cityName(city) })),
        ]}
        onChange={(event) => set("city", event.currentTarget.value)}
      />
      {districts.length > 0 && (
        <NativeSelect
          label={say("policyView.district")}
          value={support.district ?? ""}
          data={[
            { value: "", label: say("policyView.notGiven") },
            ...districts.map((each) => ({ value: each, label: each })),
          ]}
          onChange={(event) => set("district", event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={say("policyView.industry")}
        value={support.industry}
        data={(["other", "strategic"] as const).map((value) => ({
          value,
          label: say(`policyView.industryIs.${value}`),
        }))}
        onChange={(event) => {
          const industry = event.currentTarget.value as Support["industry"];
          change((old) => ({ ...old, industry }));
        }}
      />
      <NumberField
        label={say("policyView.otherSupport")}
        unit={say("unit.yuan")}
        step={10_000}
        value={support.otherSupportThisYear}
        onCommit={(value) => change((old) => ({ ...old, otherSupportThisYear: value ?? 0 }))}
      />
    </fieldset>
  );

  function cityName(city: string): string {
    const key = `policyView.cityName.${city}`;
    const name = tLoose(language, key);
    return name === key ? city : name;
  }
}
