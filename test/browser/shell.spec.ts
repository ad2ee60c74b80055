import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures";

const dist = join(import.meta.dirname, "..", "..", "dist");

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** A plain file host that serves the build below a path, as a company's intranet does. */
async function hostBelow(prefix: string): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.startsWith(prefix) ? join(dist, pathname.slice(prefix.length) || "index.html") : "";
    if (path === "" || !path.startsWith(dist) || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${prefix}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

test("the app starts and asks nobody for anything", { tag: "@en-only" }, async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("#root")).not.toBeEmpty();
  await expect(page.locator("html")).toHaveAttribute("lang", /^(zh|en)/);
});

test("the app works below any path of a plain file host", { tag: "@en-only" }, async ({ page }) => {
  const host = await hostBelow("/tools/xianjian/");
  try {
    await page.goto(host.address);
    await expect(page.locator("#root")).not.toBeEmpty();
  } finally {
    await page.close();
    await host.close();
  }
});

test("the page forbids itself the outside, and loads the heavy parts late", () => {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  expect(html).toContain("Content-Security-Policy");
  expect(html).toMatch(/default-src (&#39;|')none/);
  expect(html).not.toMatch(/(src|href)="[^"]*(three|echarts)-/);
  expect(html).not.toMatch(/(src|href)="\//);
});

test("the page begins small, with few files, and without what is wanted later", { tag: "@en-only" }, () => {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const files = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name ?? "");
  const content = (end: string): Buffer[] =>
    files.filter((name) => name.endsWith(end)).map((name) => readFileSync(join(dist, name)));
  const packed = (end: string): number => content(end).reduce((sum, file) => sum + gzipSync(file).length, 0);
  // measured, and three in a hundred on top: who needs more has to say why
  expect(packed(".js")).toBeLessThanOrEqual(271_000);
  expect(packed(".css")).toBeLessThanOrEqual(26_200);
  expect(files.length).toBeLessThanOrEqual(6);
  const code = content(".js").join("\n");
  // a word of each language, classes of the editor, the planner and the money tables, the 3D and the chart library
  const marks = ["现成的产线", "Ready lines", "xj-editor", "xj-planner", "xj-money-", "WebGLRenderer", "zrender"];
  const line = readFileSync(join(dist, "../scenarios/lines/machining.json"), "utf8");
  marks.push(/"description": \{\s*"zh": "(.{12})/.exec(line)?.[1] ?? "");
  expect(marks.filter((mark) => code.includes(mark))).toEqual([]);
});

test("the first screen speaks without the words of what comes later", { tag: "@en-only" }, async ({ page }) => {
  await page.route(/\/later-/, (route) => route.abort());
  await page.goto("/?quality=flat");
  await expect(page.locator(".xj-verdict .xj-facts")).toBeVisible();
  const silent = await page
    .locator("button, [role=tab], label, h1, h2, h3, dt, [aria-label='']")
    .evaluateAll((all) =>
      all
        .filter((each) => `${each.textContent ?? ""}${each.getAttribute("aria-label") ?? ""}`.trim() === "")
        .map((each) => each.outerHTML.slice(0, 200)),
    );
  expect(silent).toEqual([]);
});

test(
  "what is fetched later comes below a path too: the tables, the other language",
  { tag: "@en-only" },
  async ({ page }) => {
    const host = await hostBelow("/tools/xianjian/");
    try {
      await page.goto(`${host.address}?quality=flat`);
      // at once, before the page has rested
      await page.getByRole("tab", { name: "Stations", exact: true }).click();
      await expect(page.getByRole("tabpanel").getByRole("table").first()).toBeVisible();
      await page.getByText("中文", { exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
      await page.getByRole("tab", { name: "投入与回收" }).click();
      await expect(page.getByRole("tabpanel")).not.toBeEmpty();
    } finally {
      await page.close();
      await host.close();
    }
  },
);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says in both languages what is missing", { tag: "@en-only" }, async ({ page }) => {
    await page.goto("/");
    // Playwright's text search skips <noscript>, hence the selectors.
    const zh = page.locator("noscript p[lang=zh]");
    const en = page.locator("noscript p[lang=en]");
    await expect(zh).toBeVisible();
    await expect(en).toBeVisible();
    expect(await zh.textContent()).toContain("需要启用 JavaScript");
    expect(await en.textContent()).toContain("needs JavaScript");
  });
});
