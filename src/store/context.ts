import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { AppStore } from "./createAppStore";
import type { Actions, AppState } from "./state";

const StoreContext = createContext<AppStore | null>(null);
export const StoreProvider = StoreContext.Provider;

/** The store itself, for things that read it outside of rendering. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("useApp needs a StoreProvider above it");
  return store;
}

/** One value of the state; renders again only when that value changes. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useAppStore(), selector);
}

export function useActions(): Actions {
  return useApp((state) => state.actions);
}
