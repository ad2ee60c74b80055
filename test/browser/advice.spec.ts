import { expect, expectNoAxeViolations, test } from "./fixtures";
import { openShort } from "./shortRun";

// What holds the line back, with how few people, how sure a plan is, and going on until it is known. Searches are only begun
// and stopped here; what they find is tested without a browser. The flat plan spares the test machine.

test.setTimeout(180_000);

test(
  "the other advice: bottleneck found, staffing and doubt begun and stopped, precision in words",
  { tag: "@en-only" },
  async ({ page }) => {
    await openShort(page);
    await page.getByRole("tab", { name: "Advice", exact: true }).click();
    const view = (name: string) => page.getByRole("button", { name, exact: true });

    await view("Bottleneck").click();
    await page.getByTestId("bottleneck-start").press("Enter");
    const answer = page.getByTestId("bottleneck-answer");
    await expect(answer).toContainText(/Setters.*± .*%/, { timeout: 60_000 });
    await page.getByTestId("bottleneck-stop").click();
    await expect(page.getByTestId("bottleneck-bar")).toHaveAttribute("data-status", "stopped");
    await expect(page.getByTestId("bottleneck").locator("canvas").first()).toBeVisible();
    await expectNoAxeViolations(page, { include: ".xj-details" });

    await view("Fewest people").click();
    await page.getByTestId("staffing-start").click();
    await page.getByTestId("staffing-stop").click();
    await expect(page.getByTestId("staffing-bar")).toHaveAttribute("data-status", "stopped");
    await expectNoAxeViolations(page, { include: ".xj-details" });

    await view("How sure").click();
    await expect(page.getByTestId("doubt-start")).toBeDisabled();
    await page.locator("[data-plan=D]").click();
    await page.getByRole("tab", { name: "Advice", exact: true }).click();
    await page.getByTestId("doubt-start").click();
    await page.getByTestId("doubt-stop").click();
    await expectNoAxeViolations(page, { include: ".xj-details" });

    await page.getByRole("tab", { name: "Compare", exact: true }).click();
    await expect(page.getByTestId("precision-says")).toContainText(/More output is proven \(\+.* ± .* %/);
    await expectNoAxeViolations(page, { include: ".xj-details" });
  },
);
