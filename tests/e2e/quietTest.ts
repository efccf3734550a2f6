import { test as base, expect } from "@playwright/test";

/** A test whose page must stay silent: any console output, error or failed request fails it. */
export const test = base.extend<{ readonly isQuiet: undefined }>({
  isQuiet: [
    async ({ page }, use) => {
      const heard: string[] = [];
      page.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
      page.on("requestfailed", (request) => {
        // A navigation away ends what is still on its way.
        if (request.failure()?.errorText !== "net::ERR_ABORTED") heard.push(`failed: ${request.url()}`);
      });
      await use(undefined);
      expect(heard).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
