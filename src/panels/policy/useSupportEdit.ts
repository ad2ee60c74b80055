import type { Economics } from "../../model";
import { useEconomicsEdit } from "../money/useEconomicsEdit";

export type Support = Economics["support"];

/** Changes what the firm says about the rules; null = taken, else why not. */
export function useSupportEdit(): (change: (support: Support) => Support, scale?: number) => string | null {
  const edit = useEconomicsEdit();
  return (change, scale) => edit((economics) => ({ ...economics, support: change(economics.support) }), scale);
}
