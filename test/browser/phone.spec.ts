import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { openShort } from "./shortRun";

// A phone reads: verdict first, everything within the width of the screen, tables sideways in boxes of their own.

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

async function expectWithinTheScreen(page: Page, view: string): Promise<void> {
  const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  expect({ view, width }).toEqual({ view, width: 390 });
}

/** Wide enough and high enough for a finger: WCAG 2.2, 2.5.8. What stands in a label is touched by that. */
async function expectTouchable(page: Page): Promise<void> {
  const small = await page.locator("button, summary, select, [role=tab]").evaluateAll((all) =>
    all.flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      const isSeen = width > 0 && getComputedStyle(each).visibility === "visible";
      return isSeen && (width < 23.5 || height < 23.5) ? [each.outerHTML.slice(0, 120)] : [];
    }),
  );
  expect(small).toEqual([]);
}

test("on a phone every view keeps to the screen, verdict first", { tag: "@zh-only" }, async ({ page }) => {
  test.setTimeout(150_000);
  await openShort(page);
  await expectWithinTheScreen(page, "first");
  await page.locator("[data-plan=D]").tap();
  await expect(page.getByTestId("gain")).toBeVisible();
  const top = (selector: string): Promise<number> =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
  const order = [
    ".xj-header",
    ".xj-side[data-side=right]",
    ".xj-stage",
    ".xj-time",
    ".xj-side[data-side=left]",
    ".xj-details",
  ];
  const tops = await Promise.all(order.map(top));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));

  for (const tab of await page.getByRole("tab").all()) {
    await tab.tap();
    if ((await tab.getAttribute("aria-selected")) !== "true") await tab.tap();
    await expect(page.getByRole("tabpanel")).not.toBeEmpty();
    await expectWithinTheScreen(page, (await tab.textContent()) ?? "");
    await expectTouchable(page);
  }
  await page.getByRole("tab").first().tap();
  await expect(page.getByTestId("throughput").locator("canvas")).toBeVisible();
  await expectNoAxeViolations(page);

  for (const name of ["分享", "帮助与快捷键"]) {
    await page.getByRole("button", { name: new RegExp(`^${name}`) }).tap();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectWithinTheScreen(page, name);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "改造目录与报价" }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectWithinTheScreen(page, "catalogue");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await page.keyboard.press("Escape");
  await page.getByTestId("owner-start").tap();
  await expect(page.getByRole("heading", { name: "您做什么？" })).toBeVisible();
  await expectWithinTheScreen(page, "owner");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
});

test("a tablet edits: a cell is touched, typed into, and the line follows", { tag: "@en-only" }, async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  await openShort(page);
  await page.getByRole("tab", { name: "Edit the line" }).tap();
  const cell = page.locator("[data-table=stations] td[data-column=machines]").first();
  await cell.tap();
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(cell).toHaveText("2");
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  // in forced colours what is chosen is painted as the system paints it
  await page.emulateMedia({ forcedColors: "active" });
  const chosen = page.locator(".xj-toggle [aria-pressed=true]").first();
  const other = page.locator(".xj-toggle [aria-pressed=false]").first();
  const ground = (of: typeof chosen): Promise<string> =>
    of.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ground(chosen)).not.toBe(await ground(other));
});
