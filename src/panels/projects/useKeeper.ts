import { useStore } from "zustand";
import type { Keeper, KeeperState } from "../../store";
import { useServices } from "../context";

export function useKeeper(): Keeper {
  return useServices().keeper;
}

export function useKept<T>(pick: (state: KeeperState) => T): T {
  return useStore(useKeeper().state, pick);
}
