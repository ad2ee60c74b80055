#!/usr/bin/env node
// The command line's launcher: makes sure there is a bundle of this very source, then runs it.
// Everything said here goes to stderr; stdout belongs to the answer.
import { pathToFileURL } from "node:url";
import { ensureInstalled, requireNode } from "../scripts/lib/install.mjs";

requireNode();
ensureInstalled();
const { cliBundle, ensureCli } = await import("../scripts/lib/build.mjs");
await ensureCli();
process.argv[1] = cliBundle;
await import(pathToFileURL(cliBundle).href);
