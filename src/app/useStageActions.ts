import { useCallback, useEffect, useRef, useState } from "react";
import { captionFacts, useServices, useWords } from "../panels";
import { filmKind, type Caption, type LayoutMove, type SceneCapture, type SceneRun, type StageAction } from "../scene";
import { useActions, useAppStore, withLayout, withoutLayout } from "../store";
import { dayTime, nameOf } from "../text";

const filmSeconds = 10;
const noteMs = 5000;

/** What can be done with the stage as a whole: laying out the line, pictures and films for a proposal. */
export function useStageActions(runs: readonly SceneRun[]) {
  const { say, language } = useWords();
  const { clock, download, versions } = useServices();
  const store = useAppStore();
  const { edit } = useActions();
  const capture = useRef<SceneCapture>(null);
  const [isLayout, setLayout] = useState(false);
  const [filming, setFilming] = useState<{ left: number; end: AbortController } | null>(null);
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    if (note === null) return;
    const timer = setTimeout(() => setNote(null), noteMs);
    return () => clearTimeout(timer);
  }, [note]);

  const onLayout = useCallback(
    ({ before, after }: LayoutMove) => edit((project) => withLayout(project, before, after)),
    [edit],
  );
  const isArranged = runs[0]?.line.stations.some(({ position }) => position !== undefined) ?? false;

  const caption = (): Caption => {
    const { scenario } = store.getState().history.present;
    return {
      title: say("stage.captionTitle", {
        line: nameOf(language, scenario.meta.name),
        runs: (isLayout ? runs.slice(0, 1) : runs).map(({ title }) => title).join(say("stage.captionAnd")),
      }),
      facts: [dayTime(language, clock.now), say("stage.captionRun"), ...captionFacts(say, scenario.run.seed, versions)],
      metres: (length) => say("stage.captionMetres", { n: String(length) }),
    };
  };
  const keep = (found: Blob | null): void => {
    if (found === null) return setNote(say("stage.captureFailed"));
    const end = found.type === "image/png" ? "png" : found.type.endsWith("mp4") ? "mp4" : "webm";
    const { scenario } = store.getState().history.present;
    const minutes = Math.floor(clock.now / 60e6);
    download(found, `xianjian-${scenario.meta.id ?? "line"}-${minutes}min.${end}`, found.type);
  };
  const fail = (): void => setNote(say("stage.captureFailed"));
  const picture = (): void => {
    void capture.current?.picture(caption()).then(keep, fail);
  };
  const film = (): void => {
    if (filming !== null) return filming.end.abort();
    if (filmKind() === null) return setNote(say("stage.filmMissing"));
    const end = new AbortController();
    setFilming({ left: filmSeconds, end });
    const second = setInterval(() => setFilming((now) => now && { ...now, left: Math.max(0, now.left - 1) }), 1000);
    void capture.current
      ?.film(caption, filmSeconds, end.signal)
      .then(keep, fail)
      .finally(() => {
        clearInterval(second);
        setFilming(null);
      });
  };

  const actions: StageAction[] = [
    ...(isLayout && isArranged
      ? [{ id: "rows", label: say("stage.rows"), glyph: "rows" as const, onPress: () => edit(withoutLayout) }]
      : []),
    {
      id: "layout",
      label: isLayout ? say("stage.layoutEnd") : say("stage.layout"),
      glyph: "layout",
      isOn: isLayout,
      onPress: () => setLayout(!isLayout),
    },
    { id: "picture", label: say("stage.picture"), glyph: "picture", onPress: picture },
    {
      id: "film",
      label: filming === null ? say("stage.film") : say("stage.filmEnd"),
      glyph: filming === null ? "film" : "stop",
      isOn: filming !== null,
      ...(filming === null ? {} : { text: say("stage.filmLeft", { n: filming.left }) }),
      onPress: film,
    },
  ];
  return { actions, isLayout, onLayout, capture, note };
}
