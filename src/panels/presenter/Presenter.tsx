import { ActionIcon } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { useApp } from "../../store";
import { useWords } from "../context";
import { Icon } from "../Icon";
import { slidesOf } from "./slides";
import "./presenter.css";

const forward = new Set(["ArrowRight", "PageDown", " ", "Enter"]);
const back = new Set(["ArrowLeft", "PageUp", "Backspace"]);

/** For a room: the line on the whole screen, one message at a time, readable from the last row. */
export function Presenter({ onClose }: { onClose: () => void }) {
  const { say, language } = useWords();
  const scenario = useApp((state) => state.history.present.scenario);
  const shown = useApp((state) => state.shown);
  const money = useApp((state) => state.money);
  const [wanted, setWanted] = useState(0);
  const slides = shown === null ? [] : slidesOf({ scenario, shown, money, say, language });
  const at = Math.min(wanted, Math.max(0, slides.length - 1));
  const go = useCallback(
    (by: number) => setWanted(() => Math.max(0, Math.min(at + by, slides.length - 1))),
    [at, slides.length],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest("button, input, [role=dialog]") !== null &&
        event.key !== "Escape" &&
        !event.key.startsWith("Arrow") &&
        !event.key.startsWith("Page")
      )
        return;
      if (event.key === "Escape" || event.key.toLowerCase() === "f") onClose();
      else if (forward.has(event.key)) go(1);
      else if (back.has(event.key)) go(-1);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [go, onClose]);
  const slide = slides[at];
  return (
    <section className="xj-presenter" aria-label={say("presenter.title")} data-slide={slide?.id ?? "waiting"}>
      <div className="xj-slide" aria-live="polite">
        {slide === undefined ? (
          <p className="xj-slide-headline">{say("status.first")}</p>
        ) : (
          <>
            <h2 className="xj-slide-headline">{slide.headline}</h2>
            {slide.figure !== null && <p className="xj-slide-figure xj-number">{slide.figure}</p>}
            <p className="xj-slide-detail">{slide.detail}</p>
          </>
        )}
      </div>
      <nav className="xj-slide-keys" aria-label={say("presenter.steps")}>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={say("presenter.previous")}
          onClick={() => go(-1)}
          disabled={at === 0}
        >
          <Icon name="left" />
        </ActionIcon>
        <span className="xj-number">{say("presenter.at", { at: at + 1, of: Math.max(1, slides.length) })}</span>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={say("presenter.next")}
          onClick={() => go(1)}
          disabled={at >= slides.length - 1}
        >
          <Icon name="right" />
        </ActionIcon>
        <ActionIcon variant="default" size={44} aria-label={say("presenter.end")} onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </nav>
    </section>
  );
}
