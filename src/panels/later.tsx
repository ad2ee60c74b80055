import { useEffect, useState, type ComponentType } from "react";
import { languages, loadWords, type Language } from "../text";
import { useServices, useWords, type PanelServices } from "./context";
import { Guard } from "./Guard";

/** own: the words of the language in use are enough · both: it reads or writes the other language too */
type Needs = "own" | "both";

type Load<P> = (services: PanelServices) => Promise<ComponentType<P>>;
type Fetch<P> = (language: Language, services: PanelServices) => Promise<P>;

interface Fetched<P> {
  /** the part once it is here, with its words; null before */
  here(): ComponentType<P> | null;
  fetch: Fetch<ComponentType<P>>;
}

const fetchers: Fetch<unknown>[] = [];

function fetched<P>(load: Load<P>, needs: Needs): Fetched<P> {
  let part: ComponentType<P> | null = null;
  let coming: Promise<ComponentType<P>> | null = null;
  const fetch: Fetch<ComponentType<P>> = (language, services) => {
    coming ??= Promise.all([
      load(services),
      loadWords(language, "later"),
      ...(needs === "both" ? languages.map((each) => loadWords(each, "first", "later")) : []),
    ]).then(
      ([loaded]) => (part = loaded),
      (fault: unknown) => {
        // the network may be back at the next click
        coming = null;
        throw fault;
      },
    );
    return coming;
  };
  fetchers.push(fetch);
  return { here: () => part, fetch };
}

/** The part, fetched once it is wanted. What cannot be fetched is thrown, for the guard around it. */
function useFetched<P>({ here, fetch }: Fetched<P>, isWanted: boolean): ComponentType<P> | null {
  const { language } = useWords();
  const services = useServices();
  const [fault, setFault] = useState<Error | null>(null);
  const [, setHere] = useState(false);
  const part = here();
  const isMissing = isWanted && part === null;
  useEffect(() => {
    if (!isMissing) return;
    fetch(language, services).then(
      () => setHere(true),
      (reason: unknown) => setFault(reason instanceof Error ? reason : new Error(String(reason))),
    );
  }, [isMissing, fetch, language, services]);
  if (fault !== null) throw fault;
  return part;
}

/**
 * A part of the screen whose code is no part of the first screen. It is fetched when it is first shown, or before that
 * while the page rests (`fetchLater`); then it is there at once, without a placeholder.
 */
export function later<P extends object>(load: Load<P>, needs: Needs = "own"): ComponentType<P> {
  const source = fetched(load, needs);
  function Later(props: P) {
    const Part = useFetched(source, true);
    return Part === null ? <div aria-busy="true" /> : <Shown Part={Part} props={props} />;
  }
  return function Guarded(props: P) {
    const { say } = useWords();
    return (
      <Guard says={say("app.broken")}>
        <Later {...props} />
      </Guard>
    );
  };
}

/** The same for a dialog: nothing before it is opened for the first time. */
export function laterDialog<P extends { opened: boolean }>(load: Load<P>, needs: Needs = "own"): ComponentType<P> {
  const source = fetched(load, needs);
  function Later(props: P) {
    const [wasOpened, setOpened] = useState(props.opened);
    if (props.opened && !wasOpened) setOpened(true);
    const Part = useFetched(source, wasOpened);
    return !wasOpened || Part === null ? null : <Opening Part={Part} props={props} />;
  }
  return function Guarded(props: P) {
    const { say } = useWords();
    return (
      <Guard says={say("app.broken")}>
        <Later {...props} />
      </Guard>
    );
  };
}

function Shown<P extends object>({ Part, props }: { Part: ComponentType<P>; props: P }) {
  return <Part {...props} />;
}

/** A dialog gives the focus back to what had it when it opened; it notes that only if it was there, closed, before. */
function Opening<P extends { opened: boolean }>({ Part, props }: { Part: ComponentType<P>; props: P }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return <Part {...props} opened={props.opened && isThere} />;
}

/** Fetches what is not here yet, one part after the other, so that a click finds it. A fault is told by the part itself. */
export async function fetchLater(language: Language, services: PanelServices): Promise<void> {
  for (const fetch of fetchers) await fetch(language, services).catch(() => undefined);
  for (const each of languages) await loadWords(each, "first", "later").catch(() => undefined);
}
