import type { LineFigures } from "../measure";
import type { Line, OperatorPool } from "../model";
import { type Load, promiseOf, waitsFor } from "./promise";
import { type Draft, headsFor, named, peopleEffects, postsOf, type ProposalReason, workshop } from "./proposalBase";
import { neededOf } from "./reliefs";

export interface Candidate {
  draft: Draft;
  reason: ProposalReason;
  promise: number;
}

/** Machines that wait for a pool on average from which somebody more, or a helper, is worth a try. */
const manyWait = 0.05;
/** A pool below this share of its time at work has people to spare, as far as the model knows their work. */
const idleBelow = 0.5;

const noWageTwice: Draft["evidence"][number] = {
  claim: {
    zh: "工资随本线人数计算，不另列费用；一次性培训费为估计。",
    en: "Wages follow from the line's headcount and are booked nowhere else; the one-off cost of training is an estimate.",
  },
  source: "assumption",
  grade: "A",
};
const onlyModelled: Draft["evidence"][number] = {
  claim: {
    zh: "人员的空闲只按模型里的活算：搬料、测量、清屑没有填，就没有计。动手前先到现场看。",
    en: "Idle time counts the work the model knows: carrying, gauging, chips are not in it unless entered. Look on the floor before acting.",
  },
  source: "assumption",
  grade: "A",
};
const crossTraining = { zh: "多能工培训", en: "cross-training" };

interface Crew {
  pool: OperatorPool;
  busy: number;
  /** machines that wait for it on average */
  waiting: number;
  posts: number[];
}

/** Changes to who works where: one more, one helps, one moves, one fewer. */
export function peopleCandidates(line: Line, figures: LineFigures, load: Load): Candidate[] {
  const crews = line.operators
    .filter((pool) => pool.kind === "person" && neededOf(line, pool.id) > 0)
    .map((pool): Crew => {
      const of = figures.operators[pool.id];
      return { pool, busy: of?.busy.mean ?? 0, waiting: of?.waitingMean.mean ?? 0, posts: postsOf(line, pool) };
    });
  const short = crews.filter(({ waiting }) => waiting >= manyWait).sort((a, b) => b.waiting - a.waiting);
  const spare = crews
    .filter((crew) => crew.busy < idleBelow && crew.posts.length > 0 && !short.includes(crew))
    .sort((a, b) => idlePeople(b) - idlePeople(a));
  const giver = spare.find((crew) => canSpareOne(line, crew));
  return [
    ...short.map((crew) => oneMore(line, figures, load, crew)),
    ...short.slice(0, 2).flatMap((crew) => {
      const helper = spare.find(({ pool }) => !pool.alsoServes.includes(crew.pool.id));
      return [
        ...(helper === undefined ? [] : [oneHelps(line, figures, load, crew, helper)]),
        ...(giver === undefined ? [] : [oneMoves(line, figures, load, crew, giver)]),
      ];
    }),
    ...spare.filter((crew) => canSpareOne(line, crew)).map((crew) => oneFewer(line, crew)),
  ];
}

const idlePeople = ({ posts, busy }: Crew): number => Math.min(...posts) * (1 - busy);

/** One fewer in every shift leaves enough for the largest job, people to pay for it, and those who stay below 70 % busy. */
function canSpareOne(line: Line, { pool, posts, busy }: Crew): boolean {
  const fewest = Math.min(...posts, pool.count);
  const isPaidFor = pool.headcount === undefined || pool.headcount - headsFor(line, pool, 1) >= 0;
  return fewest - 1 >= Math.max(1, neededOf(line, pool.id)) && isPaidFor && (busy * fewest) / (fewest - 1) <= 0.7;
}

function freedBy(line: Line, figures: LineFigures, pool: string, share: number): Record<string, number> {
  const waits = waitsFor(line, figures, pool);
  return Object.fromEntries(Object.entries(waits).map(([id, wait]) => [id, wait * share]));
}

