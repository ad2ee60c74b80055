// A page for looking at the scene while working on it: `npx vite test/scene/gallery`. Never part of the product.
// Without a line in the address it lists what there is. ?line=machining|forging|…|transport|kinds &plan=G &quality=full|plain|flat
// &theme=light|dark &language=zh|en &at=hours &play=speed &select=id &look=focus|top|along|walk|follow &only=B &calm
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { LineScene, type SceneQuality } from "../../../src/scene";
import { createClock, play, playbackSpeeds, runClock, seek, setSpeed } from "../../../src/store";
import { Index } from "./Index";
import { galleryLabels } from "./labels";
import { runsOf } from "./lines";

const ask = new URLSearchParams(location.search);
const language = ask.get("language") === "en" ? "en" : "zh";
const theme = ask.get("theme") === "dark" ? "dark" : "light";
const quality = (ask.get("quality") ?? "plain") as SceneQuality;
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
const all = name === null ? [] : runsOf(name, ask.get("plan"), language, hours);
const shown = ask.has("only") ? all.filter((run) => run.id === ask.get("only")) : all;
const keys: Record<string, string> = { focus: "9", top: "2", along: "3", walk: "4", follow: "5" };

function Gallery() {
  const [selected, setSelected] = useState<string | null>(ask.get("select"));
  const [now, setNow] = useState<SceneQuality | null>(quality);
  // for the console: gallery.show("flat"), gallery.show(null) takes the scene away
  Object.assign(window.gallery, { show: setNow });
  useEffect(() => {
    const key = keys[ask.get("look") ?? ""];
    if (key === undefined) return;
    const timer = setTimeout(
      () =>
        document.querySelector(".xj-scene-list")?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })),
      1900,
    );
    return () => clearTimeout(timer);
  }, []);
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
if (root) createRoot(root).render(<StrictMode>{name === null ? <Index /> : <Gallery />}</StrictMode>);
