import { useMemo, useSyncExternalStore } from "react";
import type { ThemeName } from "../look";
import { useApp } from "../store";

const darkQuery = "(prefers-color-scheme: dark)";
const narrowQuery = "(max-width: 760px)";

function subscribeTo(media: string): (listener: () => void) => () => void {
  return (listener) => {
    const query = window.matchMedia(media);
    query.addEventListener("change", listener);
    return () => query.removeEventListener("change", listener);
  };
}

const onDark = subscribeTo(darkQuery);
const onPrint = subscribeTo("print");
const onNarrow = subscribeTo(narrowQuery);

/** The theme in force: the user's choice, else the system's; on paper always light. */
export function useTheme(): ThemeName {
  const choice = useApp((state) => state.preferences.theme);
  const isSystemDark = useSyncExternalStore(onDark, () => window.matchMedia(darkQuery).matches);
  const isPaper = useSyncExternalStore(onPrint, () => window.matchMedia("print").matches);
  if (isPaper) return "light";
  if (choice !== "auto") return choice;
  return isSystemDark ? "dark" : "light";
}

/** Theme and room of the charts. */
export function useLook(): { theme: ThemeName; isNarrow: boolean } {
  const theme = useTheme();
  const isNarrow = useSyncExternalStore(onNarrow, () => window.matchMedia(narrowQuery).matches);
  return useMemo(() => ({ theme, isNarrow }), [theme, isNarrow]);
}
