import { Button } from "@mantine/core";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useActions, useApp } from "../../store";
import { useWords } from "../context";
import "./tour.css";

/** What each step points at; one that is not on the screen is told all the same, in the middle. */
const steps = [
  { id: "line", title: "tour.line.title", text: "tour.line.text", target: ".xj-stage" },
  { id: "today", title: "tour.today.title", text: "tour.today.text", target: ".xj-verdict" },
  { id: "plan", title: "tour.plan.title", text: "tour.plan.text", target: "[data-plan]" },
  { id: "compare", title: "tour.compare.title", text: "tour.compare.text", target: ".xj-details" },
  { id: "time", title: "tour.time.title", text: "tour.time.text", target: ".xj-time" },
  { id: "keep", title: "tour.keep.title", text: "tour.keep.text", target: ".xj-project" },
] as const;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Six stops over the workspace. Where one stopped is kept, so that it goes on there the next time. */
export function Tour({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const kept = useApp((state) => state.preferences.tourStep);
  const { setPreferences } = useActions();
  const at = Math.min(kept, steps.length - 1);
  const { id, title, text, target } = steps[at] ?? steps[0];
  const box = useBoxOf(target);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.focus(), [at]);
  const isLast = at === steps.length - 1;
  const end = (): void => {
    if (isLast) setPreferences({ tourStep: 0 });
    onClose();
  };
  return (
    <>
      {box !== null && (
        <svg className="xj-tour-ring" aria-hidden="true">
          <rect x={box.left} y={box.top} width={box.width} height={box.height} rx="8" />
        </svg>
      )}
      <div
        ref={card}
        className="xj-tour"
        data-side={sideOf(box)}
        role="dialog"
        aria-label={say("tour.title")}
        tabIndex={-1}
        data-step={id}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
      >
        <p className="xj-note">{say("presenter.at", { at: at + 1, of: steps.length })}</p>
        <h2>{say(title)}</h2>
        <p>{say(text)}</p>
        <div className="xj-buttons">
          {!isLast && <Button onClick={() => setPreferences({ tourStep: at + 1 })}>{say("presenter.next")}</Button>}
          {at > 0 && (
            <Button variant="default" onClick={() => setPreferences({ tourStep: at - 1 })}>
              {say("presenter.previous")}
            </Button>
          )}
          <Button variant={isLast ? "filled" : "subtle"} onClick={end}>
            {say(isLast ? "tour.done" : "tour.later")}
          </Button>
        </div>
      </div>
    </>
  );
}

/** The card stands where the thing it speaks of is not. */
function sideOf(box: Box | null): "left" | "right" | "middle" {
  if (box === null) return "middle";
  return box.left + box.width / 2 > window.innerWidth / 2 ? "left" : "right";
}

function useBoxOf(selector: string): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = document.querySelector(selector);
      element?.scrollIntoView({ block: "nearest" });
      const found = element?.getBoundingClientRect();
      setBox(
        found === undefined || found.width === 0
          ? null
          : { left: found.left + 2, top: found.top + 2, width: found.width - 4, height: found.height - 4 },
      );
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [selector]);
  return box;
}
