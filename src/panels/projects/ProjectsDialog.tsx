import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Name } from "../../model";
import { archiveOf, type ListedProject } from "../../store";
import { clockTime, nameOf, t } from "../../text";
import { useServices, useWords } from "../context";
import { useKeeper, useKept } from "./useKeeper";

/** All that this browser keeps: open, rename, copy, take out, put back; all of it as one file. */
export function ProjectsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { say } = useWords();
  const services = useServices();
  const keeper = useKeeper();
  const projects = useKept((state) => state.projects);
  const removed = useKept((state) => state.removed);
  const takenIn = useKept((state) => state.takenIn);
  const isUnkept = useKept((state) => state.status === "unkept");
  const exportAll = async (): Promise<void> =>
    services.download(await archiveOf(keeper), "xianjian-projects.json", "application/json");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say("projects.title")}
      size="xl"
      lockScroll={false}
      closeButtonProps={{ "aria-label": say("open.close") }}
      transitionProps={{ duration: 0 }}
      data-testid="projects"
    >
      <p className="xj-note">{isUnkept ? say("projects.status.unkept") : say("projects.where")}</p>
      {takenIn !== null && <p role="status">{say("projects.imported", { n: takenIn })}</p>}
      {projects.length === 0 && !isUnkept && <p>{say("projects.none")}</p>}
      {projects.length > 0 && (
        <table className="xj-table xj-projects">
          <tbody>
            {projects.map((project) => (
              <ProjectRow key={project.id} project={project} onOpened={onClose} />
            ))}
          </tbody>
        </table>
      )}
      <div className="xj-buttons">
        {projects.length > 0 && (
          <Button variant="default" onClick={() => void exportAll()}>
            {say("projects.exportAll")}
          </Button>
        )}
        {removed !== null && (
          <Button variant="default" onClick={() => void keeper.putBack()}>
            {say("projects.putBack")}
          </Button>
        )}
      </div>
      <p className="xj-note">{say("projects.importHint")}</p>
    </Modal>
  );
}

const copyOf = (name: Name): Name => ({
  zh: t("zh", "projects.copyOf", { name: name.zh }),
  en: t("en", "projects.copyOf", { name: name.en }),
});

function ProjectRow({ project, onOpened }: { project: ListedProject; onOpened: () => void }) {
  const { say, language } = useWords();
  const services = useServices();
  const keeper = useKeeper();
  const current = useKept((state) => state.projectId);
  const [isRenaming, setRenaming] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const { id } = project;
  const open = async (): Promise<void> => {
    if (await keeper.open(id)) onOpened();
    else setBroken(true);
  };
  const takeOut = async (): Promise<void> =>
    services.download(JSON.stringify(await keeper.found(id)), `xianjian-${id}.json`, "application/json");
  const remove = (
    <Button variant="subtle" size="compact-md" onClick={() => void keeper.remove(id)}>
      {say("projects.remove")}
    </Button>
  );
  if (project.isDamaged || isBroken)
    return (
      <tr data-project={id} data-damaged="true">
        <th scope="row">
          {project.isDamaged ? say("projects.damaged") : nameOf(language, project.name)}
          <span className="xj-term">{say("projects.damagedWhy")}</span>
        </th>
        <td className="xj-right">
          <Button variant="default" size="compact-md" onClick={() => void takeOut()}>
            {say("projects.takeOut")}
          </Button>
          {remove}
        </td>
      </tr>
    );
  const { name, savedAt } = project;
  const rename = (text: string): void => {
    setRenaming(false);
    const trimmed = text.trim().slice(0, 100);
    if (trimmed !== "" && trimmed !== nameOf(language, name)) void keeper.rename(id, { ...name, [language]: trimmed });
  };
  return (
    <tr data-project={id} data-selected={id === current}>
      <th scope="row">
        {isRenaming ? (
          <TextInput
            aria-label={say("projects.name")}
            defaultValue={nameOf(language, name)}
            data-autofocus
            autoFocus
            onBlur={(event) => rename(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Enter") rename(event.currentTarget.value);
            }}
          />
        ) : (
          <>
            {nameOf(language, name)}
            <span className="xj-term">
              {id === current
                ? say("projects.isOpen")
                : say("projects.savedOn", { time: clockTime(language, savedAt, true) })}
            </span>
          </>
        )}
      </th>
      <td className="xj-right">
        {id !== current && (
          <Button size="compact-md" onClick={() => void open()}>
            {say("projects.open")}
          </Button>
        )}
        <Button variant="subtle" size="compact-md" onClick={() => setRenaming(true)}>
          {say("projects.rename")}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => void keeper.duplicate(id, copyOf)}>
          {say("projects.duplicate")}
        </Button>
        {remove}
      </td>
    </tr>
  );
}
