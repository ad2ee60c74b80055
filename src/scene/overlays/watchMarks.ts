import { subscribe, type PlaybackClock } from "../../store";
import type { ThemeName } from "../../look";
import type { RunModel } from "../runModel";
import { marksOf } from "./marks";
import type { Marks, OverlayInput } from "./types";
import { flowTop, powerTop, wipTop } from "./values";

/** Tells the marks of every run, now and then at most four times a second. Returns the way to stop. */
export function watchMarks(
  models: readonly RunModel[],
  input: OverlayInput,
  clock: PlaybackClock,
  theme: ThemeName,
  tell: (marks: Marks[]) => void,
): () => void {
  const lines = models.map(({ run }) => run.line);
  const fixed = { wip: wipTop(lines), power: powerTop(lines) };
  const write = (): void => {
    const flow = input.kind === "flow" ? flowTop(input.runs.map((run) => run.rates(clock.now))) : 1;
    tell(
      models.map(({ run, plan, picture, cursor }, i): Marks => {
        const own = input.runs[i];
        if (own === undefined) return { stripes: [], rings: [], notes: [], isOver: false };
        cursor.seek(clock.now);
        const { kind, text } = input;
        return marksOf({
          kind,
          run: own,
          line: run.line,
          plan,
          picture,
          cursor,
          scales: { ...fixed, flow },
          theme,
          text,
        });
      }),
    );
  };
  write();
  return subscribe(clock, write);
}
