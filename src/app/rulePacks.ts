import changzhou from "../../scenarios/policies/changzhou.json";
import suzhou from "../../scenarios/policies/suzhou.json";

/** As the files have them: not part of the page's own code (see `loadRules`). */
export const packs: readonly unknown[] = [changzhou, suzhou];
