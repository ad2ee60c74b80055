import { expect, it } from "vitest";
import { loadReadyLines, readyLines } from "../../src/app/library";

it("names every line in the menu as its file does", async () => {
  await loadReadyLines();
  expect(readyLines.map(({ id, name }) => ({ id, name }))).toEqual(
    readyLines.map(({ scenario }) => ({ id: scenario.meta.id, name: scenario.meta.name })),
  );
});
