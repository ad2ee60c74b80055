import { createStore, type StoreApi } from "zustand/vanilla";
import type { Offline, OfflineState } from "../panels";

/** The page's own files are fetched once more for the browser's keeping: after the first screen, not beside it. */
const patienceMs = 4000;

/**
 * Keeps the program for use without a network. Browsers allow that on a safe origin only (https, or this computer): a
 * workshop's plain http address goes on without, and says so.
 */
export function keepOffline(): Offline {
  const isPossible = import.meta.env.PROD && window.isSecureContext && "serviceWorker" in navigator;
  const state: StoreApi<OfflineState> = createStore(() => ({ status: isPossible ? "preparing" : "withheld" }));
  if (!isPossible) return { state, update: () => window.location.reload() };
  let update = (): void => window.location.reload();
  const keep = async (): Promise<void> => {
    const { Workbox } = await import("workbox-window");
    const worker = new Workbox("./sw.js");
    worker.addEventListener("activated", () => state.setState({ status: "ready" }));
    worker.addEventListener("waiting", () => state.setState({ status: "updated" }));
    worker.addEventListener("controlling", ({ isUpdate }) => {
      if (isUpdate === true) window.location.reload();
    });
    update = () => worker.messageSkipWaiting();
    const registration = await worker.register({ immediate: true });
    if (registration?.active != null && registration.waiting === null) state.setState({ status: "ready" });
  };
  setTimeout(() => void keep().catch(() => state.setState({ status: "withheld" })), patienceMs);
  return { state, update: () => update() };
}
