import { useEffect, useState } from "react";
import { subscribe, type PlaybackClock } from "../store";
import type { RunModel } from "./runModel";
import { spokenState } from "./spoken";
import type { SceneLabels } from "./types";

const everyMs = 2000;

/**
 * The parallel list in words, and what is announced: the selected station when it is chosen and when its state has
 * changed. Both at most every two seconds.
 */
export function useSpokenState(
  models: readonly RunModel[],
  clock: PlaybackClock,
  labels: SceneLabels,
  language: "zh" | "en",
  selected: string | null,
  stations: readonly { id: string }[],
): { states: string[]; announcement: string } {
  const [spoken, setSpoken] = useState<{ states: string[]; announcement: string }>({ states: [], announcement: "" });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let wanted = false;
    const say = (): void => {
      for (const model of models) model.cursor.seek(clock.now);
      const states = stations.map(({ id }) => spokenState(models, id, labels, language));
      const at = stations.findIndex(({ id }) => id === selected);
      const announcement = at < 0 ? labels.nothingSelected : (states[at] ?? "");
      setSpoken((before) =>
        before.announcement === announcement && before.states.join("\n") === states.join("\n")
          ? before
          : { states, announcement },
      );
    };
    const soon = (): void => {
      if (timer !== null) {
        wanted = true;
        return;
      }
      wanted = false;
      timer = setTimeout(() => {
        timer = null;
        if (wanted) soon();
      }, everyMs);
      say();
    };
    soon();
    const leave = subscribe(clock, soon);
    return () => {
      leave();
      if (timer !== null) clearTimeout(timer);
    };
  }, [models, clock, labels, language, selected, stations]);
  return spoken;
}
