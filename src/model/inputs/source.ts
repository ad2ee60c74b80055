import { Economics } from "../economics";
import type { Name } from "../line";
import type { Scenario } from "../scenario";
import { inputsOf, type Input } from "./list";

type Grade = Scenario["meta"]["assumptions"][number]["grade"];

/** Where the value of an input comes from, as far as the file says. */
export interface InputSource {
  kind: "measured" | "assumption" | "evidence" | "offer" | "default" | "file";
  grade: Grade | null;
  text: Name | null;
  /** a document or address; of an offer the vendor; of a measured figure the size of the sample */
  source: string | null;
}

/** Who gave an input the value it has. */
export type ChangedBy = "file" | "user" | "calibration" | "interview" | "catalogue" | "offer" | "default";

/** What the owner's way in marks its answers with. */
const fromInterview = "owner's own figure";

const offerFigures = new Set(["cost", "opexPerYear", "leadTimeWeeks", "paymentTerms"]);

export interface Traced extends Input {
  source: InputSource;
  by: ChangedBy;
  /** what the file says, where that differs or is not there any more */
  original: Pick<Input, "value" | "range"> | null;
  isChanged: boolean;
}

const sameRange = (a: Input["range"], b: Input["range"]): boolean =>
  a === b || (a !== null && b !== null && a.low === b.low && a.high === b.high);

/** Prices of the file beside the file's own default tell which ones nobody has thought about. */
const defaults = new Map(
  inputsOf({
    line: { stations: [], operators: [], indirect: [], transporters: [], kanban: [], products: [] },
    economics: Economics.parse({}),
    retrofits: [],
    plans: [],
    run: {},
  } as unknown as Scenario).map((input) => [input.path, input]),
);

function isDefault(input: Input): boolean {
  const usual = input.group.kind === "economics" ? defaults.get(input.path) : undefined;
  return usual !== undefined && usual.value === input.value && sameRange(usual.range, input.range);
}

/** Every input with its source, who changed it, and what the file says: `origin` is the scenario as it was opened. */
export function traceInputs(scenario: Scenario, origin: Scenario): Traced[] {
  const original = new Map(inputsOf(origin).map((input) => [input.path, input]));
  const retrofits = new Map(scenario.retrofits.map((retrofit) => [retrofit.id, retrofit]));
  const wasThere = new Set(origin.retrofits.map(({ id }) => id));
  // the most telling assumption is the one about the nearest place
  const assumptions = [...scenario.meta.assumptions].sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0));
  const about = (path: string) =>
    assumptions.find(({ path: place = "" }) => place !== "" && (path === place || path.startsWith(`${place}.`)));

  const sourceOf = (input: Input): InputSource => {
    const { group, keys, path } = input;
    const fit =
      group.kind === "station"
        ? scenario.meta.fits.find(
            ({ station, quantity }) =>
              station === group.id &&
              (quantity === "processTime" ? keys[0] === "process" : keys[0] === "quality" && keys[1] === "defectRate"),
          )
        : undefined;
    if (fit !== undefined) return { kind: "measured", grade: null, text: null, source: String(fit.sampleSize) };
    const retrofit = group.kind === "retrofit" ? retrofits.get(group.id) : undefined;
    if (retrofit?.chosenOffer !== undefined && offerFigures.has(String(keys[0]))) {
      const vendor = retrofit.offers?.find(({ id }) => id === retrofit.chosenOffer)?.vendor ?? retrofit.chosenOffer;
      return { kind: "offer", grade: null, text: null, source: vendor };
    }
    const evidence = retrofit?.evidence[0];
    if (evidence !== undefined)
      return { kind: "evidence", grade: evidence.grade, text: evidence.claim, source: evidence.source };
    if (isDefault(input)) return { kind: "default", grade: "A", text: null, source: null };
    const assumption = about(path);
    if (assumption !== undefined) {
      const { grade, text, source = null } = assumption;
      return { kind: "assumption", grade, text, source };
    }
    return { kind: "file", grade: null, text: null, source: null };
  };

  return inputsOf(scenario).map((input): Traced => {
    const was = original.get(input.path);
    const isSame = was !== undefined && was.value === input.value && sameRange(was.range, input.range);
    const source = sourceOf(input);
    const by = ((): ChangedBy => {
      if (source.kind === "offer") return "offer";
      if (!isSame) {
        const isNew = input.group.kind === "retrofit" && !wasThere.has(input.group.id);
        return isNew && (retrofits.get(input.group.id)?.catalogue.length ?? 0) > 0 ? "catalogue" : "user";
      }
      if (source.kind === "measured") return "calibration";
      if (source.source === fromInterview) return "interview";
      return source.kind === "default" ? "default" : "file";
    })();
    const kept = was === undefined ? null : { value: was.value, range: was.range };
    return { ...input, source, by, original: isSame ? null : kept, isChanged: !isSame };
  });
}
