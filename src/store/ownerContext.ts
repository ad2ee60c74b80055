import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { OwnerActions, OwnerState, OwnerStore } from "./owner";

const OwnerContext = createContext<OwnerStore | null>(null);
export const OwnerProvider = OwnerContext.Provider;

/** One value of the owner's way in; renders again only when that value changes. */
export function useOwner<T>(selector: (state: OwnerState) => T): T {
  const store = useContext(OwnerContext);
  if (store === null) throw new Error("useOwner needs an OwnerProvider above it");
  return useStore(store, selector);
}

export function useOwnerActions(): OwnerActions {
  return useOwner((state) => state.actions);
}
