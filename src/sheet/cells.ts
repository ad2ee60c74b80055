import type { Language } from "../text";
import { t } from "../text";
import { isGivenName } from "./givenNames";
import { getAt, idOf, isList, isObject, listAt, type Json, type JsonObject } from "./json";
import { percentText, plain, readAmount, readSeconds, secondsText, type TimeUnit } from "./numbers";
import { readBreaks, readClock, readDays, breaksText, daysText } from "./shiftCells";
import { distributionAt, formText, jsonOf, withForm, withMean } from "./times";
import { codeOf, isUnlimited, readYes, wordOf, type Words } from "./words";
import { distributionMean } from "../model";

/** Lists of the line that other parts point into by id. */
export type Target = "stations" | "operators" | "products" | "transporters";

export type UnitId = "machines" | "parts" | "people" | "yuan" | "yuanPerYear" | "m" | "mps" | "kW" | "years" | "perYear" | "days" | "hours"; // prettier-ignore

/** What a cell holds, and with that how it is written and read. */
export type Kind =
  | { is: "id" | "name" | "share" | "form" | "yes" | "clock" | "days" | "breaks" | "capacity" | "reject" }
  | { is: "number"; unit?: UnitId }
  | { is: "time" | "duration"; unit: TimeUnit }
  | { is: "choice"; of: readonly string[]; words: Words }
  | { is: "ref" | "refs"; to: Target };

/** What a cell is read and written against: the line around it, and the language on screen. */
export interface Around {
  line: JsonObject;
  language: Language;
}

/** Why a text cannot stand in a cell: a key below `editor.allowed`, with what there is to choose from. */
export interface Objection {
  allowed: string;
  options: string;
}

export type Reading = { ok: true; value: Json | undefined } | ({ ok: false } & Objection);

const no = (allowed: string, options = ""): Reading => ({ ok: false, allowed, options });
const yes = (value: Json | undefined): Reading => ({ ok: true, value });

/** The cell in full: reads back as the same value. */
export function cellText(kind: Kind, value: Json | undefined, around: Around): string {
  if (value === undefined) return "";
  // what could not be read stays as it was typed
  if (typeof value === "string" && !["id", "choice", "ref", "clock", "reject"].includes(kind.is)) return value;
  const { language } = around;
  switch (kind.is) {
    case "name": {
      if (!isObject(value)) break;
      const own = value[language];
      return typeof own === "string" && own !== "" ? own : String(value[language === "zh" ? "en" : "zh"] ?? "");
    }
    case "share":
      return typeof value === "number" ? `${percentText(value)}%` : other(value);
    case "duration":
      return typeof value === "number" ? secondsText(value, kind.unit) : other(value);
    case "time": {
      const d = distributionAt(value);
      return d === null ? (getAt(value, ["dist"]) === undefined ? other(value) : "") : secondsText(distributionMean(d), kind.unit); // prettier-ignore
    }
    case "form":
      return formText(language, value);
    case "choice":
      return typeof value === "string" ? wordOf(language, kind.words, value) : other(value);
    case "yes":
      return value === true ? t(language, "editor.yes") : value === false ? t(language, "editor.no") : other(value);
    case "capacity":
      return value === null ? t(language, "editor.unlimited") : other(value);
    case "ref":
      return typeof value === "string" ? refText(kind.to, value, around) : other(value);
    case "refs":
      return refsText(kind.to, value, around);
    case "days":
      return daysText(language, value) ?? other(value);
    case "breaks":
      return breaksText(value) ?? other(value);
    case "reject":
      return rejectText(value, around);
    default:
      break;
  }
  return other(value);
}

