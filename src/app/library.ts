import type { z } from "zod";
import lprFile from "../../scenarios/policies/lpr.json";
import { unsupported } from "../engine";
import { checkScenario, parseScenario, PolicyFile, LprTable, type Library, type Name, type Scenario } from "../model";
import type { ReadyLine } from "../panels";
import type { Parsed } from "../store";

export const lpr: z.infer<typeof LprTable> = LprTable.parse(lprFile);

let library: Library | undefined;

/** The rule packs: data as the lines are, fetched beside the first of them. To be awaited before anything is parsed. */
export async function loadRules(): Promise<Library> {
  const { packs } = await import("./rulePacks");
  return (library ??= { retrofits: [], policies: packs.flatMap((pack) => PolicyFile.parse(pack).rules) });
}

/** A file that ships with the product must be right; a fault in it is a bug. */
function ready(json: unknown, rules: Library): Scenario {
  const checked = checkScenario(json, rules);
  if (!checked.ok) throw new Error(`a shipped line is broken: ${JSON.stringify(checked.problems)}`);
  return checked.value;
}

/** The file's own name comes with the file; the menu must know it before (a test holds the two together). */
function readyLine(id: string, name: Name, fetch: () => Promise<{ default: unknown }>): ReadyLine {
  let scenario: Scenario | undefined;
  return {
    id,
    name,
    get scenario() {
      if (scenario === undefined) throw new Error(`the line ${id} has not been fetched`);
      return scenario;
    },
    load: async () => {
      const [{ default: json }, rules] = await Promise.all([fetch(), loadRules()]);
      return (scenario ??= ready(json, rules));
    },
  };
}

/** The menu's order: the line shown first, the other trades, the line fitted from measurements. */
export const readyLines: readonly ReadyLine[] = [
  readyLine(
    "machining",
    { zh: "汽车零部件机加工线", en: "Machining line for car parts" },
    () => import("../../scenarios/lines/machining.json"),
  ),
  readyLine(
    "forging",
    { zh: "精密锻造线", en: "Precision forging line" },
    () => import("../../scenarios/lines/forging.json"),
  ),
  readyLine(
    "sewing",
    { zh: "服装缝制线（POLO 衫）", en: "Sewing line for polo shirts" },
    () => import("../../scenarios/lines/sewing.json"),
  ),
  readyLine(
    "electronics",
    { zh: "电子控制板线（贴片到总装）", en: "Controller boards, SMT to housing" },
    () => import("../../scenarios/lines/electronics.json"),
  ),
  readyLine(
    "battery-pack",
    { zh: "锂电池 PACK 线", en: "Battery pack line" },
    () => import("../../scenarios/lines/battery-pack.json"),
  ),
  readyLine(
    "injection-moulding",
    { zh: "注塑线（六台注塑机）", en: "Injection moulding, six presses" },
    () => import("../../scenarios/lines/injection-moulding.json"),
  ),
  readyLine(
    "dream-11-station",
    { zh: "实测产线：11 个工位串联", en: "Measured line: eleven stations in series" },
    () => import("../../scenarios/lines/dream-11-station.json"),
  ),
];

/** All of them: for tests, and for the owner's way in, which looks into the line of every trade. */
export async function loadReadyLines(): Promise<void> {
  await Promise.all(readyLines.map((line) => line.load()));
}

/** Text → a scenario that this engine can run, or everything that is wrong with it. */
export function parse(text: string): Parsed {
  if (library === undefined) throw new Error("the rules have not been fetched");
  const parsed = parseScenario(text, library);
  if (!parsed.ok) return parsed;
  const problems = unsupported(parsed.value.line);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: parsed.value };
}
