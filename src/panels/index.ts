/** Controls, tables and dialogs around the stage. They read the store, speak through `text`, and never touch the scene. */
import "./panels.css";
import "./money/money.css";
import "./owner/owner.css";
import "./owner/decision.css";
import "./planner/planner.css";
import "./advice/advice.css";
import "./presenter/presenter.css";
import "./projects/projects.css";
import "./editor/editor.css";
import "./tour/tour.css";
export {
  useServices,
  useWords,
  ServicesProvider,
  type Offline,
  type OfflineState,
  type PanelServices,
  type ReadyLine,
  type Say,
} from "./context";
export { Details, Guard } from "./Details";
export { Header } from "./Header";
export { Help } from "./Help";
export { bottleneckCandidates } from "./judge";
export { MachineCard } from "./MachineCard";
export { RunTags } from "./RunTags";
export { useDropAndPaste } from "./openFile";
export { OpenFailure } from "./OpenFailure";
export { OwnerDoor } from "./owner/OwnerDoor";
export { OwnerOffer } from "./owner/OwnerOffer";
export { planMarks } from "./planMark";
export { Presenter } from "./presenter/Presenter";
export { Tour } from "./tour/Tour";
export { PlanShelf } from "./PlanShelf";
export { TimeBar } from "./TimeBar";
export { useTheme } from "./useLook";
export { Verdict } from "./Verdict";
export { Icon } from "./Icon";
