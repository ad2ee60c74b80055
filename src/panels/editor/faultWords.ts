import type { Fault } from "../../sheet";
import { problemSentence, t, tLoose, type Language } from "../../text";

/** What is allowed in a cell, in words. */
export function allowedText(language: Language, { allowed, options }: { allowed: string; options: string }): string {
  return tLoose(language, `editor.allowed.${allowed}`, { options: shortened(options) });
}

/** What is wrong with a cell: what was found, what is allowed. */
export function faultText(language: Language, { problem, objection }: Fault): string {
  if (objection === null) return problemSentence(language, problem);
  return t(language, "editor.objection", { found: objection.found, allowed: allowedText(language, objection) });
}

const longest = 240;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
