import { Menu } from "@mantine/core";
import type { Name, Plan } from "../../model";
import { mostSideBySide, useActions, useApp, withoutPlan, withPlanCopy } from "../../store";
import { languages, loadWords, t } from "../../text";
import { useWords } from "../context";
import { Icon } from "../Icon";

interface PlanMenuProps {
  plan: Plan;
  name: string;
  isChosen: boolean;
  onRename: () => void;
}

/** Without the other language's words the name stays what it is there. */
const copyName = (name: Name): Name => ({
  zh: (t("zh", "shelf.copyOf", { name: name.zh }) || name.zh).slice(0, 200),
  en: (t("en", "shelf.copyOf", { name: name.en }) || name.en).slice(0, 200),
});

/** What can be done with a plan besides comparing it: each is one step of undo. */
export function PlanMenu({ plan, name, isChosen, onRename }: PlanMenuProps) {
  const { say } = useWords();
  const picked = useApp((state) => state.sideBySide.picked);
  const { edit, choose, pickPlan } = useActions();
  const isPicked = picked.includes(plan.id);
  // a copy is named in both languages
  const copy = (): void =>
    void Promise.allSettled(languages.map((each) => loadWords(each, "first"))).then(() =>
      edit((project) => withPlanCopy(project, plan.id, copyName)?.project ?? project),
    );
  const remove = (): void => {
    if (isChosen) choose([]);
    edit((project) => withoutPlan(project, plan.id));
    // its own button is gone: the next one that is always there
    document.getElementById("xj-baseline")?.focus();
  };
  return (
    <Menu withinPortal position="bottom-end" transitionProps={{ duration: 0 }} returnFocus>
      <Menu.Target>
        <button type="button" className="xj-more" aria-label={say("shelf.more", { name })} data-more={plan.id}>
          <Icon name="more" size={16} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => pickPlan(plan.id)}
          disabled={!isPicked && picked.length >= mostSideBySide}
          {...(isPicked ? { leftSection: <Icon name="check" size={14} /> } : {})}
        >
          {say("shelf.pick")}
        </Menu.Item>
        <Menu.Item onClick={copy}>{say("shelf.copy")}</Menu.Item>
        <Menu.Item onClick={onRename}>{say("shelf.rename")}</Menu.Item>
        <Menu.Item onClick={remove}>{say("shelf.delete")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
