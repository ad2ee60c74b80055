import { useMemo, useSyncExternalStore } from "react";
import type { ThemeName } from "../look";
import { useApp } from "../store";

const darkQuery = "(prefers-color-scheme: dark)";

function subscribeToSystem(listener: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** The theme in force: the user's choice, else the system's. */
export function useTheme(): ThemeName {
  const choice = useApp((state) => state.preferences.theme);
  const isSystemDark = useSyncExternalStore(subscribeToSystem, () => window.matchMedia(darkQuery).matches);
  if (choice !== "auto") return choice;
  return isSystemDark ? "dark" : "light";
}

export function useLook(): { theme: ThemeName } {
  const theme = useTheme();
  return useMemo(() => ({ theme }), [theme]);
}
