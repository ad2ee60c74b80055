import type { MoneyResult } from "../finance";
import type { MoneyRequest } from "../store";
import { moneyQuestion } from "./money";

/** What the worker of the money says; answers come in the order of the questions. */
export type PricedApart = { ok: true; money: MoneyResult } | { ok: false; message: string };

interface Waiting {
  resolve(money: MoneyResult): void;
  reject(error: Error): void;
}

let worker: Worker | null = null;
const waiting: Waiting[] = [];

function open(): Worker {
  const opened = new Worker(new URL("./money.worker.ts", import.meta.url), { type: "module" });
  opened.addEventListener("message", ({ data }: MessageEvent<PricedApart>) => {
    const first = waiting.shift();
    if (data.ok) first?.resolve(data.money);
    else first?.reject(new Error(data.message));
  });
  // one that died answers nothing more: the next question opens another
  opened.addEventListener("error", (event) => {
    opened.terminate();
    worker = null;
    for (const each of waiting.splice(0)) each.reject(new Error(event.message));
  });
  return opened;
}

/** The money of a plan, reckoned beside the page's own thread, so that the page answers to every move of a hand. */
export function moneyApart(request: MoneyRequest): Promise<MoneyResult | null> {
  const question = moneyQuestion(request);
  if (question === null) return Promise.resolve(null);
  worker ??= open();
  const own = worker;
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    own.postMessage(question);
  });
}
