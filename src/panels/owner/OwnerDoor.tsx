import { Modal } from "@mantine/core";
import { lazy, Suspense, useEffect, useRef } from "react";
import { pause, play, useActions, useApp, useOwner, useOwnerActions } from "../../store";
import { useServices, useWords } from "../context";

// wanted later than the first screen
const OwnerWay = lazy(() => import("./OwnerWay").then((all) => ({ default: all.OwnerWay })));

/** The owner's way in, over the workspace, which rests meanwhile: the cores are needed here. */
export function OwnerDoor({ opened }: { opened: boolean }) {
  const { say } = useWords();
  const isOpen = useOwner((state) => state.isOpen) && opened;
  const { close } = useOwnerActions();
  useRest(isOpen);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      fullScreen
      padding={0}
      withCloseButton={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ root: "xj-owner-root", content: "xj-owner-content", body: "xj-owner-body" }}
      attributes={{ content: { "aria-label": say("owner.title") } }}
    >
      <Suspense fallback={<p className="xj-note">{say("owner.loading")}</p>}>
        <OwnerWay />
      </Suspense>
    </Modal>
  );
}

/** While it is open nothing plays and nothing is evaluated behind it; both go on when it closes. */
function useRest(isOpen: boolean): void {
  const { clock } = useServices();
  const { cancel, evaluate } = useActions();
  const isRunning = useApp((state) => state.evaluation.status === "running");
  const rested = useRef({ playing: false, evaluating: false });
  useEffect(() => {
    if (!isOpen) return;
    const before = rested.current;
    before.playing = clock.playing;
    if (before.playing) pause(clock);
    return () => {
      if (before.playing) play(clock);
      if (before.evaluating) evaluate();
      before.evaluating = false;
    };
  }, [isOpen, clock, evaluate]);
  useEffect(() => {
    if (!isOpen || !isRunning) return;
    rested.current.evaluating = true;
    cancel();
  }, [isOpen, isRunning, cancel]);
}
