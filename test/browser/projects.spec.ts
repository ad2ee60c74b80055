import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";

// What the user had is never lost: reload, two tabs, broken store, full store, links and files of strangers.

const words = {
  "zh-CN": { projects: "我的项目", share: "分享", save: /已保存/, failed: /没存上/, menu: /机加工线/ },
  "en-US": { projects: "My projects", share: "Share", save: /Saved/, failed: /Not saved/, menu: /Machining line/ },
} as const;
const wordsOf = (locale: string | undefined) => (locale === "zh-CN" ? words["zh-CN"] : words["en-US"]);

const saveState = (page: Page) => page.locator(".xj-save-state");
const openLine = async (page: Page): Promise<void> => {
  await page.goto("/?quality=flat");
  await expect(page.locator("[data-plan=D]")).toBeVisible();
};
/** A change that is no click on a plan: enough to be kept, nothing to compute. */
async function chooseD(page: Page): Promise<void> {
  await page.locator("[data-plan=D]").click();
  await expect(saveState(page)).toHaveAttribute("data-save", "saved");
}

test(
  "a reload returns to the same plan and tab; copied and deleted projects come back",
  { tag: "@zh-only" },
  async ({ page, locale }) => {
    const say = wordsOf(locale);
    await openLine(page);
    await expect(saveState(page)).toHaveCount(0);
    await chooseD(page);
    await expect(saveState(page)).toHaveText(say.save);
    await page.reload();
    await expect(
      page
        .locator("[data-plan=D][data-chosen=true], [data-plan=D] [aria-pressed=true], [data-plan=D][aria-pressed=true]")
        .first(),
    ).toBeVisible();
    await page.getByRole("button", { name: say.menu }).click();
    await page.getByRole("menuitem", { name: say.projects }).click();
    const dialog = page.getByTestId("projects");
    const rows = dialog.locator("[data-project]");
    await expect(rows).toHaveCount(1);
    await rows.getByRole("button", { name: /^(复制|Copy)$/ }).click();
    await expect(rows).toHaveCount(2);
    await rows
      .first()
      .getByRole("button", { name: /^(删除|Delete)$/ })
      .click();
    await expect(rows).toHaveCount(1);
    await dialog.getByRole("button", { name: /^(撤销删除|Undo the deletion)$/ }).click();
    await expect(rows).toHaveCount(2);
    await expectNoAxeViolations(page, { include: ".mantine-Modal-content" });
  },
);

test(
  "a link opens the project in another browser, and says what it carries",
  { tag: "@zh-only" },
  async ({ page, browser, locale }) => {
    await openLine(page);
    await chooseD(page);
    await page.getByRole("button", { name: wordsOf(locale).share, exact: true }).click();
    const dialog = page.getByTestId("share");
    await expect(dialog).toContainText("谁拿到链接，谁就看得到");
    await expect(dialog.getByRole("img", { name: "链接的二维码" })).toBeVisible();
    await expectNoAxeViolations(page, { include: ".mantine-Modal-content" });
    const link = await page.getByTestId("share-link").inputValue();
    const other = await browser.newContext();
    const second = await other.newPage();
    await second.goto(link);
    await expect(saveState(second)).toHaveAttribute("data-save", "saved");
    expect(new URL(second.url()).hash).toBe("");
    // a torn link leaves the project open and says so
    await second.goto(link.slice(0, -40));
    await expect(second.getByTestId("open-failure")).toContainText("链接不完整");
    await other.close();
  },
);

test(
  "two tabs of one project: the second saving is noticed, both versions stay",
  { tag: "@en-only" },
  async ({ page, context }) => {
    await openLine(page);
    await chooseD(page);
    const second = await context.newPage();
    await second.goto("/?quality=flat");
    await expect(second.locator(".xj-save-state .xj-badge")).toBeVisible();
    await second.locator("[data-plan=E]").click();
    await expect(saveState(second)).toHaveAttribute("data-save", "saved");
    await page.locator("[data-plan=C]").click();
    const notice = page.getByRole("dialog");
    await expect(notice).toContainText("Another tab has changed this project too");
    await notice.getByRole("button", { name: "Keep this one as a new project" }).click();
    await expect(saveState(page)).toHaveAttribute("data-save", "saved");
  },
);

test("a damaged store and a full one lose nothing that is open", { tag: "@en-only" }, async ({ page }) => {
  await openLine(page);
  await chooseD(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("xianjian", 1);
        opening.onerror = () => reject(new Error("no database"));
        opening.onsuccess = () => {
          const store = opening.result.transaction("projects", "readwrite").objectStore("projects");
          const all = store.getAllKeys();
          all.onsuccess = () => {
            for (const id of all.result) store.put({ id, version: 1, text: "{ torn", name: { zh: "断", en: "torn" } });
            store.transaction.oncomplete = () => resolve();
          };
        };
      }),
  );
  await page.reload();
  await expect(page.getByTestId("open-failure")).toContainText("Your last project cannot be opened");
  await page.getByRole("button", { name: "Close" }).first().click();
  await expect(page.locator("[data-plan=D]")).toBeVisible();
  // a store that takes no more
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.locator("[data-plan=D]").click();
  await expect(saveState(page)).toHaveText(/Not saved/);
  await expect(page.locator("[data-plan=D]")).toBeVisible();
});

test.describe("offline", () => {
  test.use({ serviceWorkers: "allow" });

  test("opens again without a network once it was there", { tag: "@zh-only" }, async ({ page, context }) => {
    await openLine(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator(".xj-verdict .xj-facts")).toBeVisible({ timeout: 60_000 });
    await context.setOffline(false);
  });
});
