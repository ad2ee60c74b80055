import { expect, expectNoAxeViolations, test } from "./fixtures";
import { openShort } from "./shortRun";

// From a budget to what to do first, what not to buy yet, and in which order. The flat plan spares the test machine.

const words = {
  "zh-CN": { tab: "建议", budget: "预算（投入上限）", fresh: /投入 \d/, loses: /少做/, chance: /9[05] %/ },
  "en-US": {
    tab: "Advice",
    budget: "Budget (to invest at most)",
    fresh: /invest ¥/,
    loses: /make less/,
    chance: /9[05] %/,
  },
} as const;
const wordsOf = (locale: string | undefined) => (locale === "zh-CN" ? words["zh-CN"] : words["en-US"]);

// the search is some hundred real runs, and a small machine takes its time for them
test.setTimeout(300_000);

test(
  "a budget becomes an answer: progress, stop, steps in order, reasons against the rest, a set opened",
  { tag: "@zh-only" },
  async ({ page, locale }) => {
    const { tab, budget, fresh, loses, chance } = wordsOf(locale);
    await openShort(page);
    await page.getByRole("tab", { name: tab, exact: true }).click();
    const field = page.getByLabel(budget, { exact: true });
    await expect(field).toHaveValue(/1,500,000/);

    // stopped half way, it keeps what it knows
    await page.getByTestId("planner-find").press("Enter");
    const progress = page.getByTestId("planner-progress");
    await expect(progress).toHaveAttribute("data-part", "pairs", { timeout: 90_000 });
    await page.getByTestId("planner-stop").click();
    await expect(page.locator(".xj-planner")).toHaveAttribute("data-planner", "stopped");
    await expect(progress).toContainText("±");
    await expectNoAxeViolations(page, { include: ".xj-details" });

    await page.getByTestId("planner-find").click();
    await expect(page.locator(".xj-planner")).toHaveAttribute("data-planner", "done", { timeout: 240_000 });
    // it begins with the people whom the machines wait for, and the plan that adds just them
    await expect(page.getByTestId("planner-begin")).toHaveAttribute("data-step", "D");
    const answer = page.getByTestId("planner-answer");
    await expect(answer).toContainText(fresh);
    await expect(answer).toContainText(chance);
    const retained = page.getByTestId("planner-retained");
    await expect(retained.locator("[data-best=true]")).toHaveCount(1);
    // what not to buy, with the reason; and what needs nothing bought stands beside the catalogue
    await expect(page.getByTestId("planner-against").locator("[data-step=K]")).toContainText(loses);
    await expect(page.getByTestId("planner-against").locator("[data-step=E]")).toHaveAttribute("data-verdict", "later");
    const proposals = page.getByTestId("planner-proposals").locator("tbody tr");
    expect(await proposals.count()).toBeGreaterThan(2);
    await expect(page.getByTestId("planner-singles").locator("tbody tr")).toHaveCount(9 + (await proposals.count()));
    await expect(page.getByTestId("planner-pareto").locator("canvas")).toBeVisible();
    await expect(page.getByTestId("planner-road").locator("canvas")).toBeVisible();
    await expect(page.getByTestId("planner-at-once")).toBeVisible();
    await expectNoAxeViolations(page, { include: ".xj-details" });

    // a set is opened by keyboard, and the planner stays
    const second = retained.locator("tbody tr").nth(1);
    await second.getByRole("button").press("Enter");
    await expect(second).toHaveAttribute("data-selected", "true");
    await expect(page.getByTestId("gain")).toBeVisible();
    await expect(page.getByTestId("planner-stale")).toHaveCount(0);

    // another budget: the old answer stays, dimmed and labelled
    await field.fill("300000");
    await field.press("Enter");
    await expect(page.getByTestId("planner-stale")).toBeVisible();
    await expect(answer).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
  },
);
