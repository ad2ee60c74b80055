import { Button, Modal, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { encode } from "uqr";
import { loadLinks, longestLink, useApp, type LinkBase } from "../../store";
import { number } from "../../text";
import { useServices, useWords } from "../context";

/** More bytes than this make a code that no telephone reads off a screen. */
const longestCode = 1200;

/** The project as an address. It carries the plant's data, and says so before it is copied. */
export function ShareDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { say } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say("share.title")}
      size="lg"
      lockScroll={false}
      closeButtonProps={{ "aria-label": say("open.close") }}
      transitionProps={{ duration: 0 }}
      data-testid="share"
    >
      {opened && <Link />}
    </Modal>
  );
}

function Link() {
  const { say, language } = useWords();
  const services = useServices();
  const project = useApp((state) => state.history.present);
  const choice = useApp((state) => state.choice);
  const detail = useApp((state) => state.detail);
  const selected = useApp((state) => state.selected);
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const linker = useLinker(project.scenario.meta.id);
  if (linker === null) return <div aria-busy="true" />;
  const { text, isShort } = linker.linkOf(project, { choice, detail, selected }, linker.bases);
  const address = `${services.address()}#${text}`;
  const length = number(language, address.length, { decimals: 0 });
  if (address.length > longestLink)
    return (
      <>
        <p>{say("share.tooLong", { length })}</p>
        <Button onClick={services.saveProject} data-autofocus>
          {say("header.save")}
        </Button>
      </>
    );
  const copy = (): void =>
    void services.copy(address).then(
      () => setCopied("yes"),
      () => setCopied("refused"),
    );
  return (
    <>
      <p className="xj-warning">{say("share.carries")}</p>
      <Textarea
        aria-label={say("share.link")}
        value={address}
        readOnly
        rows={3}
        onFocus={(event) => event.currentTarget.select()}
        data-testid="share-link"
      />
      <div className="xj-buttons">
        <Button onClick={copy} data-autofocus>
          {say("share.copy")}
        </Button>
        <p role="status" className="xj-note">
          {copied === "yes" && say("about.copied")}
          {copied === "refused" && say("share.copyByHand")}
        </p>
      </div>
      <p className="xj-note">{isShort ? say("share.short", { length }) : say("share.long", { length })}</p>
      {address.length <= longestCode ? <Code text={address} /> : <p className="xj-note">{say("share.noCode")}</p>}
    </>
  );
}

interface Linker {
  linkOf: Awaited<ReturnType<typeof loadLinks>>["linkOf"];
  bases: readonly LinkBase[];
}

/** What makes the link, with the shipped line it may refer to; without that line the link carries everything. */
function useLinker(lineId: string | undefined): Linker | null {
  const { readyLines } = useServices();
  const [linker, setLinker] = useState<Linker | null>(null);
  useEffect(() => {
    let isWanted = true;
    const base = readyLines.find(({ id }) => id === lineId);
    const bases = base?.load().then(
      (scenario) => [{ id: base.id, scenario }],
      () => [],
    );
    void Promise.all([loadLinks(), bases ?? []]).then(([{ linkOf }, found]) => {
      if (isWanted) setLinker({ linkOf, bases: found });
    });
    return () => {
      isWanted = false;
    };
  }, [readyLines, lineId]);
  return linker;
}

/** The address as a QR code, dark on white in every theme: that is what cameras expect. */
function Code({ text }: { text: string }) {
  const { say } = useWords();
  const { data, size } = encode(text, { ecc: "L", border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="xj-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say("share.code")}>
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
