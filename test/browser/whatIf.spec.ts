import { expect, expectNoAxeViolations, test } from "./fixtures";
import { openShort } from "./shortRun";

// A slider moved by keyboard: an estimate at once, then a tighter one by itself, kept as one step that can be undone.

const words = {
  "zh-CN": { tab: "试一试", keep: /^保留试的数/, undo: "撤销", beyond: "超出范围" },
  "en-US": { tab: "What if", keep: /^Keep what was tried/, undo: "Undo", beyond: "Beyond the range" },
} as const;

// figures come from real runs, and a small machine takes its time for them
test.setTimeout(180_000);

test("a slider gives an estimate at once, tightens by itself, and what is kept can be undone", async ({
  page,
  locale,
}) => {
  const { tab, keep, undo } = locale === "zh-CN" ? words["zh-CN"] : words["en-US"];
  await openShort(page);
  await page.locator("[data-plan=A]").click();
  await expect(page.getByTestId("gain")).toBeVisible();
  await page.getByRole("tab", { name: tab, exact: true }).click();
  const view = page.getByTestId("what-if");
  await expect(view).toBeVisible();
  await expectNoAxeViolations(page, { include: "[data-testid=what-if]" });

  const time = view.locator('[data-path$=".likely.time.mean"]').first();
  const slider = time.getByRole("slider");
  const stated = await slider.getAttribute("aria-valuetext");
  // every number of runs that is told on the way
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const { status, runs } = document.querySelector<HTMLElement>("[data-testid=tried-standing]")?.dataset ?? {};
      const now = `${status ?? ""} ${runs ?? ""}`;
      if (seen.at(-1) !== now) seen.push(now);
      requestAnimationFrame(look);
    };
    (window as unknown as { seen: string[] }).seen = seen;
    look();
  });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  expect(await slider.getAttribute("aria-valuetext")).not.toBe(stated);
  const standing = view.getByTestId("tried-standing");
  await expect(standing).toHaveAttribute("data-complete", "true", { timeout: 60_000 });
  await expect(standing).toHaveAttribute("data-status", "done", { timeout: 60_000 });
  await expect(view.getByTestId("tried-output")).toContainText(/±.*%/);
  await expect(view.getByTestId("tried-gain")).toContainText("±");
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen).toContain("running 4");
  expect(seen.at(-1)).toBe("done 10");

  // nothing of the project has changed until it is kept
  const back = page.getByRole("button", { name: undo, exact: true });
  await expect(back).toBeDisabled();
  await view.getByRole("button", { name: keep }).click();
  await expect(back).toBeEnabled();
  await expect(time).toHaveAttribute("data-moved", "false");
  expect(await slider.getAttribute("aria-valuetext")).not.toBe(stated);
  await page.keyboard.press("Control+z");
  await expect(back).toBeDisabled();
  await expect(slider).toHaveAttribute("aria-valuetext", stated ?? "");
});
