import referenceFile from "../../scenarios/policies/reference.json";
import type { Name } from "../model";

/** A figure to hold a plan against: what was reported, where, and why it must not be taken for the effect of a retrofit. */
export interface ReferenceLine {
  id: string;
  name: Name;
  value: number;
  /** change: signed share (0.7 = +70 %) · share: 0..1 · yuan · perYuan: yuan a yuan · count: pieces */
  unit: "change" | "share" | "yuan" | "perYuan" | "count";
  document: string;
  section: string;
  /** short quotation; （转述） marks a paraphrase */
  phrase: string;
  /** how it follows from quoted figures; null = quoted itself */
  derived: Name | null;
  caution: Name;
  /** a single retrofit past this side of the line deserves a flag */
  flagBeyond: "above" | "below" | null;
  /** address, where the figure does not come from the document itself */
  secondHand?: string;
}

export interface ProjectKind {
  id: string;
  name: Name;
}

/** Figures of the two cities' documents, for reference lines beside a result; never inputs of one. */
export const referenceLines = referenceFile.lines as readonly ReferenceLine[];

/** The five kinds of project that Suzhou counts; a free diagnosis alone is one of them. */
export const projectKinds: readonly ProjectKind[] = referenceFile.projectKinds;
export const projectKindsSource: { document: string; section: string } = referenceFile.projectKindsSource;

/** One line by id, e.g. "paidShare" (2.74 %). */
export function referenceLine(id: string): ReferenceLine | undefined {
  return referenceLines.find((line) => line.id === id);
}

/**
 * Is a retrofit's change beyond the average of the recognised workshops? Strictly past the line on its flagged side.
 * Example: outputGain at +70 % → no, +71 % → yes; defectDrop at −60 % → yes.
 */
export function isBeyondReference(id: string, value: number): boolean {
  const line = referenceLine(id);
  if (line === undefined || line.flagBeyond === null) return false;
  return line.flagBeyond === "above" ? value > line.value : value < line.value;
}
