import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { createNodePool } from "../../workers/pool.node";
import { type Language, languages, loadWords, problemText, t } from "../text";
import { bottleneck } from "./bottleneck";
import { compare } from "./compare";
import { doubt } from "./doubt";
import { finance, financeCases } from "./finance";
import { plan } from "./plan";
import { BadInput } from "./input";
import { simulate } from "./simulate";
import { validate } from "./validate";

/** What a command gets: its words, its options, and where to print. */
export interface Call {
  files: string[];
  options: Record<string, string | undefined>;
  language: Language;
  /** the machine-readable answer, alone on standard output */
  asJson: boolean;
  /** figures of every shift and day in the machine-readable answer */
  withSeries: boolean;
  openPool: () => ReturnType<typeof createNodePool>;
}

const commands: Record<string, (call: Call) => Promise<unknown>> = {
  simulate,
  compare,
  finance: (call) => (call.options.cases === undefined ? finance(call) : financeCases(call)),
  plan,
  doubt,
  bottleneck,
  validate,
};

function languageOf(option: string | undefined): Language {
  const wish = option ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "";
  return wish.toLowerCase().startsWith("zh") ? "zh" : "en";
}

function workersOf(option: string | undefined): number {
  if (option === undefined) return Math.min(8, availableParallelism());
  const wished = Number(option);
  if (Number.isInteger(wished) && wished >= 1 && wished <= 64) return wished;
  throw new BadInput([{ path: "--workers", code: "notOneOf", params: { allowed: "1 … 64", found: option } }]);
}

/** Exit code 0 = done, 2 = bad input (one line a fault), 1 = anything else. */
export async function run(argv: string[]): Promise<number> {
  const text = { type: "string" } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        hours: text,
        warmup: text,
        replications: text,
        seed: text,
        plan: text,
        plans: text,
        cases: text,
        budget: text,
        payback: text,
        people: text,
        cash: text,
        precision: text,
        at: text,
        workers: text,
        lang: text,
        json: { type: "boolean" },
        series: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${t(languageOf(undefined), "cli.usage")}\n`);
    return 2;
  }
  const { json, series, help, ...options } = parsed.values;
  const language = languageOf(options.lang);
  const [name, ...files] = parsed.positionals;
  const command = name === undefined ? undefined : commands[name];
  if (help === true || command === undefined) {
    (help === true ? process.stdout : process.stderr).write(`${t(language, "cli.usage")}\n`);
    return help === true ? 0 : 2;
  }
  try {
    const workers = workersOf(options.workers);
    const answer = await command({
      files,
      options,
      language,
      asJson: json === true,
      withSeries: series === true,
      openPool: () => createNodePool(workers),
    });
    process.stdout.write(json === true ? `${JSON.stringify(answer, null, 1)}\n` : `${String(answer)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) {
      process.stderr.write(
        `${t(language, "cli.failed", { reason: error instanceof Error ? error.message : String(error) })}\n`,
      );
      return 1;
    }
    for (const problem of error.problems) process.stderr.write(`${problemText(language, problem)}\n`);
    return 2;
  }
}

await Promise.all(languages.map((language) => loadWords(language, "first", "later")));
process.exitCode = await run(process.argv.slice(2));
