import { Workbox } from "workbox-window";
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
  const worker = new Workbox("./sw.js");
  worker.addEventListener("activated", () => state.setState({ status: "ready" }));
  worker.addEventListener("waiting", () => state.setState({ status: "updated" }));
  worker.addEventListener("controlling", ({ isUpdate }) => {
    if (isUpdate === true) window.location.reload();
  });
  setTimeout(() => {
    worker
      .register({ immediate: true })
      .then((registration) => {
        if (registration?.active != null && registration.waiting === null) state.setState({ status: "ready" });
      })
      .catch(() => state.setState({ status: "withheld" }));
  }, patienceMs);
  return { state, update: () => worker.messageSkipWaiting() };
}
