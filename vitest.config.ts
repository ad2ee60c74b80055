import { defineConfig } from "vitest/config";
import { compiledRooms } from "./scripts/lib/compiledRooms.mjs";

export default defineConfig({
  plugins: [compiledRooms()],
  test: {
    environment: "node",
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/browser/**", "**/node_modules/**"],
    setupFiles: ["test/setup.ts"],
    benchmark: { include: ["bench/**/*.bench.ts"] },
    // Dates and numbers on screen must not depend on where the tests run.
    env: { TZ: "Asia/Shanghai" },
    testTimeout: 60_000,
    // The real engine runs in these tests: two cores, two processes.
    maxWorkers: 2,
  },
});
