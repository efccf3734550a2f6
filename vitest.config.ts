import { defineConfig } from "vitest/config";

/** Unit tests run in Node; a test of a view asks for a document with `// @vitest-environment jsdom`. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "node_modules/**"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 20_000,
  },
});