/** What a text means in a cell whose value was `old`; an empty one clears it. */
export function readCell(kind: Kind, text: string, old: Json | undefined, around: Around): Reading {
  const written = plain(text);
  if (written === "") return kind.is === "capacity" ? yes(null) : kind.is === "form" ? emptied(old) : yes(undefined);
  switch (kind.is) {
    case "id":
      return /^[^\s.[\]]{1,64}$/.test(written) ? yes(written) : no("id");
    case "name":
      return named(text.trim(), old, around.language);
    case "share":
      return shared(written);
    case "number":
      return counted(written, kind.unit);
    case "duration": {
      const seconds = readSeconds(written, kind.unit);
      return seconds === null ? no("time") : yes(seconds);
    }
    case "time": {
      const seconds = readSeconds(written, kind.unit);
      return seconds === null || seconds < 0 ? no("time") : yes(withMean(old, seconds));
    }
    case "form": {
      const value = withForm(old, written);
      return value === undefined ? no("form") : yes(value);
    }
    case "choice": {
      const code = codeOf(written, kind.of, kind.words);
      return code === null
        ? no("oneOf", kind.of.map((each) => wordOf(around.language, kind.words, each)).join(joint(around)))
        : yes(code);
    }
    case "yes": {
      const value = readYes(written);
      return value === null ? no("yes") : yes(value);
    }
    case "capacity":
      return isUnlimited(written) ? yes(null) : counted(written, "parts");
    case "clock": {
      const clock = readClock(written);
      return clock === null ? no("clock") : yes(clock);
    }
    case "days": {
      const days = readDays(written);
      return days === null ? no("days") : yes(days);
    }
    case "breaks": {
      const breaks = readBreaks(written);
      return breaks === null ? no("breaks") : yes(breaks);
    }
    case "ref": {
      const id = idIn(kind.to, written, around);
      return id === null ? no("oneOf", namesOf(kind.to, around)) : yes(id);
    }
    case "refs":
      return several(kind.to, written, around);
    case "reject":
      return rejected(written, around);
  }
}

const other = (value: Json): string => (typeof value === "object" ? JSON.stringify(value) : String(value));
const joint = ({ language }: Around): string => (language === "zh" ? "、" : ", ");

/** "Varies not" for a time that is there; nothing for one that is not. */
function emptied(old: Json | undefined): Reading {
  return yes(old === undefined ? undefined : (withForm(old, "constant") ?? old));
}

function named(text: string, old: Json | undefined, language: Language): Reading {
  const before = isObject(old) ? old : {};
  const theirs = language === "zh" ? "en" : "zh";
  // until somebody translates it, a name is the same in both languages
  const other = before[theirs];
  const isOwn = typeof other === "string" && other !== "" && other !== before[language] && !isGivenName(other);
  const both = { [language]: text, [theirs]: isOwn ? other : text };
  return text.length > 200 ? no("name") : yes({ zh: both.zh!, en: both.en! });
}

function shared(text: string): Reading {
  const amount = readAmount(text, -2);
  if (amount === null || !["", "%"].includes(amount.unit)) return no("share");
  return amount.value < 0 || amount.value > 1 ? no("share") : yes(amount.value);
}

function counted(text: string, unit: UnitId | undefined): Reading {
  const amount = readAmount(text);
  if (amount === null) return no("number");
  const words = unit === undefined ? [] : [t("zh", `editor.unit.${unit}`), t("en", `editor.unit.${unit}`), ...(said[unit] ?? [])]; // prettier-ignore
  const isUnit = amount.unit === "" || words.some((word) => plain(word).toLowerCase() === amount.unit.toLowerCase());
  return isUnit ? yes(amount.value) : no("number");
}

/** What people write behind a number besides the head's own unit. */
const said: Partial<Record<UnitId, readonly string[]>> = {
  machines: ["台", "台套", "套", "machines", "pcs"],
  parts: ["件", "个", "只", "pcs", "pc", "parts"],
  people: ["人", "名", "位"],
  yuan: ["元", "rmb", "cny", "yuan"],
  yuanPerYear: ["元", "元/年", "rmb", "cny", "yuan"],
  m: ["米", "m"],
  years: ["年", "years", "a"],
  days: ["天", "日", "days"],
};

// references: a name where it is the only one, else the id

function rowsOf(to: Target, { line }: Around): readonly Json[] {
  return listAt(line, [to]);
}

const names = (row: Json): string[] =>
  (["zh", "en"] as const).flatMap((language) => {
    const name = getAt(row, ["name", language]);
    return typeof name === "string" && name !== "" ? [plain(name)] : [];
  });

