import type { QualityChoice } from "../store";

export type Quality = "full" | "plain" | "flat";

const strong = /nvidia|geforce|quadro|rtx|radeon (rx|pro)|apple m\d|apple gpu/i;

/** What a computer can draw, and the context that told: making one takes time, so that the scene goes on with it. */
export interface Probed {
  quality: Quality;
  context: WebGL2RenderingContext | null;
}

/**
 * What this computer can draw, found out before any canvas is mounted: `flat` without WebGL 2, `full` with a known strong
 * graphics card, `plain` otherwise (integrated or software graphics).
 */
export function probe(document: Document, attributes: WebGLContextAttributes): Probed {
  try {
    const canvas = document.createElement("canvas");
    const gl = canvas.getContext("webgl2", attributes);
    if (gl === null) return { quality: "flat", context: null };
    const info = gl.getExtension("WEBGL_debug_renderer_info");
    const renderer: unknown = info === null ? "" : gl.getParameter(info.UNMASKED_RENDERER_WEBGL);
    return { quality: typeof renderer === "string" && strong.test(renderer) ? "full" : "plain", context: gl };
  } catch {
    return { quality: "flat", context: null };
  }
}

/** `?quality=full|plain|flat` in the address goes before the user's choice, that before what was probed. */
export function chooseQuality(search: string, preferred: QualityChoice, probed: Quality): Quality {
  const asked = new URLSearchParams(search).get("quality");
  if (asked === "full" || asked === "plain" || asked === "flat") return asked;
  if (preferred === "auto") return probed;
  return probed === "flat" ? "flat" : preferred;
}
