import type { Line, Station } from "../../src/model";

const name = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });

interface Row {
  id: string;
  kind: Station["kind"];
  name: { zh: string; en: string };
  machines: number;
  floor: [number, number];
  process: number;
  load?: [number, string];
  processPool?: string;
  setup?: [number, number];
  batch?: number;
  buffer: number;
}

const rows: Row[] = [
  {
    id: "saw",
    kind: "bandSaw",
    name: name("锯切", "Saw"),
    machines: 1,
    floor: [2.2, 1.8],
    process: 45,
    load: [8, "wash"],
    buffer: 0,
  },
  {
    id: "op10",
    kind: "lathe",
    name: name("车 OP10", "Lathe OP10"),
    machines: 4,
    floor: [3, 2],
    process: 150,
    load: [32, "lathe"],
    setup: [240, 4800],
    buffer: 40,
  },
  {
    id: "op20",
    kind: "lathe",
    name: name("车 OP20", "Lathe OP20"),
    machines: 3,
    floor: [3, 2],
    process: 118,
    load: [30, "lathe"],
    setup: [240, 3900],
    buffer: 40,
  },
  {
    id: "op30",
    kind: "vmc",
    name: name("铣 OP30", "Mill OP30"),
    machines: 3,
    floor: [2.6, 2.8],
    process: 165,
    load: [40, "mill"],
    setup: [240, 7800],
    buffer: 40,
  },
  {
    id: "op40",
    kind: "drillTap",
    name: name("钻攻 OP40", "Drill/tap OP40"),
    machines: 2,
    floor: [1.8, 2.4],
    process: 80,
    load: [24, "mill"],
    setup: [360, 3000],
    buffer: 40,
  },
  {
    id: "deburr",
    kind: "deburr",
    name: name("去毛刺", "Deburr"),
    machines: 1,
    floor: [2, 1.2],
    process: 64,
    processPool: "deburr",
    buffer: 80,
  },
  {
    id: "wash",
    kind: "washer",
    name: name("清洗", "Wash"),
    machines: 1,
    floor: [3.5, 1.6],
    process: 480,
    batch: 20,
    buffer: 80,
  },
  {
    id: "gauge",
    kind: "inspection",
    name: name("检验", "Gauge"),
    machines: 1,
    floor: [2.2, 1.4],
    process: 58,
    processPool: "inspector",
    buffer: 80,
  },
  {
    id: "pack",
    kind: "packing",
    name: name("包装", "Pack"),
    machines: 1,
    floor: [2.2, 1.4],
    process: 25,
    processPool: "wash",
    buffer: 80,
  },
];

const lognormal = (mean: number): Station["process"]["time"] => ({ dist: "lognormal", mean, cv: 0.1 });

/** The machining line of the templates, near enough for pictures: a fixture of the scene tests, not a scenario. */
export function machiningLine(changes: { machines?: Record<string, number>; robotAt?: string } = {}): Line {
  const pool = (
    id: string,
    zh: string,
    en: string,
    count: number,
    kind: "person" | "robot" = "person",
  ): Line["operators"][number] => ({
    id,
    name: name(zh, en),
    kind,
    count,
    wagePerYear: 0,
    onCostRate: 0,
    rule: "fifo",
    alsoServes: [],
    failures: [],
  });
  const operators = [
    pool("lathe", "车工", "Lathe operators", 3),
    pool("mill", "铣钻工", "Mill operators", 2),
    pool("wash", "锯洗包", "Saw, wash, pack", 2),
    pool("deburr", "去毛刺工", "Deburrer", 1),
    pool("inspector", "检验员", "Inspector", 1),
    pool("setter", "调机员", "Setter", 1),
  ];
  if (changes.robotAt) operators.push(pool("robot", "上料机器人", "Robot", 1, "robot"));
  return {
    products: [],
    supply: { kind: "unlimited" },
    demand: null,
    calendar: {
      shifts: [{ id: "early", days: [1, 2, 3, 4, 5], start: "00:00", end: "16:00", breaks: [], wageFactor: 1 }],
      paidHoursPerPersonYear: 2250,
    },
    operators,
    indirect: [],
    transporters: [],
    kanban: [],
    changes: [],
    stations: rows.map((row): Station => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      machines: changes.machines?.[row.id] ?? row.machines,
      floor: { width: row.floor[0], depth: row.floor[1] },
      process: {
        time: lognormal(row.process),
        ...(row.processPool ? { operators: { pool: row.processPool, count: 1 } } : {}),
      },
      ...(row.load
        ? {
            load: {
              time: lognormal(row.load[0]),
              operators: { pool: changes.robotAt === row.id ? "robot" : row.load[1], count: 1 },
            },
          }
        : {}),
      ...(row.setup
        ? {
            setup: {
              time: lognormal(row.setup[1]),
              everyParts: row.setup[0],
              operators: { pool: "setter", count: 1 },
              first: "random",
              scrapParts: 0,
            },
          }
        : {}),
      ...(row.batch ? { batch: { size: row.batch } } : {}),
      ...(row.id === "gauge"
        ? { quality: { defectRate: 0.03, inspection: { detection: 1, falseReject: 0 }, onReject: "scrap" as const } }
        : {}),
      failures: [],
      unattended: false,
    })),
    flows: rows.slice(1).map((row, i) => ({ from: rows[i]?.id ?? "", to: row.id, capacity: row.buffer })),
  };
}