function oneMore(line: Line, figures: LineFigures, load: Load, { pool, waiting }: Crew): Candidate {
  const { zh, en } = named(pool);
  return {
    draft: {
      id: `more-${pool.id}`,
      name: { zh: `每班增加一人：${zh}`, en: `One more in each shift: ${en}` },
      description: {
        zh: "不买设备，每班添一个人；机床等他们的时间少了。",
        en: "No equipment: one more person in each shift, so that machines wait less for them.",
      },
      effects: peopleEffects(line, pool, 1),
      training: { low: 0, likely: 0, high: 30_000 },
      evidence: [noWageTwice],
    },
    reason: { key: "waitForPool", params: { pool: pool.id, machines: waiting } },
    promise: promiseOf(load, freedBy(line, figures, pool.id, 0.9)),
  };
}

function oneHelps(line: Line, figures: LineFigures, load: Load, { pool, waiting }: Crew, helper: Crew): Candidate {
  const [to, from] = [named(pool), named(helper.pool)];
  return {
    draft: {
      id: `train-${helper.pool.id}-for-${pool.id}`,
      name: { zh: `教会“${from.zh}”做“${to.zh}”的活`, en: `Train “${from.en}” to help “${to.en}”` },
      description: {
        zh: "人数不变：有空的人学会另一种活，自己没有活等着时去帮忙。",
        en: "Nobody is hired: people with time to spare learn the other work and help while none of their own waits.",
      },
      effects: [
        {
          target: `operators.${helper.pool.id}.alsoServes`,
          op: "set",
          value: [...helper.pool.alsoServes, pool.id],
        },
      ],
      training: workshop,
      leadTimeWeeks: { low: 4, likely: 8, high: 12 },
      failureProbability: 0.1,
      skills: [crossTraining],
      evidence: [noWageTwice, onlyModelled],
    },
    reason: {
      key: "shortAndIdle",
      params: { pool: pool.id, machines: waiting, from: helper.pool.id, share: helper.busy },
    },
    promise: promiseOf(load, freedBy(line, figures, pool.id, 0.8)),
  };
}

function oneMoves(line: Line, figures: LineFigures, load: Load, { pool, waiting }: Crew, giver: Crew): Candidate {
  const [to, from] = [named(pool), named(giver.pool)];
  return {
    draft: {
      id: `move-${giver.pool.id}-to-${pool.id}`,
      name: { zh: `每班从“${from.zh}”调一人到“${to.zh}”`, en: `Move one a shift from “${from.en}” to “${to.en}”` },
      description: {
        zh: "人数不变：从有空的一组调到大家都在等的一组，要先培训。",
        en: "Nobody is hired: from a group with time to spare to the one machines wait for, after training.",
      },
      effects: [...peopleEffects(line, giver.pool, -1), ...peopleEffects(line, pool, 1)],
      training: workshop,
      leadTimeWeeks: { low: 4, likely: 8, high: 16 },
      failureProbability: 0.1,
      skills: [crossTraining],
      evidence: [noWageTwice, onlyModelled],
    },
    reason: {
      key: "shortAndIdle",
      params: { pool: pool.id, machines: waiting, from: giver.pool.id, share: giver.busy },
    },
    promise: promiseOf(load, freedBy(line, figures, pool.id, 0.8)),
  };
}

function oneFewer(line: Line, { pool, busy }: Crew): Candidate {
  const { zh, en } = named(pool);
  return {
    draft: {
      id: `fewer-${pool.id}`,
      name: { zh: `每班减少一人：${zh}`, en: `One fewer in each shift: ${en}` },
      description: {
        zh: "这一组在模型里常常没有活；看少一个人会不会少出货。省下的人怎么安排由您定。",
        en: "In the model this group often has nothing to do: does output hold with one fewer? What the freed people do is for you to say.",
      },
      effects: peopleEffects(line, pool, -1),
      tauWeeks: 0,
      evidence: [onlyModelled],
    },
    reason: { key: "idle", params: { pool: pool.id, share: busy } },
    promise: 0,
  };
}
