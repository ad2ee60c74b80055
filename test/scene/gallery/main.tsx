// A page for looking at the scene while working on it: `npx vite test/scene/gallery`. Never part of the product.
// ?quality=full|plain|flat &theme=light|dark &language=zh|en &runs=1|2 &at=hours &play=speed &select=id &line=machining|kinds|engine (engine: the real scenario; &free ignores its positions)
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import machining from "../../../scenarios/lines/machining.json";
import { watch } from "../../../src/engine";
import { Line, Run, type Station } from "../../../src/model";
import { LineScene, type SceneQuality, type SceneRun } from "../../../src/scene";
import { createClock, play, playbackSpeeds, runClock, seek, setSpeed } from "../../../src/store";
import { machiningLine } from "../machiningLine";
import { syntheticTrace } from "../syntheticTrace";
import { galleryLabels } from "./labels";

const ask = new URLSearchParams(location.search);
const language = ask.get("language") === "en" ? "en" : "zh";
const theme = ask.get("theme") === "dark" ? "dark" : "light";
const quality = (ask.get("quality") ?? "plain") as SceneQuality;

const hours = ask.get("line") === "engine" ? 48 : 8;

/** One station of each silhouette, so that they can be compared. */
function kindsLine(): Line {
  const kinds: Station["kind"][] = [
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
    "sewing",
    "ironing",
    "generic",
  ];
  const base = machiningLine();
  const stations = kinds.map((kind, i): Station => ({
    ...(base.stations[0] as Station),
    id: kind,
    kind,
    name: { zh: kind, en: kind },
    floor: undefined as never,
    position: { x: (i % 5) * 6.5, y: Math.floor(i / 5) * 7 },
    process: { time: { dist: "constant", value: 40 + i } },
  }));
  for (const station of stations) delete (station as { floor?: unknown }).floor;
  return {
    ...base,
    stations,
    flows: stations.slice(1).map((s, i) => ({ from: stations[i]?.id ?? "", to: s.id, capacity: 4 })),
  };
}

function runs(): SceneRun[] {
  if (ask.get("line") === "kinds") {
    const line = kindsLine();
    return [{ id: "A", title: "Kinds", line, trace: syntheticTrace(line, 4) }];
  }
  if (ask.get("line") === "engine") {
    const line = Line.parse(machining.line);
    if (ask.has("free")) for (const station of line.stations) delete station.position;
    const planned = Line.parse(structuredClone(line));
    for (const station of planned.stations) if (station.id === "op30") station.machines = 4;
    const run = Run.parse({});
    const a: SceneRun = {
      id: "A",
      title: language === "zh" ? "现状" : "Today",
      line,
      trace: watch(line, run, 0, hours),
    };
    if (ask.get("runs") !== "2") return [a];
    const changed = { stations: [], pools: [], addedMachines: { op30: 1 } };
    return [
      a,
      {
        id: "B",
        title: language === "zh" ? "方案 B" : "Plan B",
        line: planned,
        trace: watch(planned, run, 0, hours),
        changed,
      },
    ];
  }
  const line = machiningLine();
  const off = Number(ask.get("off") ?? 8);
  const a: SceneRun = {
    id: "A",
    title: language === "zh" ? "现状" : "Today",
    line,
    trace: syntheticTrace(line, 8, 1, off),
    bottleneck: { station: "op30", text: language === "zh" ? "瓶颈 · 62 %" : "Bottleneck · 62 %", settled: true },
  };
  if (ask.get("runs") !== "2") return [a];
  const plan = machiningLine({ machines: { op30: 4 }, robotAt: "op10" });
  return [
    a,
    {
      id: "B",
      title: language === "zh" ? "方案 B：加铣床和机器人" : "Plan B: mill and robot",
      line: plan,
      trace: syntheticTrace(plan, 8, 1, off),
      changed: { stations: ["op10"], pools: ["robot"], addedMachines: { op30: 1 } },
    },
  ];
}

const clock = createClock(0, hours * 3600e6);
seek(clock, Number(ask.get("at") ?? 2) * 3600e6);
const speed = ask.get("play");
if (speed !== null) {
  setSpeed(clock, playbackSpeeds.find((known) => String(known) === speed) ?? 60);
  play(clock);
}
runClock(clock);
declare global {
  interface Window {
    gallery: object;
  }
}
window.gallery = { clock, seek: (to: number) => seek(clock, to * 3600e6) };
const shown = runs();

function Gallery() {
  const [selected, setSelected] = useState<string | null>(ask.get("select"));
  const [now, setNow] = useState<SceneQuality | null>(quality);
  // for the console: gallery.show("flat"), gallery.show(null) takes the scene away
  Object.assign(window.gallery, { show: setNow });
  if (now === null) return null;
  return (
    <LineScene
      runs={shown}
      clock={clock}
      language={language}
      selected={selected}
      onSelect={setSelected}
      quality={now}
      theme={theme}
      reducedMotion={ask.has("calm")}
      labels={galleryLabels[language]}
      onContextLost={() => console.error("context lost")}
    />
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
