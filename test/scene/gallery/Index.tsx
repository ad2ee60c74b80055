import { overlayKinds } from "../../../src/scene";
import { kinds, lineNames } from "./lines";

const levels = ["full", "plain", "flat"];
const themes = ["light", "dark"];
const languages = ["zh", "en"];
const overlays = overlayKinds.filter((kind) => kind !== "none");
const plans: Readonly<Record<string, string[]>> = {
  machining: ["A", "C", "D", "E", "F", "G", "H", "I", "J", "K"],
  forging: ["robot", "clamps"],
  sewing: ["hanging"],
  electronics: ["carts"],
  battery: ["vision", "welder"],
  injection: ["robot", "mould"],
};

/** Every page of the gallery as a table of links: lines with their overlays and plans, each kind of machine, by level, theme and language. */
export function Index() {
  const rows = [
    ...lineNames.flatMap((line) => [
      { title: line, query: `line=${line}` },
      ...(line === "kinds" ? [] : overlays).map((overlay) => ({
        title: `${line}: ${overlay}`,
        query: `line=${line}&overlay=${overlay}`,
      })),
      ...(plans[line] ?? []).map((plan) => ({ title: `${line}: ${plan}`, query: `line=${line}&plan=${plan}` })),
    ]),
    ...kinds.map((kind) => ({ title: kind, query: `line=kinds&select=${kind}&look=focus` })),
  ];
  return (
    <table className="index">
      <tbody>
        {rows.map(({ title, query }) => (
          <tr key={query}>
            <th scope="row">{title}</th>
            {levels.flatMap((level) =>
              themes.flatMap((theme) =>
                languages.map((language) => (
                  <td key={level + theme + language}>
                    <a href={`?${query}&quality=${level}&theme=${theme}&language=${language}`}>
                      {[level, theme, language].join(" ")}
                    </a>
                  </td>
                )),
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
