import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { openShort } from "./shortRun";

// The stage itself: two lines in one place, stations moved, a picture for a proposal. On the flat plan, which has all of it.

/** Middle of a station's footprint on the page. */
async function middleOf(page: Page, station: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`[data-lift="${station}"] polygon[data-kind="room"]`).first().boundingBox();
  if (box === null) throw new Error(`${station} is not on the stage`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test(
  "a station is dragged on the grid, refused where another stands, and one undo brings it back",
  { tag: "@en-only" },
  async ({ page }) => {
    await openShort(page);
    const undo = page.getByRole("button", { name: /^(撤销|Undo)/ });
    await expect(undo).toBeDisabled();
    await page.getByTestId("stage-layout").click();
    const first = await middleOf(page, "saw");
    const second = await middleOf(page, "op10");

    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    await page.mouse.move(second.x, second.y, { steps: 4 });
    await expect(page.getByTestId("layout-held")).toHaveAttribute("data-blocked", "true");
    await page.mouse.up();
    await expect(page.locator(".xj-layout-note")).toHaveAttribute("data-blocked", "true");
    await expect(undo).toBeDisabled();

    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    await page.mouse.move(first.x - 40, first.y + 40, { steps: 4 });
    await page.mouse.up();
    await expect(undo).toBeEnabled();
    // the plan is fitted anew, so that it is the order of things that tells of the move
    await expect
      .poll(async () => (await middleOf(page, "saw")).y - (await middleOf(page, "op10")).y)
      .toBeGreaterThan(8);

    await page.keyboard.press("Control+z");
    await expect.poll(async () => Math.abs((await middleOf(page, "saw")).y - first.y)).toBeLessThan(2);
    await expect(undo).toBeDisabled();
  },
);

test("a station is moved by keys alone: taken up, moved, put down", { tag: "@en-only" }, async ({ page }) => {
  await openShort(page);
  await page.getByTestId("stage-layout").click();
  await page.locator(".xj-scene-list").focus();
  for (const key of ["ArrowRight", "Enter", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
  await expect(page.locator(".xj-layout-note")).toContainText(/saw.* across/i);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("layout-held")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeEnabled();
});

test(
  "two lines in one place: the divider is dragged and moved by keys, the ghost has no side",
  { tag: "@zh-only" },
  async ({ page }) => {
    await openShort(page);
    await page.locator("[data-plan=D]").click();
    await expect(page.locator(".xj-stage")).toHaveAttribute("data-runs", "2");
    await expect(page.getByTestId("live")).toBeVisible();
    await page.locator(".xj-scene-list").focus();
    await page.keyboard.press("7");
    const divider = page.getByRole("slider", { name: /分界|Edge between/ });
    await expect(divider).toHaveAttribute("aria-valuenow", "50");
    const box = await divider.boundingBox();
    if (box === null) throw new Error("no divider");
    await page.mouse.move(box.x + box.width / 2, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 80, box.y + 40, { steps: 3 });
    await page.mouse.up();
    const moved = Number(await divider.getAttribute("aria-valuenow"));
    expect(moved).toBeGreaterThan(55);
    await divider.focus();
    await page.keyboard.press("ArrowLeft");
    await expect(divider).toHaveAttribute("aria-valuenow", String(moved - 2));
    await page.locator(".xj-scene-list").focus();
    await page.keyboard.press("8");
    await expect(page.locator(".xj-scene")).toHaveAttribute("data-compare", "ghost");
    await expect(divider).toHaveCount(0);
  },
);

test("a picture of the stage is saved with its caption", { tag: "@zh-only" }, async ({ page }) => {
  await openShort(page);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByTestId("stage-picture").click()]);
  expect(saved.suggestedFilename()).toMatch(/\.png$/);
});

test(
  "a film of the stage plays: it has a length, the size of the stage and something to see",
  { tag: "@zh-only" },
  async ({ page, context }) => {
    await openShort(page);
    const scene = await page.locator(".xj-scene").boundingBox();
    const film = page.getByTestId("stage-film");
    const saving = page.waitForEvent("download", { timeout: 30_000 });
    await film.click();
    await expect(film).toHaveAttribute("aria-pressed", "true");
    await page.waitForTimeout(1500);
    await film.click();
    const saved = await saving;
    const type = saved.suggestedFilename().endsWith(".mp4") ? "video/mp4" : "video/webm";
    const data = readFileSync(await saved.path()).toString("base64");
    // on a page of its own: the product's policy plays no films
    const player = await context.newPage();
    const seen = await player.evaluate(
      async ({ data, type }) => {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        const video = document.createElement("video");
        video.muted = true;
        video.src = URL.createObjectURL(new Blob([bytes], { type }));
        await new Promise((resolve, reject) => {
          video.onloadeddata = resolve;
          video.onerror = () => reject(new Error(video.error?.message));
        });
        const { duration, videoWidth: width, videoHeight: height } = video;
        const pen = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
        if (pen === null) throw new Error("no canvas");
        const coloursAt = async (time: number): Promise<number> => {
          await new Promise((resolve) => {
            video.onseeked = resolve;
            video.currentTime = time;
          });
          pen.drawImage(video, 0, 0);
          const { data: pixels } = pen.getImageData(0, 0, width, height);
          const found = new Set<number>();
          for (let i = 0; i < pixels.length; i += 4 * 31)
            found.add(((pixels[i] ?? 0) >> 4) * 256 + ((pixels[i + 1] ?? 0) >> 4) * 16 + ((pixels[i + 2] ?? 0) >> 4));
          return found.size;
        };
        return { duration, width, height, first: await coloursAt(0), last: await coloursAt(duration) };
      },
      { data, type },
    );
    expect(Math.abs(seen.width - (scene?.width ?? 0))).toBeLessThanOrEqual(1);
    // the caption stands below the picture
    expect(seen.height).toBeGreaterThan(scene?.height ?? 0);
    expect(seen.duration).toBeGreaterThan(0.5);
    expect(seen.duration).toBeLessThan(15);
    // blank would be the ground and the caption alone
    expect(seen.first).toBeGreaterThan(40);
    expect(seen.last).toBeGreaterThan(40);
  },
);
