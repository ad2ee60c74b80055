/** Who may import whom, as data. The prose twin of this table is the house style; a change here is a decision. */

export interface Room {
  /** Rooms whose values and types it may use. */
  uses: readonly string[];
  /** Rooms of which it may use the types only. */
  types: readonly string[];
  /** npm packages it may use: the name covers the package's own sub-paths. `node:` means Node's own modules. */
  packages: readonly string[];
  /** Folders of data (JSON) it may read at build time. */
  data?: readonly string[];
  /** No React, DOM, clock, network or chance. */
  isPure?: boolean;
  /** A front door: nobody imports it, so it needs no index. */
  isDoor?: boolean;
}

const pure = (uses: string[], types: string[] = [], packages: string[] = [], data: string[] = []): Room => ({
  uses,
  types,
  packages: ["zod", "simple-statistics", ...packages],
  data,
  isPure: true,
});

const pureRooms = {
  model: pure([]),
  text: pure([], [], ["i18next"]),
  look: pure([]),
  trace: pure(["model"], [], ["@noble/hashes"]),
  engine: pure(["model", "trace"], ["measure"], ["@noble/hashes"]),
  measure: pure(["model", "trace"]),
  policy: pure(["model"], [], [], ["scenarios/policies"]),
  finance: pure(["model", "policy"], [], ["financial", "decimal.js", "decimal.js-light", "big.js"]),
  retrofit: pure(["model"], [], [], ["scenarios/catalogue"]),
  experiment: pure(["model", "retrofit", "measure", "finance"], ["workers/contract"]),
  calibrate: pure(["model", "measure"]),
  interview: pure(["model"]),
  // headings and words of cells are read in both languages
  sheet: pure(["model", "text"]),
} satisfies Record<string, Room>;
pureRooms.model.packages = [...pureRooms.model.packages, "@noble/hashes"];

const everyPureRoom = Object.keys(pureRooms);
const view = ["react", "react-dom", "@mantine/core", "@mantine/hooks"];

/** `workers/contract` and `workers/pool` are the two faces of the workers' room; the rest of it is its own business. */
const workers: Room = { uses: everyPureRoom, types: [], packages: ["comlink"] };

const wholeHouse = [...everyPureRoom, "workers/contract", "workers/pool", "charts", "report"];

export const rooms: Readonly<Record<string, Room>> = {
  ...pureRooms,
  workers,
  store: {
    uses: ["model", "trace", "retrofit", "interview", "workers/pool", "workers/contract"],
    types: ["measure", "finance", "experiment", "sheet"],
    packages: ["zustand", "react", "fflate", "idb", "rfc6902"],
    data: ["scenarios"],
  },
  charts: { uses: ["text", "look"], types: ["measure", "finance"], packages: ["react", "react-dom", "echarts"] },
  scene: {
    uses: ["model", "trace", "store", "text", "look"],
    types: ["measure"],
    packages: ["react", "react-dom", "three", "@react-three/fiber"],
  },
  panels: {
    uses: ["model", "interview", "sheet", "store", "charts", "text", "look"],
    types: ["measure", "finance", "retrofit"],
    packages: [...view, "zustand", "uqr"],
    data: ["scenarios"],
  },
  report: {
    uses: ["model", "measure", "finance", "retrofit", "charts", "text", "look"],
    types: [],
    packages: ["react", "react-dom"],
  },
  app: {
    uses: [...wholeHouse, "store", "scene", "panels"],
    types: [],
    packages: [...view, "zod", "zustand", "workbox-window"],
    data: ["scenarios"],
    isDoor: true,
  },
  cli: {
    uses: wholeHouse,
    types: [],
    packages: ["node:", "react", "react-dom", "zod"],
    data: ["scenarios"],
    isDoor: true,
  },
};

/** An import that breaks the table and is tolerated for now, with the reason and what ends it. */
export interface Debt {
  file: string;
  specifier: string;
  reason: string;
}

export const debt: readonly Debt[] = [];
