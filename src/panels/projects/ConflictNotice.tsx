import { Button, Modal } from "@mantine/core";
import { useWords } from "../context";
import { useKeeper } from "./useKeeper";

/** Two tabs have changed one project: nothing is thrown away before the user has said what to keep. */
export function ConflictNotice({ opened }: { opened: boolean }) {
  const { say } = useWords();
  const keeper = useKeeper();
  return (
    <Modal
      opened={opened}
      onClose={() => void keeper.keepMine()}
      withCloseButton={false}
      title={say("projects.conflict")}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <p>{say("projects.conflictWhy")}</p>
      <div className="xj-buttons">
        <Button onClick={() => void keeper.keepMine()} data-autofocus>
          {say("projects.keepMine")}
        </Button>
        <Button variant="default" onClick={() => void keeper.takeTheirs()}>
          {say("projects.takeTheirs")}
        </Button>
      </div>
    </Modal>
  );
}
