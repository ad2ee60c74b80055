import type { z } from "zod";
import changzhou from "../../scenarios/policies/changzhou.json";
import lprFile from "../../scenarios/policies/lpr.json";
import dream from "../../scenarios/lines/dream-11-station.json";
import machining from "../../scenarios/lines/machining.json";
import { unsupported } from "../engine";
import { checkScenario, parseScenario, PolicyFile, LprTable, type Library, type Scenario } from "../model";
import type { Parsed } from "../store";

const policies = PolicyFile.parse(changzhou).rules;
export const lpr: z.infer<typeof LprTable> = LprTable.parse(lprFile);
const library: Library = { retrofits: [], policies };

/** A file that ships with the product must be right; a fault in it is a bug. */
function ready(json: unknown): Scenario {
  const checked = checkScenario(json, library);
  if (!checked.ok) throw new Error(`a shipped line is broken: ${JSON.stringify(checked.problems)}`);
  return checked.value;
}

export const readyLines = [ready(machining), ready(dream)].map((scenario) => ({
  id: scenario.meta.id ?? scenario.meta.name.en,
  name: scenario.meta.name,
  scenario,
}));

/** Text → a scenario that this engine can run, or everything that is wrong with it. */
export function parse(text: string): Parsed {
  const parsed = parseScenario(text, library);
  if (!parsed.ok) return parsed;
  const problems = unsupported(parsed.value.line);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: parsed.value };
}
