import type { ReactNode } from "react";
import { useWords } from "../context";

/** Figures to be filled in, a row each (`SpanFields`): low, likely and high with their unit. */
export function SpansTable({ children }: { children: ReactNode }) {
  const { say } = useWords();
  return (
    <div className="xj-scroll-x" tabIndex={0} role="region" aria-label={say("catalogue.mine")}>
      <table className="xj-table xj-entry-table xj-mine">
        <thead>
          <tr>
            <th scope="col">{say("catalogue.figure")}</th>
            <th scope="col">{say("catalogue.low")}</th>
            <th scope="col">{say("catalogue.likely")}</th>
            <th scope="col">{say("catalogue.high")}</th>
            <th scope="col">{say("catalogue.unit")}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
