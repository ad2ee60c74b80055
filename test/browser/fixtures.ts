import AxeBuilder from "@axe-core/playwright";
import { test as base, type BrowserContext, type Page } from "@playwright/test";

export { expect } from "@playwright/test";

/**
 * Watches a page for what must never happen: a request to anywhere but this machine, a breach of the page's own
 * security policy, an uncaught error. Whatever is still in `problems` when a test ends makes it fail.
 */
export interface Guard {
  readonly problems: string[];
  /** Takes what was seen so far, for tests that cause a problem on purpose. */
  take(): string[];
}

const localHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);
const isLocal = (url: URL) => ["data:", "blob:", "about:"].includes(url.protocol) || localHosts.has(url.hostname);

const speaksOfPolicy = /content security policy/i;

async function watchRequests(context: BrowserContext, problems: string[]): Promise<void> {
  await context.route(
    (url) => !isLocal(url),
    async (route) => {
      problems.push(`request to the outside: ${route.request().method()} ${route.request().url()}`);
      await route.abort("blockedbyclient");
    },
  );
  await context.routeWebSocket(
    (url) => !isLocal(url),
    async (socket) => {
      problems.push(`connection to the outside: ${socket.url()}`);
      await socket.close();
    },
  );
}

async function watchPolicy(context: BrowserContext, problems: string[]): Promise<void> {
  await context.exposeBinding("reportPolicyViolation", (_source, text: string) => {
    problems.push(`content security policy: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (window as unknown as { reportPolicyViolation?: (text: string) => void }).reportPolicyViolation;
      report?.(
        `${event.effectiveDirective} ${event.blockedURI} (${event.sourceFile}:${event.lineNumber}) ${event.sample}`,
      );
    });
  });
  // Workers have no document to listen on; what they breach is only written to the console.
  context.on("console", (message) => {
    if (!speaksOfPolicy.test(message.text())) return;
    const { url, lineNumber } = message.location();
    const text = `content security policy: ${message.text().slice(0, 160)} (${url}:${lineNumber})`;
    if (!problems.includes(text)) problems.push(text);
  });
}

export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ context }, use) => {
      const problems: string[] = [];
      await watchRequests(context, problems);
      await watchPolicy(context, problems);
      context.on("weberror", (error) => {
        const cause = error.error();
        problems.push(`uncaught error: ${cause.stack ?? cause.message}`);
      });
      await use({ problems, take: () => problems.splice(0) });
      if (problems.length > 0) throw new Error(`The page did what it must not:\n${problems.join("\n")}`);
    },
    { auto: true },
  ],
});

export interface AxeOptions {
  /** CSS selector of the part to look at; the whole page without it. */
  include?: string;
  /** Rules left out, each with its reason beside the call. */
  disableRules?: string[];
}

/** Fails with one line per fault when WCAG 2.2 A/AA is broken anywhere on the page as it is now. */
export async function expectNoAxeViolations(page: Page, options: AxeOptions = {}): Promise<void> {
  let axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  if (options.include !== undefined) axe = axe.include(options.include);
  if (options.disableRules !== undefined) axe = axe.disableRules(options.disableRules);
  const { violations, passes } = await axe.analyze();
  if (passes.length === 0) throw new Error("axe found nothing to check: the page is empty");
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n    ${node.target.join(" ")}\n    ${node.failureSummary ?? ""}`),
  );
  if (faults.length > 0) throw new Error(`${faults.length} accessibility faults:\n${faults.join("\n")}`);
}
