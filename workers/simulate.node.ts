import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { parentPort } from "node:worker_threads";
import { exposeCore } from "./expose";

exposeCore(nodeEndpoint(parentPort!));
