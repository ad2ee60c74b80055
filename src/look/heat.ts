import { mixHex } from "./mix";

/** Low to high in even steps of lightness; the scale is fixed and shared by all scenarios on screen. */
export const heatStops = ["#00224E", "#434E6C", "#7D7C78", "#BCAF6F", "#FEE838"] as const;

/** Colour for a share 0..1 (WIP, load); values outside are clamped, anything not a number counts as 0. */
export function heatColour(share: number): string {
  const x = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) * (heatStops.length - 1) : 0;
  const low = Math.min(heatStops.length - 2, Math.floor(x));
  const from = heatStops[low] ?? heatStops[0];
  const to = heatStops[low + 1] ?? heatStops[4];
  return mixHex(from, to, x - low);
}
