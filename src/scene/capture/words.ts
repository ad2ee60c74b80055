/** Words and lines that lie over the picture as page elements, and belong to it. */
const belongs = ".xj-label, .xj-overlay-note, .xj-scene-title, .xj-scene-divider, .xj-scene-divide";

/** Draws the labels, titles and notes of a scene into a canvas where they stand on the page. */
export function drawWords(pen: CanvasRenderingContext2D, scene: HTMLElement, scale: number): void {
  const origin = scene.getBoundingClientRect();
  const theme = getComputedStyle(scene);
  const line = theme.getPropertyValue("--xj-control-edge");
  pen.save();
  pen.scale(scale, scale);
  pen.translate(-origin.left, -origin.top);
  for (const element of scene.querySelectorAll<HTMLElement>(belongs)) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isSeen = box.width > 0 && style.visibility === "visible" && style.display !== "none";
    const isInside = box.right > origin.left && box.left < origin.right && box.bottom > origin.top;
    if (!isSeen || !isInside) continue;
    if (element.matches(".xj-scene-divider, .xj-scene-divide")) {
      pen.fillStyle = line;
      const isUpright = box.height > box.width;
      if (isUpright) pen.fillRect(box.left + box.width / 2 - 1, box.top, 2, box.height);
      else pen.fillRect(box.left, box.top + box.height / 2 - 1, box.width, 2);
      continue;
    }
    plate(pen, box, style.backgroundColor, line, 5);
    if (Number.parseFloat(style.borderLeftWidth) > 2) {
      pen.fillStyle = style.borderLeftColor;
      pen.fillRect(box.left, box.top, Number.parseFloat(style.borderLeftWidth), box.height);
    }
    for (const part of [element, ...element.querySelectorAll<HTMLElement>("*")]) write(pen, part, part !== element);
  }
  pen.restore();
}

function plate(pen: CanvasRenderingContext2D, box: DOMRect, fill: string, edge: string, radius: number): void {
  pen.beginPath();
  pen.roundRect(box.left, box.top, box.width, box.height, radius);
  pen.fillStyle = fill;
  pen.fill();
  if (edge === "") return;
  pen.strokeStyle = edge;
  pen.lineWidth = 1;
  pen.stroke();
}

/** The text of one element, without that of its children. */
function write(pen: CanvasRenderingContext2D, element: HTMLElement, hasPlate: boolean): void {
  const node = [...element.childNodes].find((child) => child.nodeType === Node.TEXT_NODE);
  const text = node?.textContent?.trim() ?? "";
  if (node === undefined || text === "") return;
  const style = getComputedStyle(element);
  const own = element.getBoundingClientRect();
  if (own.width === 0) return;
  if (hasPlate && style.backgroundColor !== "rgba(0, 0, 0, 0)") plate(pen, own, style.backgroundColor, "", 3);
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.fillStyle = style.color;
  pen.textBaseline = "middle";
  pen.textAlign = "left";
  pen.fillText(text, box.left, box.top + box.height / 2 + 0.5);
}
