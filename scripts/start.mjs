// npm start [-- --port N --host H]: installs and builds what is missing, then serves the app. Opens no browser.
import { parseArgs } from "node:util";
import { root } from "./lib/inputs.mjs";
import { ensureInstalled, requireNode, say } from "./lib/install.mjs";

const usage = "npm start -- [--port 4173] [--host 127.0.0.1]";

function readOptions() {
  try {
    const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
    const port = Number(values.port ?? 4173);
    if (Number.isInteger(port) && port > 0 && port < 65536) return { port, host: values.host ?? "127.0.0.1" };
    say(`--port ${values.port}: 1 … 65535`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  say(usage);
  process.exit(2);
}

const options = readOptions();
requireNode();
ensureInstalled();
const { ensureApp, ensureCli } = await import("./lib/build.mjs");
await ensureApp();
await ensureCli();

const { preview } = await import("vite");
// A taken port is no reason to fail: Vite moves on to the next free one, and the printed address is the real one.
const server = await preview({
  root,
  logLevel: "warn",
  preview: { port: options.port, host: options.host, strictPort: false, open: false },
});

const addresses = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
for (const address of addresses) {
  process.stdout.write(`先见已启动，请在浏览器打开： ${address}\n`);
  process.stdout.write(`Xianjian is running, open:   ${address}\n`);
}
process.stdout.write("按 Ctrl+C 结束。 / Press Ctrl+C to stop.\n");

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    server.httpServer.close();
    process.exit(0);
  });
}
