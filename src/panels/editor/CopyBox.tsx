import { Textarea } from "@mantine/core";
import { useLayoutEffect, useRef, useState } from "react";
import { useWords } from "../context";

/** A table to be copied. Where the browser withholds its clipboard (plain http), the text is there to be copied by hand. */
export function CopyBox({ text, onClose }: { text: string; onClose: () => void }) {
  const { say } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
    // the old command works on an address that is not secure, where the clipboard's own door is shut
    setCopied(document.execCommand("copy"));
  }, [text]);
  return (
    <div className="xj-editor-notice" data-testid="copy-box">
      <p role="status">{say(isCopied ? "editor.copied" : "editor.copyByHand")}</p>
      <Textarea
        ref={field}
        aria-label={say("editor.copy")}
        value={text}
        readOnly
        rows={2}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" className="xj-link" onClick={onClose}>
        {say("editor.close")}
      </button>
    </div>
  );
}
