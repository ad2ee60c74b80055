import type { Keeper } from "./keeper";

/** All projects in one file. What is damaged goes with it as it was found: it may be mended by hand. */
interface Archive {
  format: "xianjian-projects";
  version: 1;
  projects: unknown[];
}

export async function archiveOf(keeper: Keeper): Promise<string> {
  await keeper.flush();
  const projects: unknown[] = [];
  for (const { id } of keeper.state.getState().projects) projects.push(await keeper.found(id));
  const archive: Archive = { format: "xianjian-projects", version: 1, projects };
  return JSON.stringify(archive);
}

/** The projects of such a file; null: it is another kind of file. */
export function readArchive(text: string): unknown[] | null {
  if (!text.slice(0, 200).includes('"xianjian-projects"')) return null;
  try {
    const { format, version, projects } = JSON.parse(text) as Partial<Archive>;
    return format === "xianjian-projects" && version === 1 && Array.isArray(projects) ? projects : null;
  } catch {
    return null;
  }
}
