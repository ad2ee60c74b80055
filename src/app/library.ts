import type { z } from "zod";
import changzhou from "../../scenarios/policies/changzhou.json";
import lprFile from "../../scenarios/policies/lpr.json";
import suzhou from "../../scenarios/policies/suzhou.json";
import batteryPack from "../../scenarios/lines/battery-pack.json";
import dream from "../../scenarios/lines/dream-11-station.json";
import electronics from "../../scenarios/lines/electronics.json";
import forging from "../../scenarios/lines/forging.json";
import injectionMoulding from "../../scenarios/lines/injection-moulding.json";
import machining from "../../scenarios/lines/machining.json";
import sewing from "../../scenarios/lines/sewing.json";
import { unsupported } from "../engine";
import { checkScenario, parseScenario, PolicyFile, LprTable, type Library, type Name, type Scenario } from "../model";
import type { Parsed } from "../store";

const policies = [changzhou, suzhou].flatMap((pack) => PolicyFile.parse(pack).rules);
export const lpr: z.infer<typeof LprTable> = LprTable.parse(lprFile);
const library: Library = { retrofits: [], policies };

/** A file that ships with the product must be right; a fault in it is a bug. */
function ready(json: unknown): Scenario {
  const checked = checkScenario(json, library);
  if (!checked.ok) throw new Error(`a shipped line is broken: ${JSON.stringify(checked.problems)}`);
  return checked.value;
}

/** Checked when it is first opened: seven lines at once would keep the first one waiting. */
function readyLine(json: { meta: { id: string; name: Name } }): {
  id: string;
  name: Name;
  readonly scenario: Scenario;
} {
  let scenario: Scenario | undefined;
  return {
    id: json.meta.id,
    name: json.meta.name,
    get scenario() {
      return (scenario ??= ready(json));
    },
  };
}

/** The menu's order: the line shown first, the other trades, the line fitted from measurements. */
export const readyLines = [machining, forging, sewing, electronics, batteryPack, injectionMoulding, dream].map(
  readyLine,
);

/** Text → a scenario that this engine can run, or everything that is wrong with it. */
export function parse(text: string): Parsed {
  const parsed = parseScenario(text, library);
  if (!parsed.ok) return parsed;
  const problems = unsupported(parsed.value.line);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: parsed.value };
}
