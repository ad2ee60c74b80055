/** Controls, tables and dialogs around the stage. They read the store, speak through `text`, and never touch the scene. */
import "./panels.css";
import "./money/money.css";
import "./owner/owner.css";
import "./projects/projects.css";
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
export { captionFacts } from "./charts/useCaption";
export { Details } from "./Details";
export { Guard } from "./Guard";
export { fetchLater } from "./later";
export { Header } from "./Header";
export { bottleneckCandidates } from "./judge";
export { RunTags } from "./RunTags";
export { useDropAndPaste } from "./openFile";
export { OwnerOffer } from "./owner/OwnerOffer";
export { planMarks } from "./planMark";
export { Help, MachineCard, OpenFailure, OwnerDoor, Presenter, Tour } from "./laterParts";
export { PlanShelf } from "./PlanShelf";
export { TimeBar } from "./TimeBar";
export { useTheme } from "./useLook";
export { Verdict } from "./Verdict";
export { Icon } from "./Icon";
