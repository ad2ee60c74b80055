import type { TradeId } from "../../interview";

/** What each trade makes, in a 48 × 48 box, drawn here so that nothing is fetched. */
const paths: Record<TradeId, string> = {
  machining:
    "M24 5a19 19 0 1 0 0 38a19 19 0 1 0 0-38M24 16a8 8 0 1 0 0 16a8 8 0 1 0 0-16M24 9.5v.1M24 38.4v.1M9.5 24h.1M38.4 24h.1M13.7 13.7h.1M34.2 34.2h.1M13.7 34.2h.1M34.2 13.7h.1",
  forging:
    "M21.4 8.7L21.6 4.1L26.4 4.1L26.6 8.7L31.8 10.6L34.9 7.3L38.6 10.3L35.8 14.0L38.6 18.8L43.1 18.2L44.0 22.9L39.5 23.9L38.5 29.4L42.4 31.9L40.0 36.0L35.9 33.9L31.7 37.5L33.0 41.8L28.5 43.5L26.8 39.3L21.2 39.3L19.5 43.5L15.0 41.8L16.3 37.5L12.1 33.9L8.0 36.0L5.6 31.9L9.5 29.4L8.5 23.9L4.0 22.9L4.9 18.2L9.4 18.8L12.2 14.0L9.4 10.3L13.1 7.3L16.2 10.6zM24 17a7 7 0 1 0 0 14a7 7 0 1 0 0-14",
  sewing:
    "M17 7L6 12l3 10 5-1.500V42h20V20.500L39 22l3-10-11-5c-1.500 3-4 4.500-7 4.500S18.500 10 17 7M24 11.500V22M24 15.500h.1M24 19.500h.1",
  electronics:
    "M6 10h36v28H6zM17 18h14v12H17zM20 14v4M24 14v4M28 14v4M20 30v4M24 30v4M28 30v4M10 15h3M10 24h3M10 33h3M35 15h3M35 24h3M35 33h3",
  "battery-pack": "M5 14h34v22H5zM39 20h4v10h-4M12 25h8M16 21v8M26 25h8",
  "injection-moulding":
    "M6 33c0-14 8-21 18-21s18 7 18 21zM13 33c0-9 5-14 11-14s11 5 11 14M6 33v5h36v-5M17 38v-2M31 38v-2",
};

export function ProductGlyph({ trade, size = 44 }: { trade: TradeId; size?: number }) {
  return (
    <svg className="xj-icon" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path
        d={paths[trade]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
