import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { applyPatch, createPatch, type Operation } from "rfc6902";
import { maximumFileBytes, type Problem, type Scenario } from "../../model";
import type { Kept, Project } from "../state";
import { isDemand, readView, type KeptView } from "./record";

/** A shipped line that a link may refer to instead of carrying it. */
export interface LinkBase {
  id: string;
  readonly scenario: Scenario;
}

/** The part of an address behind "#" begins so; the number is the version of the format. */
const start = "project=1.";
const longestRead = 400_000;
/** Written out in pieces, so that a small link that unpacks to gigabytes is given up in time. */
const piece = 4096;

interface Content {
  /** shipped line the patch belongs to; absent: `scenario` is the whole */
  base?: string;
  /** fingerprint of that line's text: another version of the program may ship another line */
  mark?: string;
  patch?: Operation[];
  scenario?: unknown;
  demand: unknown;
  view: unknown;
}

/**
 * The project as the part of an address behind "#": nothing is sent anywhere, whoever has the address has the data. A
 * changed shipped line becomes a short one (its changes), anything else carries the whole scenario.
 */
export function linkOf(
  project: Project,
  view: KeptView,
  bases: readonly LinkBase[],
): { text: string; isShort: boolean } {
  const common = { demand: project.demand, view };
  const whole = packed({ ...common, scenario: project.scenario });
  const base = bases.find(({ id }) => id === project.scenario.meta.id);
  if (base === undefined) return { text: whole, isShort: false };
  const patch = createPatch(plain(base.scenario), plain(project.scenario));
  const short = packed({ ...common, base: base.id, mark: markOf(base.scenario), patch });
  return short.length < whole.length ? { text: short, isShort: true } : { text: whole, isShort: false };
}

/** The id of the shipped line that a link only patches; null where it carries everything, or is no readable link. */
export function baseOf(fragment: string): string | null {
  const bare = fragment.replace(/^#/, "");
  if (bare.length > longestRead || !bare.startsWith(start)) return null;
  try {
    return unpacked(bare.slice(start.length))?.base ?? null;
  } catch {
    return null;
  }
}

type Read = { ok: true; text: string; kept: Kept } | { ok: false; problems: Problem[] };

/** What a link holds, as text for the same checks as a file. Nothing in it is trusted. */
export function readLink(fragment: string, bases: readonly LinkBase[]): Read {
  const bare = fragment.replace(/^#/, "");
  if (bare.length > longestRead) return problem("tooLarge", { found: bare.length, maximum: longestRead });
  if (!bare.startsWith(start)) return problem("linkVersion");
  let content: Content | null;
  try {
    content = unpacked(bare.slice(start.length));
  } catch {
    content = null;
  }
  if (content === null) return problem("linkBroken");
  const kept = {
    demand: isDemand(content.demand) ? content.demand : ({ kind: "all" } as const),
    view: readView(content.view),
  };
  if (content.base === undefined) return { ok: true, text: JSON.stringify(content.scenario ?? null), kept };
  const base = bases.find(({ id }) => id === content.base);
  if (base === undefined || markOf(base.scenario) !== content.mark) return problem("linkBase");
  const scenario = patched(base.scenario, content.patch);
  return scenario === null ? problem("linkBroken") : { ok: true, text: JSON.stringify(scenario), kept };
}

function problem(code: Problem["code"], params: Problem["params"] = {}): Read {
  return { ok: false, problems: [{ path: "", code, params }] };
}

/** As JSON sees it: without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

function patched(base: Scenario, patch: unknown): unknown {
  if (!Array.isArray(patch) || !patch.every(isHarmless)) return null;
  const scenario = plain(base);
  return applyPatch(scenario, patch).every((failure) => failure === null) ? scenario : null;
}

/** Changes of data, and nothing that reaches for an object's inheritance. */
function isHarmless(operation: unknown): operation is Operation {
  if (typeof operation !== "object" || operation === null) return false;
  const { op, path } = operation as { op?: unknown; path?: unknown };
  if (op !== "add" && op !== "remove" && op !== "replace") return false;
  return typeof path === "string" && !/(^|\/)(__proto__|constructor|prototype)(\/|$)/.test(path);
}

/** 32-bit FNV-1a of the line's text: against mistakes, not against attackers. */
function markOf(scenario: Scenario): string {
  let hash = 0x811c9dc5;
  for (const byte of strToU8(JSON.stringify(scenario))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

function packed(content: Content): string {
  const bytes = deflateSync(strToU8(JSON.stringify(content)), { level: 9 });
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return start + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function unpacked(text: string): Content | null {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const chunks: Uint8Array[] = [];
  let total = 0;
  let isWhole = false;
  const inflate = new Inflate((chunk, isLast) => {
    total += chunk.length;
    if (total > maximumFileBytes) throw new Error("too large");
    chunks.push(chunk);
    isWhole = isLast;
  });
  for (let at = 0; at < bytes.length; at += piece)
    inflate.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
  if (!isWhole) return null;
  const all = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  const found: unknown = JSON.parse(strFromU8(all));
  return typeof found === "object" && found !== null ? (found as Content) : null;
}
