import { posix } from "node:path";
import { importsOf, type Import } from "./imports";
import type { Debt, Room } from "./table";

export interface Breach {
  file: string;
  line: number;
  specifier: string;
  problem: string;
}

export interface Survey {
  breaches: Breach[];
  /** number of imports looked at */
  imports: number;
  /** number of source files by room */
  files: ReadonlyMap<string, number>;
  /** debts that no import stands behind any more */
  paid: Debt[];
}

type Files = ReadonlyMap<string, string>;
type Rooms = Readonly<Record<string, Room>>;

const isSource = (path: string) => /\.tsx?$/.test(path);

/** The room a file lives in: "src/scene/flat/Plan.tsx" → "scene", "workers/pool.ts" → "workers". */
export function roomOf(path: string): string | undefined {
  const [top, second, third] = path.split("/");
  if (top === "workers") return "workers";
  return top === "src" && third !== undefined ? second : undefined;
}

/** The names under which a file may be imported from outside of its room; none when it is an inner file. */
function facesOf(path: string): string[] {
  const worker = /^workers\/(contract|pool)(\.node)?\.ts$/.exec(path);
  if (worker) return [`workers/${worker[1]}`];
  const index = /^src\/([^/]+)\/index\.tsx?$/.exec(path);
  return index?.[1] === undefined ? [] : [index[1]];
}

/** The file a relative specifier means, as the bundler would resolve it. */
function resolve(from: string, specifier: string, files: Files): string | undefined {
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""));
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`];
  return candidates.find((candidate) => files.has(candidate));
}

const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

function problemOfPackage(file: string, specifier: string, name: string, room: Room): string | undefined {
  const isNode = specifier.startsWith("node:");
  if (isNode && (room.packages.includes("node:") || file.endsWith(".node.ts"))) return undefined;
  if (!isNode && room.packages.includes(packageOf(specifier))) return undefined;
  return `${name} may not use the package ${specifier}`;
}

function problemOfRoom(target: string, edge: Import, name: string, room: Room): string | undefined {
  const other = roomOf(target);
  if (other === name) {
    const isOwnIndex = facesOf(target).includes(name);
    return isOwnIndex ? "inside a room import the file itself, not the index" : undefined;
  }
  const faces = facesOf(target);
  if (faces.length === 0) return `deep import: ${target} is an inner file of ${other ?? "no room"}`;
  if (faces.some((face) => room.uses.includes(face))) return undefined;
  if (faces.some((face) => room.types.includes(face))) {
    return edge.isTypeOnly ? undefined : `${name} may use only the types of ${faces.join()}: import type`;
  }
  return `${name} may not import ${faces.join()}`;
}

function problemOfData(path: string, name: string, room: Room): string | undefined {
  const folder = (room.data ?? []).find((allowed) => path.startsWith(`${allowed}/`));
  return folder !== undefined && /\.json$/.test(path) ? undefined : `${name} may not read ${path}`;
}

function problemOf(file: string, edge: Import, name: string, room: Room, files: Files): string | undefined {
  const { specifier } = edge;
  if (!specifier.startsWith(".") && !specifier.startsWith("/")) return problemOfPackage(file, specifier, name, room);
  if (specifier.startsWith("/")) return "imports are relative";
  const path = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ""));
  const isInHouse = path.startsWith("src/") || path === "workers" || path.startsWith("workers/");
  if (!isInHouse) return problemOfData(path, name, room);
  // A style sheet or a picture belongs to the room it lies in.
  if (/\.(css|svg|png|json)$/.test(path)) {
    return roomOf(path) === name ? undefined : `deep import: ${path} belongs to ${roomOf(path) ?? "no room"}`;
  }
  // The bundled name of a Node worker exists only after the build.
  if (path.endsWith(".mjs") && name === "workers") return undefined;
  const target = resolve(file, specifier, files);
  return target === undefined ? `${path} does not exist` : problemOfRoom(target, edge, name, room);
}

function problemsOfHouse(files: Files, rooms: Rooms): Breach[] {
  const at = (file: string, problem: string): Breach => ({ file, line: 1, specifier: "", problem });
  const sources = [...files.keys()].filter(isSource);
  const strangers = sources.filter((path) => !Object.hasOwn(rooms, roomOf(path) ?? ""));
  const roomsWithFiles = new Set(sources.map(roomOf));
  const doorless = Object.entries(rooms).filter(
    ([name, room]) =>
      !room.isDoor && name !== "workers" && roomsWithFiles.has(name) && !files.has(`src/${name}/index.ts`),
  );
  const silent = sources
    .filter((path) => facesOf(path).includes(roomOf(path) ?? ""))
    .filter((path) => !/^\s*\/[/*]/.test(files.get(path) ?? ""));
  return [
    ...strangers.map((path) => at(path, "lies in no room of the table")),
    ...doorless.map(([name]) => at(`src/${name}`, "a room without index.ts")),
    ...silent.map((path) => at(path, "an index begins with a comment that says what the room is for")),
  ];
}

/**
 * Walks every import of every source file and holds it against the table.
 *
 * @param files path relative to the repository → text; everything under `src/` and `workers/`
 */
export function survey(files: Files, rooms: Rooms, debts: readonly Debt[] = []): Survey {
  const breaches = problemsOfHouse(files, rooms);
  const open = new Set(debts);
  const count = new Map<string, number>();
  let imports = 0;
  for (const [file, text] of files) {
    const name = roomOf(file);
    const room = name === undefined ? undefined : rooms[name];
    if (!isSource(file) || name === undefined || room === undefined) continue;
    count.set(name, (count.get(name) ?? 0) + 1);
    for (const edge of importsOf(file, text)) {
      imports += 1;
      const problem = problemOf(file, edge, name, room, files);
      if (problem === undefined) continue;
      const owed = debts.find((entry) => entry.file === file && entry.specifier === edge.specifier);
      if (owed) open.delete(owed);
      else breaches.push({ file, line: edge.line, specifier: edge.specifier, problem });
    }
  }
  return { breaches, imports, files: count, paid: [...open] };
}
