import type { StageApi } from "../stageApi";
import { captionHeight, drawCaption, type Caption } from "./caption";
import { drawWords } from "./words";

/** Pictures and films of what is on the stage now, for a proposal. */
export interface SceneCapture {
  /** A PNG at twice the size of the page; null where the stage is not there. */
  picture(caption: Caption): Promise<Blob | null>;
  /** A film until `signal` says stop, of this many seconds at the most; null where the browser cannot. */
  film(caption: () => Caption, seconds: number, signal: AbortSignal): Promise<Blob | null>;
}

const pictureScale = 2;
const framesPerSecond = 15;
const kinds = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"];

/** What this browser can film in; null = it cannot. */
export function filmKind(): string | null {
  const records = typeof MediaRecorder !== "undefined" && "captureStream" in HTMLCanvasElement.prototype;
  return records ? (kinds.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null) : null;
}

/** See `SceneCapture`; `scene` and `stage` tell what is there at the time. */
export function createCapture(scene: () => HTMLElement | null, stage: () => StageApi | null): SceneCapture {
  const paint = async (pen: CanvasRenderingContext2D, caption: Caption, scale: number): Promise<boolean> => {
    const root = scene();
    const api = stage();
    if (root === null || api === null) return false;
    pen.fillStyle = getComputedStyle(root).getPropertyValue("--xj-page");
    pen.fillRect(0, 0, root.clientWidth * scale, root.clientHeight * scale);
    await api.paintInto(pen, scale);
    drawWords(pen, root, scale);
    drawCaption(pen, caption, root, root.clientWidth, root.clientHeight, api.pixelsPerMetre(), scale);
    return true;
  };
  const canvasOf = (scale: number): HTMLCanvasElement => {
    const canvas = document.createElement("canvas");
    const root = scene();
    // video wants even numbers
    canvas.width = Math.round(((root?.clientWidth ?? 0) * scale) / 2) * 2;
    canvas.height = Math.round((((root?.clientHeight ?? 0) + captionHeight) * scale) / 2) * 2;
    return canvas;
  };
  return {
    async picture(caption) {
      const canvas = canvasOf(pictureScale);
      const pen = canvas.getContext("2d");
      if (pen === null || !(await paint(pen, caption, pictureScale))) return null;
      return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    },
    async film(caption, seconds, signal) {
      const kind = filmKind();
      const canvas = canvasOf(1);
      const pen = canvas.getContext("2d");
      if (kind === null || pen === null || !(await paint(pen, caption(), 1))) return null;
      const recorder = new MediaRecorder(canvas.captureStream(framesPerSecond), {
        mimeType: kind,
        videoBitsPerSecond: 6_000_000,
      });
      const pieces: Blob[] = [];
      recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
      const done = new Promise((resolve) => recorder.addEventListener("stop", resolve));
      recorder.start(1000);
      const end = performance.now() + seconds * 1000;
      while (performance.now() < end && !signal.aborted) {
        const begun = performance.now();
        if (!(await paint(pen, caption(), 1))) break;
        const rest = 1000 / framesPerSecond - (performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, Math.max(4, rest)));
      }
      recorder.stop();
      await done;
      return new Blob(pieces, { type: kind.split(";")[0] ?? kind });
    },
  };
}
