import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";

// A consultant with a spreadsheet: a line from nothing, ten stations pasted, a cell mistyped and mended, all of it undone.

const words = {
  "zh-CN": { menu: /机加工线/, fresh: "从空白新建产线", heads: "工序\t设备数\t节拍（秒）\tCV\t前缓冲", add: "加一行", failures: "故障", undo: "撤销", hour: /件\/时/ }, // prettier-ignore
  "en-US": { menu: /Machining line/, fresh: "New line from nothing", heads: "Station\tMachines\tCycle time (s)\tCV\tBuffer", add: "Add a row", failures: "Failures", undo: "Undo", hour: /parts\/h/ }, // prettier-ignore
} as const;
const wordsOf = (locale: string | undefined) => (locale === "zh-CN" ? words["zh-CN"] : words["en-US"]);

/** What Ctrl+V brings, without the clipboard of the machine. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  }, text);
}

test("a line from nothing, ten stations pasted, runs; a wrong cell keeps it running", async ({ page, locale }) => {
  const say = wordsOf(locale);
  await page.goto("/?quality=flat");
  await page.getByRole("button", { name: say.menu }).click();
  await page.getByRole("menuitem", { name: say.fresh }).click();
  const grid = page.locator("[data-table=stations]").getByRole("grid");
  const cells = (column: string) => grid.locator(`td[data-column=${column}]`);
  await expect(grid.locator("tbody tr")).toHaveCount(1);

  const rows = Array.from({ length: 10 }, (_, i) => `OP${10 * (i + 1)}\t${i === 4 ? 2 : 1}\t${i === 4 ? "1.2 min" : 40 + i}\t8%\t${i === 0 ? "" : 6}`); // prettier-ignore
  await cells("name").first().click();
  await paste(page, [say.heads, ...rows].join("\r\n"));
  await expect(grid.locator("tbody tr")).toHaveCount(10);
  await expect(page.getByTestId("pasted")).not.toHaveAttribute("data-tone", "fault");
  await expect(cells("cycle").nth(4)).toHaveText("72");
  await expect(cells("before").nth(9)).toHaveText("6");
  // the table is the same in both languages, and 260 cells take their time
  if (locale === "zh-CN") await expectNoAxeViolations(page, { include: ".xj-editor" });

  // it runs: ten stations in the picture, and figures of this line
  await expect(page.locator(".xj-stage")).toContainText("OP100");
  await expect(page.locator(".xj-verdict .xj-facts")).toBeVisible({ timeout: 20_000 });
  const evaluate = page.locator(".xj-verdict").getByRole("button", { name: /重新评估|Re-evaluate|Evaluate again/ });
  if (await evaluate.isVisible()) await evaluate.click();
  await expect(page.locator(".xj-verdict .xj-facts")).toContainText(say.hour);

  // keys: typing replaces, Enter goes down, Escape gives up, Delete clears
  await cells("machines").first().click();
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect(cells("machines").first()).toHaveText("3");
  await page.keyboard.type("zwei");
  await page.keyboard.press("Enter");
  await expect(cells("machines").nth(1)).toHaveText("zwei");
  await expect(cells("machines").nth(1)).toHaveAttribute("data-fault", "true");
  await expect(page.getByTestId("faults").getByRole("listitem")).toHaveCount(1);
  await expect(page.locator(".xj-stage")).toContainText("OP100");
  // a word half composed is the input method's: neither Enter nor a letter acts
  await page.keyboard.press("ArrowUp");
  await page.evaluate(() => {
    const composing = new KeyboardEvent("keydown", {
      key: "Enter",
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement!.dispatchEvent(composing);
  });
  await expect(cells("machines").nth(1)).toHaveAttribute("data-active", "true");
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("２");
  await page.keyboard.press("Tab");
  await expect(page.getByTestId("faults")).toHaveCount(0);
  await expect(cells("machines").nth(1)).toHaveText("2");
  await expect(cells("cycle").nth(1)).toHaveAttribute("data-active", "true");

  // what is refused says where, and what stood there still stands
  await cells("machines").nth(8).click();
  await paste(page, "2\t50\nmany\t51\n");
  await expect(page.getByTestId("pasted")).toHaveAttribute("data-tone", "fault");
  await expect(page.getByTestId("pasted").getByRole("listitem")).toContainText("many");
  await expect(cells("machines").nth(9)).toHaveText("1");
  await expect(cells("cycle").nth(9)).toHaveText("51");
  await page.keyboard.press("Control+z");
  await expect(cells("cycle").nth(9)).toHaveText("49");
  await expect(cells("machines").nth(8)).toHaveText("1");

  // another table, another row; copying gives what can be pasted again
  await page.locator(".xj-editor-views").getByRole("button", { name: say.failures, exact: true }).click();
  await page.locator("[data-table=failures]").getByRole("button", { name: say.add }).click();
  await expect(page.locator("[data-table=failures] tbody tr")).toHaveCount(1);
  await page.locator("[data-table=failures] td[data-column=toFailure]").click();
  const copied = await page.evaluate(() => {
    const data = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
    return data.getData("text/plain");
  });
  expect(copied).toBe("100");
});
