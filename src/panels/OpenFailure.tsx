import { Button, Modal } from "@mantine/core";
import { useActions, useApp, type OpenFailure as Failure } from "../store";
import { nameOf, problemSentence } from "../text";
import { useWords, type Say } from "./context";

const mostShown = 20;

function titleOf({ fileName, source }: Failure, say: Say): string {
  if (source !== undefined) return say(`open.failed.${source}`);
  return fileName === null ? say("open.failedPaste") : say("open.failed", { file: fileName });
}

/** What was wrong with the file: the place, what was found, what is allowed. What was open stays open. */
export function OpenFailure({ opened }: { opened: boolean }) {
  const { say, language } = useWords();
  const failure = useApp((state) => state.openFailure);
  const open = useApp((state) => state.history.present.scenario.meta.name);
  const { dismissOpenFailure } = useActions();
  return (
    <Modal
      opened={opened && failure !== null}
      onClose={dismissOpenFailure}
      title={failure === null ? "" : titleOf(failure, say)}
      size="lg"
      lockScroll={false}
      closeButtonProps={{ "aria-label": say("open.close") }}
      transitionProps={{ duration: 0 }}
      data-testid="open-failure"
    >
      {failure !== null && (
        <>
          <p>{say("open.safe", { name: nameOf(language, open) })}</p>
          {failure.problems.length === 0 && (
            <p>{failure.source === "project" ? say("projects.cannotReopen") : say("open.noClipboard")}</p>
          )}
          <ul className="xj-problems">
            {failure.problems.slice(0, mostShown).map((problem, index) => (
              <li key={index}>
                <code>{problem.path === "" ? say("problem.wholeFile") : problem.path}</code>
                <span>{problemSentence(language, problem)}</span>
              </li>
            ))}
          </ul>
          {failure.problems.length > mostShown && <p>{say("open.more", { n: failure.problems.length - mostShown })}</p>}
          {failure.problems.every(({ code }) => code !== "notFetched") && <p className="xj-note">{say("open.next")}</p>}
          <Button onClick={dismissOpenFailure} data-autofocus>
            {say("open.close")}
          </Button>
        </>
      )}
    </Modal>
  );
}
