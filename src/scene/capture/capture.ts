import { captionHeight } from "../../look";
import type { StageApi } from "../stageApi";
import { drawCaption, type Caption } from "./caption";
import { withDuration } from "./webm";
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
// first what every office program and phone plays; then what is written with the least work
const kinds = [
  "video/mp4;codecs=avc1.42E028",
  "video/webm;codecs=vp8",
  "video/webm;codecs=vp9",
  "video/webm",
  "video/mp4",
];
/** a page that is not seen gets no frames: then filming goes on after this long */
const longestFrameMs = 250;

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
      // what is filmed is only ever a finished picture: painting one takes several steps, and waits between them
      const screen = canvasOf(1);
      const copy = screen.getContext("2d");
      if (kind === null || pen === null || copy === null) return null;
      const shoot = async (): Promise<boolean> => {
        const isThere = await paint(pen, caption(), 1);
        if (isThere) copy.drawImage(canvas, 0, 0);
        return isThere;
      };
      if (!(await shoot())) return null;
      const recorder = new MediaRecorder(screen.captureStream(framesPerSecond), {
        mimeType: kind,
        videoBitsPerSecond: 6_000_000,
      });
      const pieces: Blob[] = [];
      recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
      const done = new Promise((resolve) => recorder.addEventListener("stop", resolve));
      recorder.start(1000);
      const start = performance.now();
      const end = start + seconds * 1000;
      while (performance.now() < end && !signal.aborted) {
        const begun = performance.now();
        if (!(await shoot())) break;
        // filmed is what stands there when the page draws a frame: on a busy computer that comes late, and is waited for
        await nextFrame();
        const rest = 1000 / framesPerSecond - (performance.now() - begun);
        if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      }
      // the last picture once more, and time to write it: what is still being written when the recorder stops is lost
      copy.drawImage(canvas, 0, 0);
      await nextFrame();
      await new Promise((resolve) => setTimeout(resolve, 2 * longestFrameMs));
      const took = performance.now() - start;
      recorder.stop();
      await done;
      const type = kind.split(";")[0] ?? kind;
      const film = new Blob(pieces, { type });
      if (type !== "video/webm") return film;
      return new Blob([withDuration(new Uint8Array(await film.arrayBuffer()), took)], { type });
    },
  };
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, longestFrameMs);
    requestAnimationFrame(() => {
      clearTimeout(late);
      // a task of its own: the frame itself is drawn after this call
      setTimeout(resolve);
    });
  });
}
