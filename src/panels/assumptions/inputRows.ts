import type { GroupKind, InputGroup, Traced } from "../../model";
import { nameOf, type Language } from "../../text";
import type { Say } from "../context";
import { keyWords, plainNumber, shownScale } from "../inputWords";

interface Speaker {
  say: Say;
  language: Language;
}

/** An input as it is read and looked for. */
export interface InputRow extends Traced {
  label: string;
  groupName: string;
}

export interface RowGroup {
  id: string;
  kind: GroupKind;
  name: string;
  rows: InputRow[];
  changed: number;
}

function groupName({ say, language }: Speaker, { kind, id, name }: InputGroup): string {
  if (id === "") return say(`inputGroup.${kind}`);
  return nameOf(language, name, id);
}

/** Every input with its words. */
export function rowsOf(speaker: Speaker, inputs: readonly Traced[]): InputRow[] {
  return inputs.map((input) => ({
    ...input,
    label: keyWords(speaker, input.keys),
    groupName: groupName(speaker, input.group),
  }));
}

/** Rows that hold every word that was typed, in name, group, source or place; and were changed, where only that is wanted. */
export function filtered(speaker: Speaker, rows: readonly InputRow[], typed: string, onlyChanged: boolean): InputRow[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !onlyChanged) return [...rows];
  return rows.filter((row) => {
    if (onlyChanged && !row.isChanged) return false;
    if (words.length === 0) return true;
    const text = [row.groupName, row.label, row.path, sourceWords(speaker, row), speaker.say(`changedBy.${row.by}`)]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The rows under the things they belong to, in their order. */
export function grouped(rows: readonly InputRow[]): RowGroup[] {
  const groups = new Map<string, RowGroup>();
  for (const row of rows) {
    const { kind, id } = row.group;
    const key = `${kind} ${id}`;
    const group = groups.get(key) ?? { id: key, kind, name: row.groupName, rows: [], changed: 0 };
    group.rows.push(row);
    if (row.isChanged) group.changed++;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What the doubt about an input is called; null where uncertainty does not touch it. */
export type SpreadKind = "price" | "wage" | "electricity" | "demand" | "process" | "load" | "setup" | "stops";

const timesOnly = new Set(["time", "mean", "value", "timeToFailure", "timeToRepair", "everyParts"]);

/** Which of the usual spreads holds for an input that has no range of its own. */
export function spreadKind({ group, keys, path }: Pick<Traced, "group" | "keys" | "path">): SpreadKind | null {
  const [first, ...rest] = keys;
  const last = keys.at(-1);
  if (path === "economics.electricityPrice") return "electricity";
  if (path === "line.demand.perYear") return "demand";
  if (last === "wagePerYear" && group.kind === "pool") return "wage";
  if (group.kind === "product" && first === "price") return "price";
  if (group.kind !== "station" || typeof last !== "string" || !timesOnly.has(last)) return null;
  if (first === "failures") return rest.includes("response") ? null : "stops";
  if (first === "setup") return last === "everyParts" ? null : "setup";
  return first === "process" || first === "load" ? first : null;
}

/** A value as it is shown, without its unit. */
export function valueWords({ say, language }: Speaker, value: Traced["value"], unit: Traced["unit"]): string {
  if (value === null) return say("inputs.notSet");
  if (typeof value === "boolean") return say(value ? "inputs.yes" : "inputs.no");
  return plainNumber(language, value, shownScale(unit));
}

/** Where a value comes from, in a few words. */
export function sourceWords({ say, language }: Speaker, { source }: Pick<Traced, "source">): string {
  if (source.kind === "measured") return say("inputs.measured", { n: source.source ?? "" });
  if (source.kind === "offer") return say("inputs.offer", { vendor: source.source ?? "" });
  if (source.kind === "default") return say("inputs.default");
  if (source.kind === "file") return say("inputs.fileOnly");
  const address = source.source === null || source.source === "assumption" ? "" : ` ${source.source}`;
  return `${nameOf(language, source.text ?? undefined, say("inputs.assumed"))}${address}`;
}

/** The whole table for a spreadsheet: numbers as the file has them, one row an input. */
export function csvRows(speaker: Speaker, rows: readonly InputRow[]): (string | number)[][] {
  const { say } = speaker;
  const plain = (value: Traced["value"]): string | number =>
    typeof value === "number" ? value : value === null ? "" : String(value);
  const head = [
    say("inputs.path"),
    say("inputs.name"),
    say("inputs.value"),
    say("inputs.low"),
    say("inputs.high"),
    say("inputs.unit"),
    say("inputs.source"),
    say("inputs.by"),
    say("inputs.fileValue"),
  ];
  return [
    head,
    ...rows.map((row) => {
      // shares stay shares: the file's own number, so that it can be pasted back
      const unit = shownScale(row.unit) === 1 ? say(`inputUnit.${row.unit}`) : "0–1";
      return [
        row.path,
        `${row.groupName} · ${row.label}`,
        plain(row.value),
        row.range?.low ?? "",
        row.range?.high ?? "",
        unit,
        sourceWords(speaker, row),
        say(`changedBy.${row.by}`),
        row.original === null ? plain(row.value) : plain(row.original.value),
      ];
    }),
  ];
}
