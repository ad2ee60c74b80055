import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { openShort } from "./shortRun";

// Every chart leaves the page as figures for a spreadsheet and as a picture for a report.

async function saved(page: Page, chart: string, as: "csv" | "png"): Promise<{ name: string; content: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByTestId(`save-${chart}`).click();
  await page.getByTestId(`save-${as}`).click();
  const file = await coming;
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

/** Width and height from a PNG's first chunk. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

test("a chart is saved as figures with units and as a captioned picture", { tag: "@en-only" }, async ({ page }) => {
  await openShort(page);
  await page.locator("[data-plan=D]").click();
  await expect(page.getByTestId("gain")).toBeVisible();
  const chart = page.getByTestId("throughput");
  await expect(chart.locator("canvas")).toBeVisible();

  const figures = await saved(page, "output-by-day", "csv");
  expect(figures.name).toBe("xianjian-machining-D-output-by-day.csv");
  const rows = figures.content.toString("utf8").split("\r\n");
  expect(rows[0]).toBe(
    "\uFEFFEnd,Planned time (h)," +
      ["Today", "Plan"]
        .flatMap((side) => ["mean", "95 % low", "95 % high"].map((end) => `"${side}: Good parts, ${end} (parts/h)"`))
        .join(","),
  );
  expect(rows[1]).toMatch(/^Day \d+(,[\d.]+){7}$/);
  expect(rows.join("\n")).toContain("seed 1\n");

  const picture = await saved(page, "output-by-day", "png");
  expect(picture.name).toBe("xianjian-machining-D-output-by-day.png");
  const { width, height } = sizeOf(picture.content);
  const drawn = await chart.locator(".xj-chart-canvas").evaluate((element) => element.clientHeight);
  // twice 880 wide; title, note, legend and caption above and below the drawing
  expect(width).toBe(1760);
  expect(height % 2).toBe(0);
  expect(height / 2 - drawn).toBeGreaterThan(58 + 28 + 21);
  expect(height / 2 - drawn).toBeLessThan(260);

  // the table view has the same figures, rounded, and a screen reader is told where they are
  await expect(chart.getByRole("img")).toHaveAccessibleDescription(/same figures are in the table/);
  await chart.getByText("Show as a table").click();
  await expect(chart.getByRole("row")).toHaveCount(rows.indexOf(""));

  await page.getByRole("tab", { name: "Stations", exact: true }).click();
  await expect(page.getByTestId("shift-gantt").locator("canvas")).toBeVisible();
  await expect
    .poll(async () => (await saved(page, "shift", "csv")).content.toString("utf8").split("\r\n")[0], {
      timeout: 30_000,
    })
    .toBe("\uFEFFStation,Machine,State,From,To,Length (s)");

  // on paper: light, the verdict and the open table, nothing that is pressed
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.locator(".xj-time")).toBeHidden();
  await expect(page.getByTestId("shift-gantt").locator("figcaption")).toContainText("seed 1");
});
