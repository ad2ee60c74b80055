import { t, type Language } from "./t";

/** What a waiting machine lacks, and where a chain of waiting ends: the data of the trace, as far as it is told. */
type Lack =
  | { kind: "parts"; flow: number; has: number; needs: number; gathering: number; lot: number }
  | { kind: "raw" }
  | { kind: "release"; level: number }
  | { kind: "card"; cards: number }
  | { kind: "fuller"; has: number; size: number }
  | { kind: "room"; flow: number; capacity: number | null }
  | { kind: "people"; pool: number; needs: number; onDuty: number };

interface Root {
  kind:
    | "down"
    | "response"
    | "setup"
    | "working"
    | "rework"
    | "offShift"
    | "supply"
    | "batch"
    | "transport"
    | "transit"
    | "understaffed"
    | "circle"
    | "unknown";
  station: number | null;
  pool: number | null;
}

/** Names of the line's things by index. */
export interface WhyNames {
  station(index: number): string;
  /** the station a flow comes from, and the one it goes to */
  from(flow: number): string;
  to(flow: number): string;
  pool(index: number): string;
}

/** One link of a chain in words: "OP30 缺料：OP20 来的只有 0 件，要 1 件". */
export function lackText(language: Language, names: WhyNames, station: number, lack: Lack): string {
  const name = names.station(station);
  switch (lack.kind) {
    case "parts":
      return lack.gathering > 0
        ? t(language, "why.lack.gathering", {
            station: name,
            flow: names.from(lack.flow),
            gathering: lack.gathering,
            lot: lack.lot,
          })
        : t(language, "why.lack.parts", {
            station: name,
            flow: names.from(lack.flow),
            has: lack.has,
            needs: lack.needs,
          });
    case "raw":
      return t(language, "why.lack.raw", { station: name });
    case "release":
      return t(language, "why.lack.release", { station: name, level: lack.level });
    case "card":
      return t(language, "why.lack.card", { station: name, cards: lack.cards });
    case "fuller":
      return t(language, "why.lack.fuller", { station: name, has: lack.has, size: lack.size });
    case "room":
      return t(language, "why.lack.room", { station: name, flow: names.to(lack.flow), capacity: lack.capacity ?? 0 });
    case "people":
      return lack.onDuty === 0
        ? t(language, "why.lack.nobody", { station: name, pool: names.pool(lack.pool) })
        : t(language, "why.lack.people", {
            station: name,
            pool: names.pool(lack.pool),
            needs: lack.needs,
            onDuty: lack.onDuty,
          });
  }
}

/** The root cause in words: "OP10 在换型，占着调机工". */
export function rootText(language: Language, names: WhyNames, root: Root): string {
  const station = root.station === null ? "" : names.station(root.station);
  const pool = root.pool === null ? "" : names.pool(root.pool);
  if (root.kind === "understaffed") return t(language, "why.root.understaffed", { pool });
  if (root.kind === "down" && root.station === null) return t(language, "why.root.downPool", { pool });
  const cause = t(language, `why.root.${root.kind}`, { station });
  const isHeld = root.pool !== null && ["down", "setup", "working", "rework"].includes(root.kind);
  return isHeld ? t(language, "why.root.held", { cause, pool }) : cause;
}
