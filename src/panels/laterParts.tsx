import { useApp, useOwner } from "../store";
import { later, laterDialog } from "./later";

const Failure = laterDialog(() => import("./OpenFailure").then((all) => all.OpenFailure));
const Door = laterDialog((services) =>
  Promise.all([import("./owner/OwnerDoor"), services.beforeOwner()]).then(([all]) => all.OwnerDoor),
);
const Machine = later(() => import("./MachineCard").then((all) => all.MachineCard));

export const Help = laterDialog(() => import("./Help").then((all) => all.Help));
export const Presenter = later(() => import("./presenter/Presenter").then((all) => all.Presenter));
export const Tour = later(() => import("./tour/Tour").then((all) => all.Tour));

/** What was wrong with a file, a link or a kept project that could not be opened. */
export function OpenFailure() {
  const hasFailed = useApp((state) => state.openFailure !== null);
  return <Failure opened={hasFailed} />;
}

/** The owner's way in, over the workspace. */
export function OwnerDoor() {
  const isOpen = useOwner((state) => state.isOpen);
  return <Door opened={isOpen} />;
}

/** The machine that was clicked. */
export function MachineCard() {
  const isWanted = useApp((state) => state.selected !== null);
  return isWanted && <Machine />;
}
