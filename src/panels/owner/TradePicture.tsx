import type { Line, Station } from "../../model";

/** The drawing's box, in its own units. */
const width = 300;
const height = 84;
const gap = 5;
/** More machines of a station than these are drawn as a rack. */
const mostDrawn = 8;

interface Column {
  id: string;
  x: number;
  boxes: { y: number; width: number; height: number }[];
  isRack: boolean;
}

/** A line from above, flow from left to right: the machines of each station by their floor, the slow one with a heavy edge. */
export function TradePicture({ line, pace, label }: { line: Line; pace: string; label: string }) {
  const columns = columnsOf(line.stations);
  return (
    <svg className="xj-owner-plan" viewBox={`-6 -6 ${width + 12} ${height + 12}`} role="img" aria-label={label}>
      <line x1="-6" x2={width + 6} y1={height / 2} y2={height / 2} className="xj-owner-flow" />
      {columns.map((column) => (
        <g key={column.id} data-pace={column.id === pace}>
          {column.boxes.map((box, index) => (
            <rect key={index} x={column.x} y={box.y} width={box.width} height={box.height} rx="1.5" />
          ))}
          {column.isRack && column.boxes.map((box, index) => <Shelves key={index} x={column.x} {...box} />)}
        </g>
      ))}
    </svg>
  );
}

function Shelves({ x, y, width: across, height: down }: { x: number; y: number; width: number; height: number }) {
  const rows = 6;
  return (
    <>
      {Array.from({ length: rows - 1 }, (_, row) => {
        const at = y + (down * (row + 1)) / rows;
        return <line key={row} x1={x} x2={x + across} y1={at} y2={at} />;
      })}
    </>
  );
}

function columnsOf(stations: readonly Station[]): Column[] {
  const sizes = stations.map(({ id, machines, floor = { width: 1.6, depth: 1.6 } }) => {
    const isRack = machines > mostDrawn;
    return isRack
      ? { id, isRack, count: 1, width: 4, depth: 9 }
      : { id, isRack, count: machines, width: floor.width, depth: floor.depth };
  });
  const across = sizes.reduce((sum, size) => sum + size.width, 0);
  const tallest = Math.max(...sizes.map((size) => size.count * size.depth + (size.count - 1) * 0.4));
  const scale = Math.min((width - gap * (sizes.length - 1)) / across, height / tallest);
  const used = across * scale + gap * (sizes.length - 1);
  let x = (width - used) / 2;
  return sizes.map(({ id, isRack, count, width: w, depth }) => {
    const step = (depth + 0.4) * scale;
    const top = (height - (count * step - 0.4 * scale)) / 2;
    const boxes = Array.from({ length: count }, (_, i) => ({
      y: top + i * step,
      width: w * scale,
      height: depth * scale,
    }));
    const column = { id, x, boxes, isRack };
    x += w * scale + gap;
    return column;
  });
}
