import { expect, expectNoAxeViolations, test } from "./fixtures";

// The guards that every other browser test relies on, shown to bite.

test("a request to the outside is blocked and seen", { tag: "@en-only" }, async ({ page, guard }) => {
  await page.setContent(`<img src="http://outside.example/pixel.png" alt="">`);
  await expect.poll(() => guard.problems.length).toBeGreaterThan(0);
  expect(guard.take().join("\n")).toContain("http://outside.example/pixel.png");
});

test("a socket to the outside is blocked and seen", { tag: "@en-only" }, async ({ page, guard }) => {
  await page.setContent("<p>socket</p>");
  await page.evaluate(() => {
    new WebSocket("ws://outside.example/socket");
  });
  await expect.poll(() => guard.problems.length).toBeGreaterThan(0);
  expect(guard.take().join("\n")).toContain("ws://outside.example/socket");
});

test(
  "the built page's own policy stops a request to the outside, and it is seen",
  { tag: "@en-only" },
  async ({ page, guard }) => {
    await page.goto("/");
    const outcome = await page.evaluate(() =>
      fetch("https://outside.example/data.json").then(
        () => "answered",
        () => "stopped",
      ),
    );
    expect(outcome).toBe("stopped");
    await expect.poll(() => guard.problems.join("\n")).toContain("connect-src");
    guard.take();
  },
);

test(
  "an inline script is stopped by the page's policy, and it is seen",
  { tag: "@en-only" },
  async ({ page, guard }) => {
    await page.goto("/");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken over'";
      document.body.append(script);
    });
    await expect.poll(() => guard.problems.join("\n")).toContain("script-src");
    expect(await page.title()).not.toBe("taken over");
    guard.take();
  },
);

test("an uncaught error is seen", { tag: "@en-only" }, async ({ page, guard }) => {
  await page.setContent("<p>error</p>");
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("planted");
    });
  });
  await expect.poll(() => guard.problems.join("\n")).toContain("planted");
  guard.take();
});

test("a nameless button is an accessibility fault", { tag: "@en-only" }, async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>t</title><main><button></button></main></html>`);
  await expect(expectNoAxeViolations(page)).rejects.toThrow("button-name");
});
