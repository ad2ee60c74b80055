import { ActionIcon, SegmentedControl } from "@mantine/core";
import { useCallback, useSyncExternalStore } from "react";
import { pause, play, playbackSpeeds, setSpeed, subscribe, type PlaybackClock } from "../../store";
import { useWords } from "../context";
import { Icon } from "../Icon";

interface TransportProps {
  clock: PlaybackClock;
  disabled: boolean;
  jump: (direction: -1 | 1) => void;
}

/** Play both ways, step from event to event, speed. */
export function Transport({ clock, disabled, jump }: TransportProps) {
  const { say } = useWords();
  // one value that changes with anything shown here
  const mode = useSyncExternalStore(
    useCallback((listener) => subscribe(clock, listener), [clock]),
    () => `${clock.playing ? clock.direction : 0} ${clock.speed}`,
  );
  const [direction] = mode.split(" ");
  const isForwards = direction === "1";
  const isBackwards = direction === "-1";
  return (
    <div className="xj-transport">
      <ActionIcon
        size={32}
        variant={isBackwards ? "filled" : "subtle"}
        aria-label={say(isBackwards ? "time.pause" : "replay.backwards")}
        title={say(isBackwards ? "time.pause" : "replay.backwards")}
        onClick={() => (isBackwards ? pause(clock) : play(clock, -1))}
        disabled={disabled}
      >
        <span className={isBackwards ? undefined : "xj-mirrored"}>
          <Icon name={isBackwards ? "pause" : "play"} />
        </span>
      </ActionIcon>
      <ActionIcon
        size={44}
        variant="filled"
        radius="xl"
        aria-label={say(isForwards ? "time.pause" : "time.play")}
        onClick={() => (isForwards ? pause(clock) : play(clock))}
        disabled={disabled}
      >
        <Icon name={isForwards ? "pause" : "play"} size={22} />
      </ActionIcon>
      {([-1, 1] as const).map((to) => (
        <ActionIcon
          key={to}
          size={32}
          variant="subtle"
          aria-label={say(to === 1 ? "time.next" : "time.previous")}
          title={say(to === 1 ? "time.next" : "time.previous")}
          onClick={() => jump(to)}
          disabled={disabled}
        >
          <Icon name={to === 1 ? "next" : "previous"} />
        </ActionIcon>
      ))}
      <SegmentedControl
        size="xs"
        aria-label={say("time.speed")}
        value={String(clock.speed)}
        onChange={(value) => setSpeed(clock, playbackSpeeds.find((each) => String(each) === value) ?? 60)}
        data={playbackSpeeds.map((each) => ({
          value: String(each),
          label: each === "max" ? say("time.max") : say("time.times", { n: each }),
        }))}
      />
    </div>
  );
}
