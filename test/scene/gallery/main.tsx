// A page for looking at the scene while working on it: `npx vite test/scene/gallery`. Never part of the product.
// Without a line in the address it lists what there is. ?line=machining|forging|…|transport|kinds &plan=G &quality=full|plain|flat
// &theme=light|dark &language=zh|en &overlay=load|wip|… &at=hours &play=speed &select=id &look=focus|top|along|walk|follow
// &compare=split|swipe|ghost &only=B &calm. From the console: gallery.set({ theme: "dark", select: "lathe", look: "focus" }).
import { StrictMode, useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import {
  LineScene,
  OverlayChooser,
  overlayKinds,
  scaleTopOf,
  type CompareMode,
  type OverlayKind,
  type SceneQuality,
} from "../../../src/scene";
import { themeVariables } from "../../../src/look";
import { createClock, play, playbackSpeeds, runClock, seek, setSpeed } from "../../../src/store";
import { Index } from "./Index";
import { frameWords, galleryLabels } from "./labels";
import { runsOf } from "./lines";
import { overlayOf } from "./overlay";

const ask = new URLSearchParams(location.search);
interface Shown {
  language: "zh" | "en";
  theme: "light" | "dark";
  /** null takes the scene away */
  quality: SceneQuality | null;
  overlay: OverlayKind;
  compare: CompareMode;
  select: string | null;
  look: string;
}
const asked: Shown = {
  language: ask.get("language") === "en" ? "en" : "zh",
  theme: ask.get("theme") === "dark" ? "dark" : "light",
  quality: (ask.get("quality") ?? "plain") as SceneQuality,
  overlay: (ask.get("overlay") ?? "none") as OverlayKind,
  compare: (ask.get("compare") ?? "split") as CompareMode,
  select: ask.get("select"),
  look: ask.get("look") ?? "",
};
const name = ask.get("line");
const hours = name === "kinds" ? 8 : 30;

const clock = createClock(0, hours * 3600e6);
seek(clock, Number(ask.get("at") ?? (name === "kinds" ? 2 : 10.5)) * 3600e6);
const speed = ask.get("play");
setSpeed(clock, playbackSpeeds.find((known) => String(known) === (speed ?? "60")) ?? 60);
if (speed !== null) play(clock);
runClock(clock);
declare global {
  interface Window {
    gallery: object;
  }
}
window.gallery = { clock, seek: (to: number) => seek(clock, to * 3600e6) };
const opened = performance.now();
const known = new Map<string, ReturnType<typeof runsOf>>();
function shownRuns(language: "zh" | "en"): ReturnType<typeof runsOf> {
  const runs = known.get(language) ?? (name === null ? [] : runsOf(name, ask.get("plan"), language, hours));
  known.set(language, runs);
  return ask.has("only") ? runs.filter((run) => run.id === ask.get("only")) : runs;
}
const keys: Record<string, string> = { iso: "1", focus: "9", top: "2", along: "3", walk: "4", follow: "5", fit: "0" };

function Gallery() {
  const [now, setNow] = useState<Shown>(asked);
  const { language, theme, quality, overlay: kind, compare, select, look } = now;
  Object.assign(window.gallery, {
    set: (change: Partial<Shown>) => setNow((old) => ({ ...old, ...change })),
    show: (level: SceneQuality | null) => setNow((old) => ({ ...old, quality: level })),
  });
  const runs = shownRuns(language);
  const overlay = useMemo(() => overlayOf(runs, kind), [runs, kind]);
  useEffect(() => {
    const key = keys[look];
    if (key === undefined) return;
    const press = (): void => {
      const list = document.querySelector(".xj-scene-list");
      list?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    };
    // the first one waits for the picture
    const timer = setTimeout(press, Math.max(60, 1900 - (performance.now() - opened)));
    return () => clearTimeout(timer);
  }, [look, select]);
  if (quality === null) return null;
  const top = scaleTopOf(
    kind,
    runs.map(({ line }) => line),
  );
  const scale: [string, string] | null =
    top === null ? null : [overlay.text(kind, 0, null), overlay.text(kind, top, null)];
  const words = frameWords[language];
  return (
    <>
      <LineScene
        runs={runs}
        clock={clock}
        language={language}
        selected={select}
        onSelect={(to) => setNow((old) => ({ ...old, select: to }))}
        quality={quality}
        theme={theme}
        reducedMotion={ask.has("calm")}
        labels={galleryLabels[language]}
        overlay={overlay}
        compare={compare}
        onCompare={(to) => setNow((old) => ({ ...old, compare: to }))}
        onContextLost={() => console.error("context lost")}
      />
      <div style={themeVariables(theme)} className="gallery-frame">
        <OverlayChooser
          kind={kind}
          onChoose={(to) => setNow((old) => ({ ...old, overlay: to }))}
          title=""
          names={
            Object.fromEntries(overlayKinds.map((each, i) => [each, words.overlays[i]])) as Record<OverlayKind, string>
          }
          legend={kind === "none" ? null : { text: "", scale }}
          states={galleryLabels[language].states}
          frame={words.frame}
        />
      </div>
    </>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<StrictMode>{name === null ? <Index /> : <Gallery />}</StrictMode>);
