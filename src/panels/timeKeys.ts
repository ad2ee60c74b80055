import { useEffect } from "react";
import { pause, play, playbackSpeeds, seek, setSpeed, type PlaybackClock } from "../store";

const minute = 60e6;

/** Keys of a video player, J K L those of an editing table: backwards, stop, forwards. They stay silent in fields, on controls that use the key themselves, and while an IME composes. */
export function useTimeKeys(clock: PlaybackClock, jump: (direction: -1 | 1) => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (
        target?.closest("input:not([type=range]), textarea, select, [contenteditable], [role=dialog], [role=menu]") !=
        null
      )
        return;
      if (
        event.key === " " &&
        target?.closest("button, summary, a, [role=tab], [role=radio], [role=application]") != null
      )
        return;
      if (
        (event.key === "Home" || event.key === "End") &&
        target?.closest("[role=tab], [role=radio], [role=application]") != null
      )
        return;
      if (act(clock, jump, event)) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [clock, jump, isOn]);
}

function act(clock: PlaybackClock, jump: (direction: -1 | 1) => void, event: KeyboardEvent): boolean {
  switch (event.key) {
    case " ":
      if (clock.playing) pause(clock);
      else play(clock);
      return true;
    case "j":
      play(clock, -1);
      return true;
    case "k":
      pause(clock);
      return true;
    case "l":
      play(clock);
      return true;
    case "[":
      jump(-1);
      return true;
    case "]":
      jump(1);
      return true;
    case "{":
      seek(clock, clock.now - minute);
      return true;
    case "}":
      seek(clock, clock.now + minute);
      return true;
    case ",":
      changeSpeed(clock, -1);
      return true;
    case ".":
      changeSpeed(clock, 1);
      return true;
    case "Home":
      seek(clock, clock.start);
      return true;
    case "End":
      seek(clock, clock.stop);
      return true;
    default:
      return false;
  }
}

function changeSpeed(clock: PlaybackClock, by: -1 | 1): void {
  const next = playbackSpeeds[playbackSpeeds.indexOf(clock.speed) + by];
  if (next !== undefined) setSpeed(clock, next);
}
