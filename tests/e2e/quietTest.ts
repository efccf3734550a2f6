import { test as base, type ConsoleMessage, type Page } from "@playwright/test";

interface QuietFixtures {
  /** Console output that a test provokes on purpose; anything else fails it. */
  readonly expectedOutput: RegExp[];
  readonly quiet: undefined;
}

/**
 * A Playwright test in which the page must keep silent: no console output, no uncaught error, no request that fails
 * and none to another host. A test that provokes one says so: `test.use({ expectedOutput: [/404/] })`.
 */
export const test = base.extend<QuietFixtures>({
  expectedOutput: [[], { option: true }],
  quiet: [
    async ({ page, baseURL, expectedOutput }, use) => {
      const heard = listen(page, baseURL ?? "");
      await use(undefined);
      const unexpected = heard.filter((line) => !expectedOutput.some((pattern) => pattern.test(line)));
      base.expect(unexpected, "unexpected output of the page").toEqual([]);
    },
    { auto: true },
  ],
});

export const expect = test.expect;

/** Everything that a page says from now on; the list grows while the test runs. */
function listen(page: Page, baseURL: string): readonly string[] {
  const heard: string[] = [];
  const { host } = new URL(baseURL);
  page.on("console", (message: ConsoleMessage) => heard.push(`console.${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`uncaught: ${error.message}`));
  page.on("crash", () => heard.push("the page crashed"));
  page.on("response", (response) => {
    if (response.status() >= 400) heard.push(`${response.status()}: ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    // Leaving a page breaks off what it was still loading.
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED") heard.push(`${reason}: ${request.url()}`);
  });
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (address.protocol.startsWith("http") && address.host !== host)
      heard.push(`request to another host: ${request.url()}`);
  });
  return heard;
}
