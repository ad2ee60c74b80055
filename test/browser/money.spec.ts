import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { openShort } from "./shortRun";

// The money as an owner reads it and a consultant drills into it. The flat plan spares the test machine.

const words = {
  "zh-CN": { money: "投入与回收", policy: "补贴", rate: "折现率", year2: /第 2 年/, own: "自选" },
  "en-US": { money: "Money", policy: "Subsidy", rate: "Discount rate", year2: /Year 2/, own: "Own choice" },
} as const;
const wordsOf = (locale: string | undefined) => (locale === "zh-CN" ? words["zh-CN"] : words["en-US"]);

/** A plan's money on screen, the way there simulated, and nothing computing any more. */
async function openMoney(page: Page, locale: string | undefined, plan: string): Promise<void> {
  await openShort(page);
  await page.locator(`[data-plan=${plan}]`).click();
  await expect(page.getByTestId("gain")).toBeVisible();
  await page.getByRole("tab", { name: wordsOf(locale).money, exact: true }).click();
  await expect(page.locator(".xj-money")).toHaveAttribute("data-way", "simulated", { timeout: 60_000 });
  const stop = page.getByRole("button", { name: /^(停下|Stop)$/ });
  // it may be through in the very moment of the click
  if (await stop.isVisible()) await stop.click({ timeout: 2000 }).catch(() => undefined);
  // stopped or through: nothing changes any more but by what the test does
  await expect(stop).toBeHidden({ timeout: 90_000 });
}

// figures come from real runs, and a small machine takes its time for them
test.setTimeout(180_000);

test(
  "in a minute: in, back as a range, chance of never with its interval, the worst, two pictures, five ways to pay",
  { tag: "@en-only" },
  async ({ page, locale }) => {
    await openMoney(page, locale, "E");
    const sentence = page.getByTestId("money-sentence");
    await expect(sentence).toContainText(/45|450,000/);
    await expect(sentence).toContainText(/\d+(\.\d)? %.*[（(][\d.]+–[\d.]+ %[）)]/);
    await expect(page.getByTestId("waterfall").locator("canvas")).toBeVisible();
    await expect(page.getByTestId("cumulative").locator("canvas")).toBeVisible();
    await expect(page.getByTestId("financing").locator("[data-way]")).toHaveCount(5);
    await expect(page.getByTestId("returns").getByRole("row")).toHaveCount(10);
    await expect(page.getByTestId("measures").getByRole("row")).toHaveCount(11);
    await expect(page.getByTestId("hours")).toBeVisible();
    await expect(page.getByTestId("readiness")).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
  },
);

test(
  "a way to pay becomes the plan's with one click, and undo takes it back",
  { tag: "@zh-only" },
  async ({ page, locale }) => {
    await openMoney(page, locale, "E");
    const table = page.getByTestId("cash-flow");
    await expect(table.locator("[data-line=loanInterest]")).toHaveCount(0);
    await page.locator("[data-way=loan] button").click();
    await expect(page.locator("[data-way=loan]")).toHaveAttribute("data-selected", "true");
    await expect(table.locator("[data-line=loanInterest]")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.locator("[data-way=ownFunds]")).toHaveAttribute("data-selected", "true");
    await expect(table.locator("[data-line=loanInterest]")).toHaveCount(0);
  },
);

test(
  "a year opens into its months, and arrows lead to the formula of each cell",
  { tag: "@en-only" },
  async ({ page, locale }) => {
    await openMoney(page, locale, "E");
    const table = page.getByTestId("cash-flow");
    const columns = await table.locator("thead th").count();
    await table.getByRole("button", { name: wordsOf(locale).year2 }).click();
    await expect(table.locator("thead th")).toHaveCount(columns + 12);
    await table.locator("[data-line=revenue] [data-cell]").nth(2).click();
    const detail = page.getByTestId("cell-detail");
    await expect(detail).toContainText("month 13");
    await page.keyboard.press("ArrowRight");
    await expect(detail).toContainText("month 14");
    await page.keyboard.press("ArrowDown");
    await expect(detail).toContainText("Material");
    await expect(detail).toContainText("Formula");
    await expect(detail).toContainText("Source");
    // one stop for the Tab key in the whole grid of cells
    await expect(table.locator("[data-cell][tabindex='0']")).toHaveCount(1);
  },
);

test(
  "a premise is reckoned at once, nonsense is refused in words, undo takes one step",
  { tag: "@zh-only" },
  async ({ page, locale }) => {
    await openMoney(page, locale, "E");
    const returns = page.getByTestId("returns");
    const before = await returns.textContent();
    await page.getByTestId("premises").locator("summary").click();
    const rate = page.getByLabel(wordsOf(locale).rate, { exact: true });
    await rate.fill("12");
    await rate.press("Enter");
    await expect(returns).not.toHaveText(before ?? "");
    await expect(page.locator(".xj-stale")).toHaveCount(0);
    const at12 = await returns.textContent();
    await rate.fill("250");
    await rate.press("Enter");
    await expect(page.getByTestId("premises").locator(".mantine-InputWrapper-error")).toContainText(/250.*100/);
    await expect(returns).toHaveText(at12 ?? "");
    await expectNoAxeViolations(page, { include: ".xj-details" });
    await returns.click();
    await page.keyboard.press("Control+z");
    await expect(returns).toHaveText(before ?? "");
  },
);

test(
  "every rule with its words; a rate of one's own and a rule not claimed change what is counted",
  { tag: "@en-only" },
  async ({ page, locale }) => {
    await openMoney(page, locale, "E");
    await page.getByRole("tab", { name: wordsOf(locale).policy, exact: true }).click();
    const rule = page.locator("[data-rule='CZ-E6']");
    await expect(rule).toContainText("常工信复〔2021〕第44号");
    await expect(rule.locator(".xj-chip")).toHaveAttribute("data-verdict", "applies");
    const before = await rule.textContent();
    const more = page.locator("[data-rule='CZ-E6'] + tr");
    await more.getByRole("textbox").fill("4");
    await more.getByRole("textbox").press("Enter");
    await expect(rule).not.toHaveText(before ?? "");
    await more.getByRole("checkbox").click();
    await expect(rule.locator(".xj-chip")).toHaveAttribute("data-verdict", "doesNotApply");
    await more.locator("summary").click();
    await expect(more.locator("li").first()).toBeVisible();
    await expectNoAxeViolations(page, { include: ".xj-details" });
  },
);

test(
  "an own choice becomes a plan when it is decided how to pay for it",
  { tag: "@zh-only" },
  async ({ page, locale }) => {
    await openMoney(page, locale, "E");
    await page
      .locator(".xj-plan-item", { has: page.locator("[data-plan=C]") })
      .locator(".xj-round")
      .click();
    await expect(page.getByTestId("gain")).toBeVisible();
    await page.locator("[data-way=lease] button").click();
    await expect(page.locator(".xj-plans")).toContainText(wordsOf(locale).own);
    await expect(page.locator("[data-way=lease]")).toHaveAttribute("data-selected", "true");
  },
);
