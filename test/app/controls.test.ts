import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const library = join(root, "node_modules/@mantine/core");
const read = (path: string): string => readFileSync(path, "utf8");

/** Names of the library's controls that the sources import. */
function used(): Set<string> {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const imports = files.flatMap((path) => [
    ...read(join(root, "src", path)).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g),
  ]);
  return new Set(imports.flatMap(([, names = ""]) => names.split(",").map((name) => name.trim())));
}

/** Style sheets of a module and of everything it imports, by their names. */
function sheetsOf(path: string, seen: Map<string, string | null>): void {
  if (seen.has(path)) return;
  seen.set(path, /([A-Za-z]+)\.module\.mjs$/.exec(path)?.[1] ?? null);
  for (const [, next] of read(path).matchAll(/from "(\.[^"]+)"/g)) sheetsOf(join(dirname(path), next ?? ""), seen);
}

it("has the style sheet of every control in use, in the library's order, and no other", () => {
  const index = join(library, "esm/index.mjs");
  const names = used();
  const seen = new Map<string, string | null>();
  for (const [, listed = "", path = ""] of read(index).matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g))
    if (listed.split(",").some((name) => names.has(name.trim()))) sheetsOf(join(library, "esm", path), seen);
  const needed = new Set([...seen.values()].filter((name) => name !== null));
  const ours = [...read(join(root, "src/app/controls.css")).matchAll(/styles\/([\w-]+)\.css/g)].map(
    ([, name]) => name ?? "",
  );
  const basic = ["baseline", "default-css-variables", "global"];
  expect(ours.slice(0, 3)).toEqual(basic);
  expect([...ours.slice(3)].sort()).toEqual([...needed].sort());
  const all = read(join(library, "styles.css"));
  const places = ours.map((name) => all.indexOf(read(join(library, `styles/${name}.css`)).trim()));
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
