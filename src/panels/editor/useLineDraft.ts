import { useMemo } from "react";
import { Line, problemsOf, type Problem } from "../../model";
import { followed, type Draft, type JsonObject } from "../../sheet";
import { scenarioFileOf, useActions, useApp, type LineDraft, type Project } from "../../store";

export interface LineDraftEdit {
  draft: Draft;
  /** what is wrong with it; empty = it is the line that runs */
  problems: readonly Problem[];
  /** takes a change over, one step of undo: into the line where it is right, else beside it until it is */
  commit: (next: Draft) => void;
  discard: () => void;
}

/** The line that the tables show: the one that runs, or a draft of it that is not right yet. */
export function useLineDraft(): LineDraftEdit {
  const project = useApp((state) => state.history.present);
  const { attempt, edit } = useActions();
  return useMemo(() => {
    const own: Draft = { line: scenarioFileOf(project).line as unknown as JsonObject, follow: [] };
    const draft = project.draft ?? own;
    const discard = (): void => edit(withoutDraft);
    const commit = (next: Draft): void => {
      if (next.line === draft.line) return;
      const parsed = Line.safeParse(next.line, { reportInput: true });
      const problems = parsed.success
        ? attempt((before) => withLine(before, parsed.data, next))
        : problemsOf(parsed.error.issues, ["line"]);
      if (problems.length === 0) return;
      edit((before) => ({ ...before, draft: { line: next.line, follow: next.follow, problems } satisfies LineDraft }));
    };
    return { draft, problems: project.draft?.problems ?? [], commit, discard };
  }, [project, attempt, edit]);
}

function withoutDraft(project: Project): Project {
  if (project.draft === undefined) return project;
  const { draft: _dropped, ...rest } = project;
  return rest;
}

function withLine(before: Project, line: Line, { follow }: Draft): Project {
  const project = withoutDraft(before);
  const scenario = followed({ ...project.scenario, line }, follow);
  const { demand: had } = scenarioFileOf(project).line;
  if (had?.perYear === line.demand?.perYear) return { ...project, scenario };
  const demand: Project["demand"] =
    line.demand === null ? { kind: "all" } : { kind: "upTo", perYear: line.demand.perYear };
  return { ...project, scenario, demand };
}
