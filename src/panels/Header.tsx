import { ActionIcon, Button, Menu, SegmentedControl, Tooltip } from "@mantine/core";
import { useRef, useState, type ChangeEvent, type ReactNode } from "react";
import { useStore } from "zustand";
import { useActions, useApp, type QualityChoice } from "../store";
import { loadWords, nameOf, type Language } from "../text";
import { useServices, useWords, type ReadyLine } from "./context";
import { useNewLine } from "./editor/useNewLine";
import { Icon, type IconName } from "./Icon";
import { laterDialog } from "./later";
import { useOpenFile } from "./openFile";
import { OwnerButton } from "./owner/OwnerButton";
import { SaveState } from "./projects/SaveState";
import { useKept } from "./projects/useKeeper";

const ProjectsDialog = laterDialog(() => import("./projects/ProjectsDialog").then((all) => all.ProjectsDialog), "both");
const ShareDialog = laterDialog(() => import("./projects/ShareDialog").then((all) => all.ShareDialog));
const ConflictNotice = laterDialog(() => import("./projects/ConflictNotice").then((all) => all.ConflictNotice));

interface HeaderProps {
  onHelp: () => void;
  onPresent: () => void;
  isDark: boolean;
}

/** Project, undo and what concerns the whole page. */
export function Header({ onHelp, onPresent, isDark }: HeaderProps) {
  const { say, language } = useWords();
  const history = useApp((state) => state.history);
  const preferences = useApp((state) => state.preferences);
  const { undo, redo, setPreferences } = useActions();
  const [dialog, setDialog] = useState<"none" | "projects" | "share">("none");
  const close = (): void => setDialog("none");
  const isConflict = useKept((state) => state.status === "conflict");
  // the words first: nothing is shown without them, and where they cannot be fetched the language stays what it is
  const speak = (wished: Language): void =>
    void loadWords(wished, "first", "later").then(
      () => setPreferences({ language: wished }),
      () => undefined,
    );
  return (
    <header className="xj-header">
      <h1 className="xj-brand">{say("app.name")}</h1>
      <ProjectMenu onProjects={() => setDialog("projects")} />
      <SaveState />
      <HeaderButton icon="undo" label={say("header.undo")} onClick={undo} disabled={history.past.length === 0} />
      <HeaderButton icon="redo" label={say("header.redo")} onClick={redo} disabled={history.future.length === 0} />
      <OwnerButton />
      <span className="xj-grow" />
      <UpdateButton />
      <p className="xj-local">{say("header.local")}</p>
      <HeaderButton icon="share" label={say("share.title")} onClick={() => setDialog("share")} />
      <HeaderButton
        icon="present"
        label={say("presenter.title")}
        onClick={onPresent}
        pressedHint={preferences.shortcuts ? say("help.keyF") : undefined}
      />
      <QualityMenu />
      <SegmentedControl
        className="xj-language"
        size="sm"
        aria-label={say("header.language")}
        value={language}
        onChange={(value) => speak(value === "zh" ? "zh" : "en")}
        data={[
          { value: "zh", label: say("header.chinese") },
          { value: "en", label: say("header.english") },
        ]}
      />
      <HeaderButton
        icon={isDark ? "sun" : "moon"}
        label={isDark ? say("header.light") : say("header.dark")}
        onClick={() => setPreferences({ theme: isDark ? "light" : "dark" })}
      />
      <HeaderButton
        icon="help"
        label={say("header.help")}
        onClick={onHelp}
        pressedHint={preferences.shortcuts ? say("header.helpKey") : undefined}
      />
      <ProjectsDialog opened={dialog === "projects"} onClose={close} />
      <ShareDialog opened={dialog === "share"} onClose={close} />
      <ConflictNotice opened={isConflict} />
    </header>
  );
}

/** A new version is there: the user says when; what is open is kept and comes back. */
function UpdateButton() {
  const { say } = useWords();
  const { offline } = useServices();
  const isUpdated = useStore(offline.state, (state) => state.status === "updated");
  if (!isUpdated) return null;
  return (
    <Button variant="light" size="compact-md" onClick={offline.update}>
      {say("header.update")}
    </Button>
  );
}

interface HeaderButtonProps {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  pressedHint?: string | undefined;
}

function HeaderButton({ icon, label, onClick, disabled = false, pressedHint }: HeaderButtonProps) {
  return (
    <Tooltip label={pressedHint === undefined ? label : `${label} ${pressedHint}`}>
      <ActionIcon variant="subtle" size={36} aria-label={label} onClick={onClick} disabled={disabled}>
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}

function ProjectMenu({ onProjects }: { onProjects: () => void }) {
  const { say, language } = useWords();
  const services = useServices();
  const { openReady, failToOpen } = useActions();
  const project = useApp((state) => state.history.present);
  const fileName = useApp((state) => state.fileName);
  const readyLine = useApp((state) => state.readyLine);
  const input = useRef<HTMLInputElement>(null);
  const { openFile, pasteFromClipboard } = useOpenFile();
  const newLine = useNewLine();
  const name = nameOf(language, project.scenario.meta.name, fileName ?? "");
  const openLine = ({ id, load, name: fileName }: ReadyLine): void =>
    void load().then(
      (scenario) => openReady(id, scenario),
      () =>
        failToOpen({
          fileName: nameOf(language, fileName, id),
          problems: [{ path: "", code: "notFetched", params: {} }],
        }),
    );
  const onPicked = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = "";
    if (file !== undefined) void openFile(file);
  };
  return (
    <>
      <Menu position="bottom-start" width={340} shadow="md" trapFocus>
        <Menu.Target>
          <Button variant="subtle" className="xj-project" rightSection={<Icon name="chevron" size={16} />}>
            <span className="xj-ellipsis">{name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{say("header.readyLines")}</Menu.Label>
          {services.readyLines.map((line) => (
            <Menu.Item
              key={line.id}
              leftSection={<MenuMark shown={line.id === readyLine} />}
              onClick={() => openLine(line)}
            >
              {nameOf(language, line.name, line.id)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="add" />} onClick={() => void newLine()}>
            {say("editor.newLine")}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="shelf" />} onClick={onProjects}>
            {say("projects.title")}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="open" />} onClick={() => input.current?.click()}>
            {say("header.open")}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="copy" />} onClick={() => void pasteFromClipboard()}>
            {say("header.paste")}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="save" />} onClick={services.saveProject}>
            {say("header.save")}
          </Menu.Item>
          <Menu.Label>{say("header.dropHint")}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say("header.open")}
        onChange={onPicked}
        data-testid="open-file"
      />
    </>
  );
}

function MenuMark({ shown }: { shown: boolean }): ReactNode {
  return shown ? <Icon name="check" /> : <span className="xj-menu-gap" />;
}

const qualities: readonly QualityChoice[] = ["auto", "full", "plain", "flat"];

function QualityMenu() {
  const { say } = useWords();
  const quality = useApp((state) => state.preferences.quality);
  const { setPreferences } = useActions();
  return (
    <Menu position="bottom-end" width={280} shadow="md">
      <Menu.Target>
        <Button variant="subtle" rightSection={<Icon name="chevron" size={16} />} className="xj-quality">
          {say("header.view", { quality: say(`quality.${quality}`) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say("header.quality")}</Menu.Label>
        {qualities.map((choice) => (
          <Menu.Item
            key={choice}
            leftSection={<MenuMark shown={choice === quality} />}
            onClick={() => setPreferences({ quality: choice })}
          >
            {say(`quality.${choice}`)}
            <span className="xj-menu-note">{say(`qualityNote.${choice}`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
