// npm run build [-- app|cli]: both builds, made anew.
import { ensureInstalled, requireNode } from "./lib/install.mjs";

requireNode();
ensureInstalled();
const { ensureApp, ensureCli } = await import("./lib/build.mjs");
const only = process.argv[2];
if (only !== "cli") await ensureApp(true);
if (only !== "app") await ensureCli(true);
