import type { ViewRect } from "../views";

/** Draws the plans into a canvas as they stand: each is written out as a picture of its own and drawn into its view. */
export async function paintViews(
  pen: CanvasRenderingContext2D,
  scale: number,
  views: readonly HTMLElement[],
  rects: readonly ViewRect[],
): Promise<void> {
  const pictures = await Promise.all(
    rects.map((rect, i) =>
      Promise.all(
        [...(views[i]?.querySelectorAll("svg") ?? [])].map((svg) =>
          pictureOf(svg, rect.width * scale, rect.height * scale),
        ),
      ),
    ),
  );
  rects.forEach((rect, i) => {
    // what is seen of it: in a swipe one side of the divider
    const [, right = "0", left = "0"] =
      /inset\(0(?:px)? ([\d.]+)(?:px)? 0(?:px)? ([\d.]+)(?:px)?\)/.exec(views[i]?.style.clipPath ?? "") ?? [];
    const width = rect.width - Number(left) - Number(right);
    pen.save();
    pen.beginPath();
    pen.rect((rect.left + Number(left)) * scale, rect.top * scale, width * scale, rect.height * scale);
    pen.clip();
    for (const picture of pictures[i] ?? []) pen.drawImage(picture, rect.left * scale, rect.top * scale);
    pen.restore();
  });
}

async function pictureOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.removeAttribute("style");
  writeStyles(svg, copy);
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

const onGroups = ["opacity", "filter", "display"];
const onText = ["fill", "stroke", "stroke-width", "font-size", "font-weight", "font-family", "paint-order"];

/** A picture knows no style sheet of the page: what comes from one is written beside each thing. */
function writeStyles(svg: SVGSVGElement, copy: SVGSVGElement): void {
  const carry = (selector: string, names: readonly string[]): void => {
    const originals = svg.querySelectorAll(selector);
    copy.querySelectorAll(selector).forEach((element, i) => {
      const original = originals[i];
      if (!original) return;
      const style = getComputedStyle(original);
      for (const name of names) {
        const value = style.getPropertyValue(name);
        if (value !== "" && !(value === "none" && name === "filter") && !(value === "inline" && name === "display"))
          element.setAttribute(name, value);
      }
    });
  };
  carry(".xj-flat-floor, .xj-flat-ground, .xj-flat-things, .xj-flat-moving, .xj-flat-moving path", onGroups);
  carry("[data-layer]", onGroups);
  carry("text", onText);
  const lamp = getComputedStyle(svg).getPropertyValue("--xj-lamp");
  for (const each of copy.querySelectorAll(".xj-flat-lamp")) each.setAttribute("transform", `scale(${lamp})`);
}
