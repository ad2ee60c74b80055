import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { openShort } from "./shortRun";

// What a consultant decides with: the catalogue, offers, every input, several plans. The flat plan spares the machine.

const words = {
  "zh-CN": {
    offers: "报价对比",
    assumptions: "假设与来源",
    undo: "撤销",
    copy: "复制一份",
    delete: /删除/,
    pick: "放进并排比较",
  },
  "en-US": {
    offers: "Offers",
    assumptions: "Assumptions",
    undo: "Undo",
    copy: "Duplicate",
    delete: /Delete/,
    pick: "Put side by side",
  },
} as const;
const wordsOf = (locale: string | undefined) => (locale === "zh-CN" ? words["zh-CN"] : words["en-US"]);

async function openEntry(page: Page, id: string): Promise<void> {
  await page.getByTestId("open-catalogue").click();
  await page.locator(`[data-entry=${id}]`).click();
  await expect(page.getByTestId("entry")).toContainText(id);
}

test.setTimeout(120_000);

test(
  "an entry says what it takes and when not to buy it, goes onto the line and comes off with one undo",
  { tag: "@zh-only" },
  async ({ page, locale }) => {
    const say = wordsOf(locale);
    await openShort(page);
    await openEntry(page, "R09");
    await expect(page.getByTestId("cannot")).toContainText("搬运");
    await page.locator("[data-entry=R04]").click();
    await expect(page.getByTestId("entry")).toContainText("什么时候别买");
    await page.locator(".xj-add select").selectOption("op30");
    await page.getByTestId("add-to-line").click();
    await expect(page.locator("[data-plan=R04]")).toHaveAttribute("aria-pressed", "true");

    // two offers: the chosen one's price is the plan's, the promise beyond the evidence is flagged and capped
    await page.getByTestId("open-catalogue").click();
    await page.getByRole("button", { name: say.offers, exact: true }).click();
    for (const [vendor, price, change] of [
      ["甲", "226000", "-50"],
      ["乙", "339000", "-85"],
    ] as const) {
      const form = page.getByTestId("offer-form");
      await form.getByLabel("厂家").fill(vendor);
      await form.getByLabel("价格（元）").fill(price);
      await form.getByLabel(/^承诺/).fill(change);
      await page.getByTestId("save-offer").click();
    }
    const offers = page.getByTestId("offers");
    await expect(offers.locator("[data-verdict=above]")).toHaveCount(1);
    await expect(offers.locator("[data-mark=lowest]").first()).toContainText("20");
    await page.locator("[data-choose=V1]").click();
    await expect(page.locator("[data-offer=V1]")).toHaveAttribute("data-chosen", "true");
    await expectNoAxeViolations(page, { include: ".mantine-Modal-content" });
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-plan=R04]")).toContainText("20 万元");

    for (let step = 0; step < 4; step++) await page.getByRole("button", { name: say.undo, exact: true }).click();
    await expect(page.locator("[data-plan=R04]")).toHaveCount(0);
  },
);

test(
  "an input is changed, named as changed and put back; a plan is copied and taken out; two stand side by side",
  { tag: "@en-only" },
  async ({ page, locale }) => {
    const say = wordsOf(locale);
    await openShort(page);
    await page.getByRole("tab", { name: say.assumptions, exact: true }).click();
    const inputs = page.getByTestId("inputs");
    await inputs.locator("[data-group='station op30'] summary").click();
    const row = inputs.locator("[data-path='line.stations.op30.machines']");
    const type = async (text: string): Promise<void> => {
      await row.locator(".xj-value").click();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    };
    await type("4");
    await expect(row).toHaveAttribute("data-changed", "true");
    await expect(row).toContainText("file: 3");
    await inputs.getByRole("checkbox").check();
    await expect(inputs.locator("tbody tr")).toHaveCount(1);
    await type("-1");
    await expect(row.getByRole("alert")).toBeVisible();
    await page.keyboard.press("Escape");
    await row.locator(".xj-link").click();
    await expect(inputs.locator("tbody tr")).toHaveCount(0);

    const act = async (plan: string, name: string | RegExp): Promise<void> => {
      await page.locator(`[data-more=${plan}]`).click();
      await page.getByRole("menuitem", { name }).click();
    };
    await act("D", say.copy);
    await expect(page.locator("[data-plan=D2]")).toContainText("copy");
    await act("D2", say.delete);
    await expect(page.locator("[data-plan=D2]")).toHaveCount(0);
    await act("C", say.pick);
    await act("D", say.pick);
    await page.getByTestId("side-by-side").click();
    const table = page.getByTestId("sides");
    await expect(table.locator("[data-side]")).toHaveCount(2);
    await expect(table.getByRole("row")).toHaveCount(9);
    await expect(table).not.toContainText("not yet computed", { timeout: 60_000 });
    await expect(page.locator("[data-plan=C]")).toContainText("output +");
    await expectNoAxeViolations(page, { include: ".xj-app" });
  },
);