/** The id a text stands for: an id, or a name that only one has. */
function idIn(to: Target, text: string, around: Around): string | null {
  const rows = rowsOf(to, around);
  const wanted = plain(text);
  if (rows.some((row) => idOf(row) === wanted)) return wanted;
  const called = rows.filter((row) => names(row).includes(wanted));
  return called.length === 1 ? idOf(called[0]) : null;
}

function refText(to: Target, id: string, around: Around): string {
  const row = rowsOf(to, around).find((each) => idOf(each) === id);
  const name = row === undefined ? "" : cellText({ is: "name" }, getAt(row, ["name"]), around);
  return name !== "" && idIn(to, name, around) === id ? name : id;
}

function refsText(to: Target, value: Json, around: Around): string {
  if (!isList(value)) return other(value);
  const ids = value.filter((each): each is string => typeof each === "string");
  const inWords = ids.map((id) => refText(to, id, around)).join("; ");
  const readBack = several(to, inWords, around);
  return inWords === "" || (readBack.ok && JSON.stringify(readBack.value) === JSON.stringify(value))
    ? inWords
    : JSON.stringify(value);
}

function several(to: Target, text: string, around: Around): Reading {
  if (text.startsWith("[")) {
    const list = jsonOf(text);
    return isList(list) ? yes(list) : no("oneOf", namesOf(to, around));
  }
  // one whole name first: a name may hold the comma that else parts two
  const whole = idIn(to, text, around);
  if (whole !== null) return yes([whole]);
  const parts = (text.includes(";") ? text.split(";") : text.split(/[,、+/]/)).map((part) => idIn(to, part, around));
  return parts.some((part) => part === null) ? no("oneOf", namesOf(to, around)) : yes(parts);
}

/** What there is to choose from, by name. */
export function namesOf(to: Target, around: Around): string {
  const all = choicesOf(to, around).map(({ text }) => text);
  return all.length === 0 ? t(around.language, "editor.nothingYet") : all.join(joint(around));
}

/** Ids and names of a list, for a chooser. */
export function choicesOf(to: Target, around: Around): { id: string; text: string }[] {
  return rowsOf(to, around).map((row) => ({ id: idOf(row), text: refText(to, idOf(row), around) }));
}

// what becomes of a rejected part: "报废" · "返工 车床 80%" · "修复 90 s 100%"

function rejectText(value: Json, around: Around): string {
  const word = (code: string): string => wordOf(around.language, "reject", code);
  if (value === "scrap") return word("scrap");
  if (!isObject(value)) return other(value);
  const share = typeof value.share === "number" ? ` ${percentText(value.share)}%` : "";
  const time = getAt(value, ["repair", "time"]);
  const text =
    typeof value.rework === "string"
      ? `${word("rework")} ${refText("stations", value.rework, around)}${share}`
      : typeof time === "number"
        ? `${word("repair")} ${time} s${share}`
        : "";
  const readBack = text === "" ? null : rejected(text, around);
  return readBack?.ok === true && JSON.stringify(readBack.value) === JSON.stringify(value) ? text : other(value);
}

function rejected(text: string, around: Around): Reading {
  if (text.startsWith("{")) {
    const value = jsonOf(text);
    return value === undefined ? no("reject") : yes(value);
  }
  const codes = ["scrap", "rework", "repair"];
  const [first = ""] = text.split(" ");
  const code = codeOf(first, codes, "reject");
  const rest = text.slice(first.length).trim();
  if (code === "scrap") return rest === "" ? yes("scrap") : no("reject");
  if (code === null) return no("reject");
  const shareText = /(\S+%)$/.exec(rest)?.[1];
  const share = shareText === undefined ? 1 : readAmount(shareText, -2)?.value;
  const what = shareText === undefined ? rest : rest.slice(0, -shareText.length).trim();
  if (share === undefined) return no("reject");
  if (code === "repair") {
    const seconds = readSeconds(what, "s");
    return seconds === null ? no("reject") : yes({ repair: { time: seconds }, share });
  }
  const id = idIn("stations", what, around);
  return id === null ? no("oneOf", namesOf("stations", around)) : yes({ rework: id, share });
}
