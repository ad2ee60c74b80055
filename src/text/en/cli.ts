import type { cli as zh } from "../zh/cli";

export const cli: Record<keyof typeof zh, string> = {
  "csv.unit": "Unit",
  "csv.mean": "{{name}}, mean",
  "csv.low": "{{name}}, 95 % low",
  "csv.high": "{{name}}, 95 % high",
  "csv.difference": "Difference",
  "csv.proven": "Verdict",

  "csvUnit.partsPerYear": "parts/year",
  "csvUnit.partsPerHour": "parts/h",
  "csvUnit.hoursPerPart": "labour h/part",
  "csvUnit.share": "share 0 to 1",
  "csvUnit.parts": "parts",
  "csvUnit.seconds": "s",
  "csvUnit.kwhPerPart": "kWh/part",

  "cli.usage":
    "Usage: xianjian <command> FILE [options]\n\n  simulate FILE [--plan ID] [--hours H] [--warmup H|auto] [--replications N] [--seed S] [--series]\n  compare FILE --plans baseline,A,B [--precision 0.01]\n  finance FILE --plan ID\n  finance --cases FILE\n  doubt FILE --plan ID\n  plan FILE [--budget YUAN] [--payback YEARS] [--people N] [--cash YUAN]\n  bottleneck FILE [--plan ID] [--at HOUR]\n  validate FILE\n\nEvery command takes --json (the answer alone on standard output), --workers N, --lang zh|en. With --series the JSON of simulate also has every shift and day, that of bottleneck every turn of the first run.",
  "cli.failed": "This did not work: {{reason}}",
  "cli.run":
    "{{replications}} replications of {{hours}} planned hours after {{warmUp}} h of warm-up, seed {{seed}}; ± is half of the 95 % interval",
  "cli.stalled": "Note: the line got stuck in {{n}} replications (nothing could move any more).",
  "cli.mostParts": "Eight of ten parts (P10 … P90)",
  "cli.station": "Station",
  "cli.pool": "People",
  "cli.busy": "Busy",
  "cli.noDifference": "no difference proven",
  "cli.against": "Differences are against {{id}} (same random streams, paired)",
  "cli.investment": "Plan {{id}}: invest {{likely}} ({{low}} – {{high}})",
  "cli.subsidy": "Subsidy (base case, no entitlement): about {{likely}} ({{low}} – {{high}})",
  "cli.missing": "{{amount}} short",
  "cli.npv": "NPV",
  "cli.payback": "Payback",
  "cli.irr": "IRR",
  "cli.without": "Without subsidy",
  "cli.with": "With subsidy",
  "cli.worst":
    "Worst (high cost, effects and interval at their low ends, no subsidy): NPV {{npv}}, payback {{payback}}",
  "cli.doubt":
    "With all that is not known ({{draws}} draws, no subsidy): eight of ten NPVs lie between {{p10}} and {{p90}}, the middle is {{p50}}",
  "cli.never": "Chance that it never pays back within the horizon: {{share}} ({{low}} – {{high}})",
  "cli.breakEven": "When it pays: parts sold a year: {{volume}}; price in CNY: {{price}}",
  "cli.npvEnds": "NPV (effects low / likely / high)",
  "cli.output": "Output",
  "cli.heads": "People",
  "cli.planNothing": "Answer: within the limits nothing is worth doing; stay as you are.",
  "cli.planBest": "Answer: {{names}}; invest {{investment}}.",
  "cli.planProven":
    "With {{pcs}} confidence it is the best, or within {{delta}} of it (at most {{replications}} replications a set, common random numbers).",
  "cli.planCap":
    "The replications ran out before it was settled: it is the best, or within {{delta}} of it, with a chance of about {{chance}}.",
  "cli.planSingles": "One step alone:",
  "cli.planRule":
    "{{looked}} sets looked at: all single steps and pairs, then the most promising ones grown step by step; {{dear}} were beyond the budget of {{budget}}, {{pruned}} were not grown further.",
  "cli.planNoOrder": "No order keeps within the cash limit; all at once needs {{peak}} at the most.",
  "cli.roadTitle": "Order of steps (NPV {{npv}}, at most {{peak}} tied up):",
  "cli.roadStep": "Step",
  "cli.roadOrder": "Order",
  "cli.roadLive": "Go-live",
  "cli.roadOutput": "Good output then",
  "cli.roadCash": "Most tied up so far",
  "cli.planAgainst": "Do not buy yet, and why:",
  "cli.planRelief": "Bottleneck: what relieving each place would bring (simulated, 95 % interval):",
  "cli.bottleneckAt":
    "In the first run at hour {{hour}} (0 = Monday 00:00): {{name}} is the bottleneck ({{from}} to {{to}}).",
  "cli.bottleneckShifting":
    "In the first run at hour {{hour}} (0 = Monday 00:00): the bottleneck shifts between {{name}} and {{other}} ({{from}} to {{to}}).",
  "cli.bottleneckNone":
    "In the first run at hour {{hour}} (0 = Monday 00:00): outside planned time, or everybody waits. No bottleneck.",
  "cli.luck": "Of the spread of the NPV, {{luck}} is luck and {{notKnowing}} is not knowing.",
  "cli.tornado": "What matters most (change of the NPV, all else likely):",
  "cli.measureNext":
    "Find out first: {{input}}. Knowing it is worth {{value}} on average; with a chance of {{flips}} it turns the decision.",
  "cli.secureNext": "No single measurement would turn this decision. To be surer, measure: {{input}}.",
  "cli.effectNeeded": "At least {{share}} ({{low}}–{{high}}) of the promised effect must come true to break even.",
  "cli.precise":
    "The differences in output a year are known as well as wished ({{n}} replications; the intervals hold together):",
  "cli.precisionCap":
    "The replications ran out ({{n}}) before the differences in output a year were known as well as wished:",
  "cli.notProvenYet": "no difference proven; if it is that large, about {{more}} more replications would decide.",
  "cli.notProvenEver": "no difference proven; if it is that small, more runs may not decide.",
  "cli.verdict.more": "more, proven.",
  "cli.verdict.less": "less, proven.",
  "cli.verdict.same": "the same in every replication.",
  "cli.warmUpTooShort": "The run is too short to see when the line has settled: make it longer.",
  "cli.valid":
    "The file is valid: {{stations}} stations, {{pools}} pools of people, {{retrofits}} retrofits, {{plans}} plans",
};
