/** Line icons in a 20 × 20 box, drawn here so that nothing is fetched. Always beside a word or an aria-label. */
const paths = {
  open: "M2.5 15.5V4.5h5l2 2h8v9z",
  save: "M10 3v9m0 0l-3.5-3.5M10 12l3.5-3.5M3.5 16.5h13",
  undo: "M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5",
  redo: "M16 8H8a4 4 0 0 0 0 8h4m4-8l-3.5-3.5M16 8l-3.5 3.5",
  help: "M7.5 7.8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8m0 2.4v.3",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3M14.4 14.4l1.3 1.3M4.3 15.7l1.3-1.3M14.4 5.6l1.3-1.3",
  moon: "M16 12.2A6.8 6.8 0 0 1 7.8 4a6.8 6.8 0 1 0 8.2 8.2z",
  chevron: "M5.5 8l4.5 4.5L14.5 8",
  play: "M6 3.8v12.4L16 10z",
  pause: "M6.5 4v12M13.5 4v12",
  previous: "M14.5 4.5L8 10l6.5 5.5zM5.5 4.5v11",
  next: "M5.5 4.5L12 10l-6.5 5.5zM14.5 4.5v11",
  left: "M12 5l-5 5 5 5",
  right: "M8 5l5 5-5 5",
  add: "M10 4v12M4 10h12",
  check: "M4 10.5l4 4 8-9",
  close: "M5 5l10 10M15 5L5 15",
  warning: "M10 3.5L17.5 16.5h-15zM10 8.2v4M10 14v.4",
  copy: "M7 7h9v9H7zM4 13V4h9",
  grow: "M11.5 3.5h5v5M16.5 3.5l-5.5 5.5M8.5 16.5h-5v-5M3.5 16.5L9 11",
  shrink: "M16.5 8.5h-5v-5M11.5 8.5l5-5M3.5 11.5h5v5M8.5 11.5l-5 5",
  present: "M2.5 4h15v9h-15zM10 13v3M6.5 16.5h7",
  share: "M13 6.5a2 2 0 1 0 0-.1M13 13.5a2 2 0 1 0 0-.1M5 10a2 2 0 1 0 0-.1M6.8 9l4.6-2.2M6.8 11l4.6 2.2",
  shelf: "M3.5 4.5h5v11h-5zM8.5 4.5h4v11h-4zM13 5.5l3-.8 2.2 10.4-3 .7z",
  strips: "M3 5h6M12 5h5M3 10h3M9 10h8M3 15h9M15 15h2",
  more: "M4.5 10h.02M10 10h.02M15.5 10h.02",
  again: "M15.5 10a5.5 5.5 0 1 1-1.6-3.9L16 8M16 4v4h-4",
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const filled = name === "play";
  return (
    <svg className="xj-icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill={filled ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
