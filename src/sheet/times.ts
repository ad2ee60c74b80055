import { distributionMean, DistributionSchema, scaleDistribution, type Distribution } from "../model";
import type { Language } from "../text";
import { getAt, isObject, type Json } from "./json";
import { percentText, plain, readAmount } from "./numbers";
import { wordOf } from "./words";

/**
 * A time of the model is two cells: its mean, and how it varies around it ("lognormal cv 8%"). A pasted column of means
 * keeps the way each varies; a way that names its own points ("triangular 10 20 40") brings the mean with it.
 */
export const forms = [
  "constant",
  "exponential",
  "erlang",
  "gamma",
  "lognormal",
  "normal",
  "triangular",
  "uniform",
  "weibull",
  "empirical",
] as const;
type Form = (typeof forms)[number];

/** The distribution at a cell; null where there is none, or something that is not one. */
export function distributionAt(value: Json | undefined): Distribution | null {
  if (typeof value === "number") return value >= 0 ? value : null;
  if (!isObject(value)) return null;
  const checked = DistributionSchema.safeParse(value);
  return checked.success ? checked.data : null;
}

/** The same way of varying around another mean; a constant where there was none. */
export function withMean(old: Json | undefined, mean: number): Json {
  const distribution = distributionAt(old);
  if (distribution === null || typeof distribution === "number") return halfKnown(old, mean);
  const before = distributionMean(distribution);
  if (before === mean) return old as Json;
  if ("mean" in distribution && distribution.dist !== "normal") return { ...distribution, mean };
  if (distribution.dist === "constant") return { dist: "constant", value: mean };
  if (!(before > 0)) return mean;
  const scaled = scaleDistribution(distribution, mean / before) as unknown as Json;
  return isObject(scaled) && "mean" in scaled ? { ...scaled, mean } : scaled;
}

/** A form that still waits for its mean takes it. */
function halfKnown(old: Json | undefined, mean: number): Json {
  if (!isObject(old) || typeof old.dist !== "string" || old.mean !== undefined) return mean;
  const completed = { ...old, mean };
  return distributionAt(completed) === null ? mean : completed;
}

/** How a time varies, in words that read back: "对数正态 cv 8%". */
export function formText(language: Language, value: Json | undefined): string {
  const d = distributionAt(value);
  if (d === null) return isObject(value) ? JSON.stringify(value) : "";
  const word = (form: Form): string => wordOf(language, "form", form);
  if (typeof d === "number") return word("constant");
  switch (d.dist) {
    case "constant":
    case "exponential":
      return word(d.dist);
    case "erlang":
      return `${word(d.dist)} k ${d.k}`;
    case "gamma":
    case "lognormal":
      return `${word(d.dist)} cv ${percentText(d.cv)}%`;
    case "normal":
      return `${word(d.dist)} sd ${d.sd}`;
    case "triangular":
      return `${word(d.dist)} ${d.low} ${d.mode} ${d.high}`;
    case "uniform":
      return `${word(d.dist)} ${d.low} ${d.high}`;
    case "weibull":
      return `${word(d.dist)} ${d.shape} ${d.scale}`;
    case "empirical":
      return `${word(d.dist)} ${d.values.join(" ")}`;
    case "mixture":
      return JSON.stringify(d);
  }
}

/** Another way of varying around the mean a cell has; undefined where the words mean none. */
export function withForm(old: Json | undefined, text: string): Json | undefined {
  const written = plain(text);
  if (written.startsWith("{")) {
    const found = distributionAt(jsonOf(written));
    return found === null ? undefined : (found as unknown as Json);
  }
  const known = distributionAt(old);
  const mean = known === null ? undefined : distributionMean(known);
  // a bare number is the column of coefficients of variation that most sheets have
  const bare = ratio(written);
  if (bare !== null) return bare === 0 ? constant(old, mean) : around({ dist: "lognormal", cv: bare }, mean);
  const form = formOf(written);
  if (form === null) return undefined;
  const params = form.rest
    .replace(/\b(cv|k|sd|shape|scale|low|mode|high)\b|[=:;,、()]/gi, " ")
    .trim()
    .split(/\s+/)
    .filter((each) => each !== "");
  const numbers = params.map(ratio);
  if (numbers.some((each) => each === null)) return undefined;
  return built(form.form, numbers as number[], old, mean);
}

function built(form: Form, n: readonly number[], old: Json | undefined, mean: number | undefined): Json | undefined {
  const [a, b, c] = n;
  const count = n.length;
  if (form === "constant") return count === 0 ? constant(old, mean) : count === 1 ? a : undefined;
  if (form === "exponential") return count === 0 ? around({ dist: form }, mean) : undefined;
  if (form === "empirical") return count > 0 ? { dist: form, values: n } : undefined;
  if (a === undefined) return undefined;
  if (form === "erlang") return count === 1 ? around({ dist: form, k: a }, mean) : undefined;
  if (form === "gamma" || form === "lognormal") return count === 1 ? around({ dist: form, cv: a }, mean) : undefined;
  if (form === "normal") return count === 1 ? around({ dist: form, sd: a }, mean) : undefined;
  if (b === undefined) return undefined;
  if (form === "uniform") return count === 2 ? { dist: form, low: a, high: b } : undefined;
  if (form === "weibull") return count === 2 ? { dist: form, shape: a, scale: b } : undefined;
  return c !== undefined && count === 3 ? { dist: form, low: a, mode: b, high: c } : undefined;
}

function constant(old: Json | undefined, mean: number | undefined): Json | undefined {
  return getAt(old, ["dist"]) === "constant" ? old : mean;
}

function around(shape: { dist: string; [parameter: string]: string | number }, mean: number | undefined): Json {
  const { dist, ...rest } = shape;
  return mean === undefined ? { dist, ...rest } : { dist, mean, ...rest };
}

/** The longest name of a form that the text begins with, in either language. */
function formOf(text: string): { form: Form; rest: string } | null {
  const lower = text.toLowerCase();
  const found = forms
    .flatMap((form) => [form, wordOf("zh", "form", form), wordOf("en", "form", form)].map((word) => ({ form, word })))
    .filter(({ word }) => lower.startsWith(word.toLowerCase()))
    .sort((a, b) => b.word.length - a.word.length)[0];
  return found === undefined ? null : { form: found.form, rest: text.slice(found.word.length) };
}

function ratio(text: string): number | null {
  const amount = readAmount(text);
  if (amount === null || amount.value < 0) return null;
  if (amount.unit === "%") return readAmount(text, -2)?.value ?? null;
  return amount.unit === "" || amount.unit === "s" || amount.unit === "秒" ? amount.value : null;
}

/** Text as JSON; undefined where it is none. */
export function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
