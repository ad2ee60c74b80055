import { useMemo } from "react";
import { nameOf } from "../../text";
import { usePlanWords } from "../planner/usePlanWords";

/** Names of stations, pools, vehicles, loops and retrofits by id; a buffer "a>b" is "name → name". */
export function useLineNames(): (id: string) => string {
  const { say, language, scenario } = usePlanWords();
  return useMemo(() => {
    const { line, retrofits } = scenario;
    const named = [...line.stations, ...line.operators, ...line.transporters, ...retrofits];
    const one = (id: string): string => nameOf(language, named.find((each) => each.id === id)?.name, id);
    return (id) => (id === "" ? say("bottleneck.supply") : id.split(">").map(one).join(" → "));
  }, [say, language, scenario]);
}
