interface RangeBarsProps {
  own: readonly [number, number];
  simulated: readonly [number, number];
  label: string;
}

/** The drawing's box, in its own units. */
const width = 640;

/** The owner's range above, the simulated interval below, on one scale: do they overlap? The figures stand beside it. */
export function RangeBars({ own, simulated, label }: RangeBarsProps) {
  const all = [...own, ...simulated];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const margin = Math.max((high - low) * 0.15, high * 0.02);
  const x = (value: number): number => ((value - low + margin) / (high - low + 2 * margin)) * width;
  const bar = ([from, to]: readonly [number, number]): { x: number; width: number } => ({
    x: x(from),
    width: Math.max(4, x(to) - x(from)),
  });
  return (
    <svg className="xj-owner-ranges" viewBox={`0 0 ${width} 44`} role="img" aria-label={label}>
      <rect {...bar(own)} y="4" height="14" rx="3" className="xj-owner-range-own" />
      <rect {...bar(simulated)} y="26" height="14" rx="3" className="xj-owner-range-simulated" />
    </svg>
  );
}
