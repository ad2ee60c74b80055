import { defineConfig } from "@playwright/test";
import { findBrowser, launchArguments, withoutGraphicsCard } from "./scripts/browser.mjs";

const port = Number(process.env["XIANJIAN_TEST_PORT"] ?? 4183);
const baseURL = `http://127.0.0.1:${port}`;
const executablePath = findBrowser();

/** Small, because software rendering pays for pixels and triangles on the processor. */
const viewport = { width: 1024, height: 640 };

export default defineConfig({
  testDir: "test/browser",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/browser",
  // One at a time: the page under test already uses every core.
  workers: 1,
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL,
    viewport,
    timezoneId: "Asia/Shanghai",
    // a fresh visitor for each test would fetch the whole program for later; the offline test lets it
    serviceWorkers: "block",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      args: [...launchArguments, ...withoutGraphicsCard],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  // The same tests in both languages; a test that speaks of one of them says so with a tag.
  projects: [
    { name: "zh-CN", use: { locale: "zh-CN" }, grepInvert: /@en-only/ },
    { name: "en-US", use: { locale: "en-US" }, grepInvert: /@zh-only/ },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
