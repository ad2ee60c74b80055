import type { Plan } from "../../model";
import { useActions, useApp, withPlan } from "../../store";
import { nameOf, t } from "../../text";

/** Changes the plan on screen, one step of undo; an own choice of retrofits becomes a plan of the file. */
export function usePlanEdit(): (change: (plan: Plan) => Plan) => void {
  const choice = useApp((state) => state.choice);
  const retrofits = useApp((state) => state.history.present.scenario.retrofits);
  const { edit } = useActions();
  return (change) => {
    const named = (language: "zh" | "en"): string => {
      const names = choice.map((id) => nameOf(language, retrofits.find((each) => each.id === id)?.name, id));
      return t(language, "money.ownPlan", { names: names.join(language === "zh" ? "、" : ", ") }).slice(0, 200);
    };
    edit((project) => withPlan(project, choice, { zh: named("zh"), en: named("en") }, change));
  };
}
