import { watch } from "../../../src/engine";
import {
  checkScenario,
  Line,
  PolicyFile,
  Run,
  type Scenario,
  type Station,
  type StationKind,
} from "../../../src/model";
import { equipmentOf, type SceneRun } from "../../../src/scene";
import { plannedLine } from "../../../src/store";
import battery from "../../../scenarios/lines/battery-pack.json";
import electronics from "../../../scenarios/lines/electronics.json";
import forging from "../../../scenarios/lines/forging.json";
import injection from "../../../scenarios/lines/injection-moulding.json";
import machining from "../../../scenarios/lines/machining.json";
import sewing from "../../../scenarios/lines/sewing.json";
import changzhou from "../../../scenarios/policies/changzhou.json";
import suzhou from "../../../scenarios/policies/suzhou.json";
import { machiningLine } from "../machiningLine";
import { syntheticTrace } from "../syntheticTrace";

const files: Readonly<Record<string, unknown>> = { machining, forging, sewing, electronics, battery, injection };
export const lineNames = [...Object.keys(files), "transport", "belts", "kinds"];

const policies = [changzhou, suzhou].flatMap((pack) => PolicyFile.parse(pack).rules);

function read(json: unknown): Scenario {
  const checked = checkScenario(json, { retrofits: [], policies });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

/** One station of each silhouette, in the order of the model's kinds. */
export const kinds: readonly StationKind[] = [
  "bandSaw",
  "lathe",
  "vmc",
  "drillTap",
  "deburr",
  "washer",
  "inspection",
  "packing",
  "forgingPress",
  "trimPress",
  "heater",
  "blaster",
  "injection",
  "dryer",
  "laserWelder",
  "oven",
  "printer",
  "placer",
  "aoi",
  "tester",
  "sorting",
  "stacking",
  "assembly",
  "bench",
  "sewing",
  "ironing",
  "hanging",
  "ageing",
  "generic",
];

function kindsLine(): Line {
  const base = machiningLine();
  const stations = kinds.map((kind, i): Station => {
    const { floor: _, setup: _setup, ...first } = base.stations[0] as Station;
    return {
      ...first,
      id: kind,
      kind,
      name: { zh: kind, en: kind },
      position: { x: (i % 6) * 6.5, y: Math.floor(i / 6) * 7.4 },
      machines: kind === "ageing" ? 24 : 1,
      process: { time: { dist: "constant", value: 40 + i } },
    };
  });
  return {
    ...base,
    stations,
    flows: stations.slice(1).map((s, i) => ({ from: stations[i]?.id ?? "", to: s.id, capacity: 4 })),
  };
}

/** The machining line with vehicles on its first flows: what no template has. */
function transportScenario(): Scenario {
  const scenario = read(machining);
  const line = structuredClone(scenario.line);
  line.transporters = (["forklift", "agv"] as const).map((kind) => ({
    id: kind,
    count: kind === "agv" ? 2 : 1,
    kind,
    speed: 1,
    loadTime: 20 as never,
    failures: [],
  }));
  line.flows?.forEach((flow, f) => {
    if (f < 5) flow.transport = { distance: 12, transporter: f === 0 ? "forklift" : "agv", lot: 4 };
  });
  return { ...scenario, line: Line.parse(line) };
}

/** Conveyors from machine to bench to packing, a cobot at each table: what no template has. */
function beltScenario(): Scenario {
  const cell = (id: string) => ({ id, name: { zh: "协作机器人", en: "Cobot" }, kind: "robot", count: 1 });
  const table = (id: string, kind: StationKind, zh: string, en: string, seconds: number) => ({
    id,
    kind,
    name: { zh, en },
    process: { time: { dist: "lognormal", mean: seconds, cv: 0.2 } },
    load: { time: 12, operators: { pool: id, count: 1 } },
  });
  const belt = (from: string, to: string, length: number) => ({
    from,
    to,
    conveyor: { length, speed: 0.12, spacing: 0.5 },
  });
  return read({
    schemaVersion: 1,
    line: {
      operators: ["assemble", "check", "pack"].map(cell),
      stations: [
        { id: "mill", kind: "vmc", name: { zh: "铣", en: "Mill" }, machines: 2, process: { time: 70 } },
        table("assemble", "bench", "装配", "Assembly", 30),
        table("check", "inspection", "检验", "Inspection", 24),
        table("pack", "packing", "包装", "Packing", 34),
      ],
      flows: [belt("mill", "assemble", 6), belt("assemble", "check", 4), belt("check", "pack", 9)],
    },
  });
}

/** What a gallery page shows: a line, a second one with retrofits when `plan` names some ("G" or "D,E"). */
export function runsOf(name: string, plan: string | null, language: "zh" | "en", hours: number): SceneRun[] {
  if (name === "kinds") {
    const line = kindsLine();
    return [
      { id: "A", title: language === "zh" ? "各类设备" : "Every kind", line, trace: syntheticTrace(line, hours) },
    ];
  }
  const scenario =
    name === "transport" ? transportScenario() : name === "belts" ? beltScenario() : read(files[name] ?? machining);
  const run = Run.parse(scenario.run);
  const a: SceneRun = {
    id: "A",
    title: language === "zh" ? "现状" : "Today",
    line: scenario.line,
    trace: watch(scenario.line, run, 0, hours),
  };
  const choice = plan?.split(",") ?? [];
  const planned = plannedLine(scenario, choice);
  if (!planned.ok || choice.length === 0) return [a];
  return [
    a,
    {
      id: "B",
      title: language === "zh" ? `方案 ${plan}` : `Plan ${plan}`,
      line: planned.line,
      trace: watch(planned.line, run, 0, hours),
      changed: planned.changed,
      equipment: equipmentOf(planned.chosen, planned.line),
    },
  ];
}
