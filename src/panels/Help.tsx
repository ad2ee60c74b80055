import { Button, Modal, Switch } from "@mantine/core";
import { useStore } from "zustand";
import { useActions, useApp } from "../store";
import { useServices, useWords } from "./context";

const steps = ["help.step1", "help.step2", "help.step3", "help.step4", "help.step5"] as const;
const keys = [
  ["help.keySpace", "help.play"],
  ["help.keyBrackets", "help.events"],
  ["help.keyShiftBrackets", "help.minute"],
  ["help.keyCommaDot", "help.speed"],
  ["help.keyHomeEnd", "help.ends"],
  ["help.keyF", "presenter.title"],
] as const;

const places = [
  ["owner.start", "help.questions"],
  ["tab.line", "help.line"],
  ["catalogue.open", "help.catalogue"],
  ["help.floor", "help.floorHow"],
  ["help.twoLines", "help.twoLinesHow"],
  ["help.picture", "help.pictureHow"],
] as const;

interface HelpProps {
  opened: boolean;
  onClose: () => void;
  onTour: () => void;
}

export function Help({ opened, onClose, onTour }: HelpProps) {
  const { say } = useWords();
  const shortcuts = useApp((state) => state.preferences.shortcuts);
  const { setPreferences } = useActions();
  const offline = useStore(useServices().offline.state, (state) => state.status);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say("help.title")}
      size="lg"
      lockScroll={false}
      closeButtonProps={{ "aria-label": say("open.close") }}
      transitionProps={{ duration: 0 }}
    >
      <ol>
        {steps.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ol>
      <Button variant="default" onClick={onTour}>
        {say("tour.title")}
      </Button>
      <h3>{say("help.places")}</h3>
      <dl className="xj-help-places">
        {places.map(([place, how]) => (
          <div key={place}>
            <dt>{say(place)}</dt>
            <dd>{say(how)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say("help.keys")}</h3>
      <dl className="xj-keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{say(key)}</kbd>
            </dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={say("help.shortcuts")}
        checked={shortcuts}
        onChange={(event) => setPreferences({ shortcuts: event.currentTarget.checked })}
      />
      <p className="xj-note">{say("help.private")}</p>
      <p className="xj-note">{say(`help.offline.${offline}`)}</p>
    </Modal>
  );
}
