/** Controls, tables and dialogs around the stage. They read the store, speak through `text`, and never touch the scene. */
import "./panels.css";
import "./money/money.css";
import "./planner/planner.css";
export { useServices, useWords, ServicesProvider, type PanelServices, type ReadyLine, type Say } from "./context";
export { Details, Guard } from "./Details";
export { Header } from "./Header";
export { Help } from "./Help";
export { bottleneckCandidates } from "./judge";
export { useDropAndPaste } from "./openFile";
export { OpenFailure } from "./OpenFailure";
export { planMarks } from "./planMark";
export { PlanShelf } from "./PlanShelf";
export { TimeBar } from "./TimeBar";
export { useTheme } from "./useLook";
export { Verdict } from "./Verdict";
export { Icon } from "./Icon";
