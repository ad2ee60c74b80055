import type { Name, Scenario } from "../model";
import { answerOf, type Answers, type NumberQuestionId } from "./answers";
import { targetPerDay } from "./calibration";
import { scaledEffects, withChangeovers, withDefects, withPeople, withShifts, withTimes } from "./edits";
import { factsOf, regularShifts } from "./facts";
import type { TradeId } from "./trades";

/** What can be sold, as the workspace asks it too. */
export type SaleLimit = { kind: "all" } | { kind: "upTo"; perYear: number } | { kind: "today" };

export interface OwnLine {
  scenario: Scenario;
  demand: SaleLimit;
  /** yuan: the question asks for the most */
  budget: number;
}

export interface OwnLineOptions {
  /** all times multiplied by this, so that the line makes what the owner says; null = not calibrated */
  factor: number | null;
  isCorrected: boolean;
}

/** More than today by so much, where an owner says "some more". */
const someMore = 1.15;

/** Of one station, as the schema allows. */
const mostMachines = 500;

type Assumption = Scenario["meta"]["assumptions"][number];

/**
 * The template as the answers change it: shifts, machines and people in proportion, set-ups, defects, price, wages, and a
 * factor on all times where the owner's output asks for one. What nobody has said stays the template's, and each answer
 * is kept as an assumption with its source.
 */
export function lineFromAnswers(
  trade: TradeId,
  template: Scenario,
  answers: Answers,
  { factor, isCorrected }: OwnLineOptions = { factor: null, isCorrected: true },
): OwnLine {
  const facts = factsOf(trade, template);
  const value = (id: NumberQuestionId): number => answerOf(facts, answers, id).value;
  const shifts = answers.shifts ?? facts.shifts;
  const calendar =
    shifts === regularShifts(template.line.calendar)
      ? template.line.calendar
      : withShifts(template.line.calendar, shifts as 1 | 2 | 3);
  const size = value("machines") / facts.machines;
  const heads = value("people") / facts.people;
  const posts = (heads * facts.shifts) / shifts;
  const ratio = (id: "changeover" | "scrap" | "price" | "wage"): number => (facts[id] > 0 ? value(id) / facts[id] : 1);
  const time = factor ?? 1;

  const sized = template.line.stations.map((station) => ({
    ...station,
    machines: Math.min(mostMachines, Math.max(1, Math.round(station.machines * size))),
  }));
  const told = withDefects(withChangeovers(sized, ratio("changeover")), ratio("scrap"));
  const staffed = withPeople({ ...template.line, calendar, stations: told }, posts, heads);
  const paid = <T extends { wagePerYear: number }>(group: T): T => ({
    ...group,
    wagePerYear: Math.round(group.wagePerYear * ratio("wage")),
  });
  const line: Scenario["line"] = {
    ...staffed,
    stations: time === 1 ? staffed.stations : staffed.stations.map((station) => withTimes(station, time)),
    operators: staffed.operators.map(paid),
    indirect: staffed.indirect.map(paid),
    products: staffed.products.map((product) => ({
      ...product,
      price: product.price * ratio("price"),
      // what an owner does not name keeps its share of the price
      materialCost: product.materialCost * ratio("price"),
      consumableCost: product.consumableCost * ratio("price"),
    })),
  };
  const by = {
    times: time,
    changeovers: ratio("changeover"),
    defects: ratio("scrap"),
    heads: shifts / facts.shifts,
  };
  const perYear = targetPerDay(answerOf(facts, answers, "perDay"), isCorrected) * facts.daysPerYear;
  const demand: SaleLimit =
    answers.sale === "none"
      ? { kind: "today" }
      : answers.sale === "some"
        ? { kind: "upTo", perYear: Math.round(perYear * someMore) }
        : { kind: "all" };
  return {
    scenario: {
      ...template,
      meta: {
        ...template.meta,
        ...ownMeta(template, [...said(answers), ...(factor === null ? [] : [scaled(factor)])]),
      },
      line,
      retrofits: template.retrofits.map((retrofit) => ({
        ...retrofit,
        effects: scaledEffects(retrofit.effects, line, by),
      })),
    },
    demand,
    budget: answerOf(facts, answers, "budget").value,
  };
}

/** Named as the owner's own, so that it is not taken for the template. */
function ownMeta({ meta }: Scenario, assumptions: readonly Assumption[]): Partial<Scenario["meta"]> {
  return {
    ...(meta.id === undefined ? {} : { id: `${meta.id}-own` }),
    name: { zh: `${meta.name.zh}（按您的回答）`, en: `${meta.name.en} (from your answers)` },
    assumptions: [...assumptions, ...meta.assumptions],
  };
}

const places: Record<NumberQuestionId | "shifts", { path: string; name: Name }> = {
  shifts: { path: "line.calendar", name: { zh: "班次", en: "Shifts a day" } },
  machines: {
    path: "line.stations",
    name: {
      zh: "瓶颈工序的机台数；其他工序按比例",
      en: "Machines at the pace-setting step; the other steps in proportion",
    },
  },
  people: { path: "line.operators", name: { zh: "人数；各组按比例", en: "People; all groups in proportion" } },
  perDay: { path: "line.stations", name: { zh: "每天的合格件数", en: "Good parts a day" } },
  changeover: {
    path: "line.stations",
    name: { zh: "换型分钟数；其他工序按比例", en: "Minutes of a changeover; the other steps in proportion" },
  },
  scrap: {
    path: "line.stations",
    name: { zh: "每 100 件的报废；各工序按比例", en: "Scrap of 100 parts; all steps in proportion" },
  },
  price: {
    path: "line.products",
    name: {
      zh: "单价（元）；材料和辅料占价格的比例不变",
      en: "Price in yuan; material and consumables keep their share of it",
    },
  },
  wage: {
    path: "line.operators",
    name: { zh: "一线月薪（元）；其他人按比例", en: "Monthly wage in yuan; the others in proportion" },
  },
  budget: { path: "economics", name: { zh: "愿意投入（元）", en: "Willing to spend, yuan" } },
};
const sure: Record<string, Name> = {
  counted: { zh: "有记录", en: "from records" },
  about: { zh: "大概", en: "about" },
  guess: { zh: "估的", en: "a guess" },
};

/** Every figure the owner gave, as an assumption of the file. */
function said(answers: Answers): Assumption[] {
  return (Object.keys(places) as (keyof typeof places)[]).flatMap((id): Assumption[] => {
    const answer = answers[id];
    if (answer === undefined) return [];
    const isShifts = typeof answer === "number";
    if (!isShifts && answer.sureness === "usual") return [];
    const { path, name } = places[id];
    const value = isShifts ? answer : answer.value;
    const how = isShifts ? sure["counted"]! : sure[answer.sureness]!;
    return [ownFigure(path, { zh: `${name.zh}：${value}（${how.zh}）。`, en: `${name.en}: ${value} (${how.en}).` })];
  });
}

function scaled(factor: number): Assumption {
  const by = Math.round(factor * 1000) / 1000;
  return ownFigure("line.stations", {
    zh: `所有时间乘以 ${by}，使模拟的日产与企业自己的数一致；各工序快慢之比不变。`,
    en: `All times are multiplied by ${by}, so that the simulated output of a day meets the owner's figure; the steps keep their proportions.`,
  });
}

const ownFigure = (path: string, text: Name): Assumption => ({ path, text, grade: "A", source: "owner's own figure" });
