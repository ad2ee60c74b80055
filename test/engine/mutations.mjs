// Plausible mistakes, each made by itself in a copy of the engine by `npm run mutate`: the tests must notice every one.

/**
 * @typedef {object} Mutation
 * @property {string} name what the engine gets wrong
 * @property {string} why what a line in a factory does instead, and how the mistake comes about
 * @property {{ file: string, from: string, to: string }[]} edits each `from` stands exactly once in its file
 */

const flow = "src/engine/flow.ts";
const machine = "src/engine/machine.ts";
const failure = "src/engine/failure.ts";
const operator = "src/engine/operator.ts";
const gather = "src/engine/gather.ts";
const mover = "src/engine/mover.ts";
const streams = "src/engine/streams.ts";
const simulate = "src/engine/simulate.ts";

/** @param {string} file @param {string} from @param {string} to */
const edit = (file, from, to) => ({ file, from, to });

/** @type {readonly Mutation[]} */
export const mutations = [
  // flow of parts
  {
    name: "blocking before service",
    why: "a machine works on while the buffer behind it is full and keeps the finished part; here it does not begin",
    edits: [
      edit(
        flow,
        "  const from = t.takes[i]!;\n",
        "  const from = t.takes[i]!;\n  const out = t.outFlow[i]!;\n  if (out !== NONE && t.flowCapacity[out]! > 0 && !hasRoom(out)) return false;\n",
      ),
      edit(
        flow,
        "  if (f !== NONE && s.blockedHead[f] !== NONE) refill(f);\n",
        "  if (f !== NONE && s.blockedHead[f] !== NONE) refill(f);\n  else if (f !== NONE) wake(s.line.flows[f]!.from);\n",
      ),
    ],
  },
  {
    name: "a buffer counts the part on the machine behind it",
    why: "capacity is what waits between the machines; textbooks often count the part in service too",
    edits: [
      edit(
        flow,
        "s.bufferLength[f]! + s.reserved[f]! < t.flowCapacity[f]!",
        "s.bufferLength[f]! + s.reserved[f]! + t.machines[t.flowTo[f]!]! - s.idleMachines[t.flowTo[f]!]! < t.flowCapacity[f]!",
      ),
    ],
  },
  {
    name: "upstream first at one instant",
    why: "downstream moves first, so that the place it frees is there for the part behind it",
    edits: [edit("src/engine/order.ts", "depth[b]! - depth[a]!", "depth[a]! - depth[b]!")],
  },
  {
    name: "a machine that is down hands over",
    why: "its part cannot be taken out until it is repaired",
    edits: [edit(flow, "return s.down[m] === Down.up && s.frozen[m] === 0;", "return s.frozen[m] === 0;")],
  },
  {
    name: "fresh parts before rework",
    why: "the rework queue is served first",
    edits: [
      edit(
        flow,
        "Has.rework) !== 0 && s.reworkLength[i]! > 0)",
        "Has.rework) !== 0 && s.reworkLength[i]! > 0 && (t.inFlow[i] === NONE || s.bufferLength[t.inFlow[i]!] === 0))",
      ),
    ],
  },
  {
    name: "rework keeps the defect",
    why: "the flag is cleared as the part enters the rework queue; every pass is drawn anew",
    edits: [
      edit(
        flow,
        "  s.partFlags[p] = Flag.touched;\n",
        "  s.partFlags[p] = (s.partFlags[p]! & Flag.defective) | Flag.touched;\n",
      ),
    ],
  },
  {
    name: "CONWIP lets one too many in",
    why: "parts are released while fewer than the level are in the line",
    edits: [edit(flow, "s.parts[Parts.inLine]! < s.line.conwipLevel", "s.parts[Parts.inLine]! <= s.line.conwipLevel")],
  },
  {
    name: "CONWIP forgets scrap",
    why: "a scrapped part has left the line like a good one: the next may enter",
    edits: [edit(flow, "  scrapPart(p, station);\n  releaseConwip();\n", "  scrapPart(p, station);\n")],
  },
  {
    name: "a kanban card goes with the scrap",
    why: "the card of a scrapped part comes back",
    edits: [
      edit(
        flow,
        "  if (s.partCard[p] !== NONE) returnCard(p, s.partCard[p]!);\n  scrapPart(p, station);\n",
        "  scrapPart(p, station);\n",
      ),
    ],
  },
  {
    name: "an arrival is lost in front of a free machine",
    why: "a queue without places loses only who finds every machine busy",
    edits: [edit(simulate, " || s.idleMachines[station]! > 0) pushRaw", ") pushRaw")],
  },
  // people and machines
  {
    name: "the operator stays after the cycle",
    why: "the people go when the cycle is over, not when the machine needs nobody any more",
    edits: [
      edit(
        machine,
        "  if (s.heldPool[m] !== NONE) releaseHeld(m);\n  s.phase[m] = Phase.blocked;\n",
        "  s.phase[m] = Phase.blocked;\n",
      ),
    ],
  },
  {
    name: "people stay during a repair",
    why: "they leave and are asked for again, unless the failure says keep",
    edits: [edit(failure, "if (pool === NONE || f.keepOperators || ", "if (pool === NONE || !f.keepOperators || ")],
  },
  {
    name: "the repairer never comes free",
    why: "who has repaired goes to the next machine that is down",
    edits: [edit(failure, "  releaseRepairers(m);\n  s.down[m]", "  s.down[m]")],
  },
  {
    name: "downstream-first operators go upstream first",
    why: "the rule of a pool decides whose request is served",
    edits: [edit(operator, "      return rankA <= rankB;\n", "      return rankA >= rankB;\n")],
  },
  {
    name: "one set-up counter a station",
    why: "each machine has its own lot; three machines need three set-ups",
    edits: [
      edit(machine, "s.sinceSetup[m]! >= every", "s.sinceSetup[t.firstMachine[i]!]! >= every"),
      edit(machine, "s.sinceSetup[m]! += s.partCount[m]!", "s.sinceSetup[t.firstMachine[i]!]! += s.partCount[m]!"),
      edit(machine, "s.sinceSetup[m] = 0;", "s.sinceSetup[t.firstMachine[t.station[m]!]!] = 0;"),
    ],
  },
  {
    name: "the lot counter is not set back",
    why: "after a set-up a whole lot follows without one",
    edits: [edit(machine, "  s.sinceSetup[m] = 0;\n", "")],
  },
  {
    name: "a batch starts with any number",
    why: "it waits for its minimum",
    edits: [edit(gather, "(n < st.batchMin || ", "(n < 1 || ")],
  },
  {
    name: "an assembly takes one of each",
    why: "it takes as many of each input as its list says",
    edits: [edit(gather, "k < a.count; k++", "k < 1; k++")],
  },
  {
    name: "inspection finds everything",
    why: "a defect is found with the probability `detection`; the rest escapes to the customer",
    edits: [edit(machine, "isDefective ? seen < st.detection :", "isDefective ? true :")],
  },
  // failures
  {
    name: "MTBF for MTTF",
    why: "a life is the time to failure; read as the time between failures it contains the repair",
    edits: [
      edit(
        failure,
        "  const time = sample(f.timeToFailure, s.random, stream);\n",
        "  const time = Math.max(0, sample(f.timeToFailure, s.random, stream) - sample(f.timeToRepair, s.random, stream));\n",
      ),
    ],
  },
  {
    name: "the second failure clock is forgotten",
    why: "each failure of a machine has its own clock",
    edits: [
      edit(
        failure,
        "  for (let j = 0; j < st.failures.length; j++) {\n    const at = ",
        "  for (let j = 0; j < 1; j++) {\n    const at = ",
      ),
    ],
  },
  {
    name: "a failure due during a repair is dropped",
    why: "it waits for the end of the repair and strikes then",
    edits: [
      edit(
        failure,
        "    s.failurePending[k] = 1; // waits for the end of the present repair\n",
        "    renew(m, k, s.line.stationOf[m]!.failures[k - s.failureBase[m]!]!);\n",
      ),
    ],
  },
  {
    name: "the failure clock runs while loading",
    why: "an operating clock runs only while the machine processes",
    edits: [
      edit(
        machine,
        "  drawAhead(m, 1, t.loadRow[i]!, Purpose.load);\n",
        "  drawAhead(m, 1, t.loadRow[i]!, Purpose.load);\n  s.operatingAge[m]! += drawn[0]!;\n",
      ),
      edit(machine, "  drawn[0] = due < left ? due : left;\n", "  drawn[0] = due < 0 ? 0 : due < left ? due : left;\n"),
    ],
  },
  {
    name: "a calendar clock runs while its machine is down",
    why: "always, except while that machine is down",
    edits: [edit(failure, '!== "calendar" || st.failures[j]!.at >= 0) continue;', '!== "none") continue;')],
  },
  {
    name: "interrupted work starts again",
    why: "after a repair the work goes on where it stopped, unless the failure says restart",
    edits: [
      edit(
        machine,
        "  if (s.phase[m] === Phase.processing) continueProcessing(m);\n",
        "  if (s.phase[m] === Phase.processing) {\n    s.remaining[m] = s.processTotal[m]!;\n    continueProcessing(m);\n  }\n",
      ),
    ],
  },
  // ways
  {
    name: "a vehicle returns in no time",
    why: "the empty return counts",
    edits: [
      edit(
        "src/engine/vehicle.ts",
        "  return known >= 0 && !isOwnWay ? known : draw(flow.transport, v, Stream.way);\n",
        "  return 0;\n",
      ),
    ],
  },
  {
    name: "no place is reserved at departure",
    why: "what is under way has its place in the target buffer",
    edits: [edit(mover, "  s.reserved[f]!++;\n", ""), edit(mover, "  s.reserved[f]!--;\n", "")],
  },
  {
    name: "a transport leaves with the first part",
    why: "it waits for its lot",
    edits: [edit(mover, "  if (s.lotLength[f]! < flow.lot) return;\n", "")],
  },
  // time and counting
  {
    name: "the night counts as planned time",
    why: "planned time is shift time less breaks",
    edits: [
      edit(
        simulate,
        "    s.clock[Clock.now] = time;\n    if (s.clock[Clock.onShift] === 1) ",
        "    s.clock[Clock.now] = time;\n    ",
      ),
    ],
  },
  {
    name: "work goes on through the night",
    why: "at the end of the shift it freezes and goes on in the morning where it stopped",
    edits: [edit("src/engine/shift.ts", "events.schedule(m, now + s.frozenLeft[m]!);", "events.schedule(m, now);")],
  },
  {
    name: "the warm-up is counted",
    why: "statistics begin after it",
    edits: [edit(simulate, "    resetStatistics();\n", "")],
  },
  {
    name: "what is open at the end of the warm-up is counted whole",
    why: "a state that lasts over the reset belongs to the measured time only from there",
    edits: [
      edit(
        "src/engine/accounting.ts",
        "export function resetStatistics(): void {\n  bookAll();\n",
        "export function resetStatistics(): void {\n",
      ),
    ],
  },
  {
    name: "what waits at the end of the warm-up is counted from time 0",
    why: "areas lack what is there still; at a reset that begins anew",
    edits: [
      edit(
        "src/engine/accounting.ts",
        "    s.bufferArea[f] = -s.bufferLength[f]! * planned;\n",
        "    s.bufferArea[f] = 0;\n",
      ),
    ],
  },
  {
    name: "who finishes after a larger shift stays on duty",
    why: "with each of them who goes home there are fewer on duty",
    edits: [edit(operator, "  if (s.poolFree[pool]! < 0) bookCapacity(pool);\n", "")],
  },
  {
    name: "of two events of a moment any comes first",
    why: "the event list compares rounded times; where they are equal the exact time decides, then rank, then order",
    edits: [edit("src/engine/events.ts", "    if (r === least) return updateExactly(slot);\n", "")],
  },
  {
    name: "the far future is as near as what rounding makes of it",
    why: "units are counted anew from where the run has got to before they overflow",
    edits: [
      edit(
        "src/engine/events.ts",
        "  if (Math.abs(first - origin[0]!) > (FAR / 2) * UNIT) count(first);\n  else update(slot, FAR);\n",
        "  update(slot, first > 0 ? Math.floor((time[slot]! - origin[0]!) / UNIT) : FAR);\n",
      ),
    ],
  },
  // luck
  {
    name: "machines of a station share their luck",
    why: "each machine has its own streams",
    edits: [
      edit(
        streams,
        "machinePurposes.forEach((purpose, i) => put(base + i, st.id, purpose, k));",
        "machinePurposes.forEach((purpose, i) => put(base + i, st.id, purpose, 0));",
      ),
    ],
  },
  {
    name: "stations share their luck",
    why: "streams are keyed by station and purpose",
    edits: [
      edit(
        streams,
        "machinePurposes.forEach((purpose, i) => put(base + i, st.id, purpose, k));",
        'machinePurposes.forEach((purpose, i) => put(base + i, "station", purpose, k));',
      ),
    ],
  },
  {
    name: "streams are keyed by position in the line",
    why: "a station put in front would change every other one's luck",
    edits: [
      edit(
        streams,
        "machinePurposes.forEach((purpose, i) => put(base + i, st.id, purpose, k));",
        'machinePurposes.forEach((purpose, i) => put(base + i, "machine", purpose, m));',
      ),
    ],
  },
  {
    name: "replications share their luck",
    why: "each replication is another sample",
    edits: [edit(streams, "[seed, replication, machine]", "[seed, replication * 0, machine]")],
  },
  // finer ones
  {
    name: "people stay at a blocked machine",
    why: "they are held for the cycle, not for the wait behind it",
    edits: [
      edit(
        machine,
        "  if (s.heldPool[m] !== NONE) releaseHeld(m);\n  s.phase[m] = Phase.blocked;\n  unload(m);\n",
        "  const f = t.outFlow[t.station[m]!]!;\n  const stays = f !== NONE && s.bufferLength[f]! >= t.flowCapacity[f]! && s.idleMachines[t.flowTo[f]!] === 0;\n  if (s.heldPool[m] !== NONE && !stays) releaseHeld(m);\n  s.phase[m] = Phase.blocked;\n  unload(m);\n",
      ),
    ],
  },
  {
    name: "robots leave during a repair",
    why: "people leave, robots stay where they are bolted down",
    edits: [edit(failure, "f.keepOperators || s.line.pools[pool]!.isRobot) return;", "f.keepOperators) return;")],
  },
  {
    name: "a smaller need overtakes",
    why: "nobody overtakes the first in line, even with a smaller need",
    edits: [
      edit(
        operator,
        "s.poolHead[pool]!;\n      if (m === NONE) break;\n      const count = s.requestCount[m]!;\n",
        "firstFitting(pool);\n      if (m === NONE) break;\n      const count = s.requestCount[m]!;\n",
      ),
      edit(
        operator,
        "function drawWaiting(pool: number): number {\n",
        "function firstFitting(pool: number): number {\n  let at = s.poolHead[pool]!;\n  while (at !== NONE && s.requestCount[at]! > s.poolFree[pool]!) at = s.nextWaiting[at]!;\n  return at;\n}\n\nfunction drawWaiting(pool: number): number {\n",
      ),
    ],
  },
  {
    name: "every shift has the same people",
    why: "`countByShift` says how many are on duty in each shift",
    edits: [edit("src/engine/compile.ts", "o.countByShift?.[s.id] ?? o.count", "o.count")],
  },
  {
    name: "the set-up matrix is read from new to old",
    why: "rows are the product before, columns the one after",
    edits: [
      edit(
        machine,
        "st.setupMatrix[from * s.line.products.length + to]!",
        "st.setupMatrix[to * s.line.products.length + from]!",
      ),
    ],
  },
  {
    name: "the first parts after a set-up are good",
    why: "`scrapParts` of them are scrap",
    edits: [edit(machine, "  s.startupScrap[m] = s.line.stationOf[m]!.setupScrap;\n", "")],
  },
  {
    name: "scrap waits for room behind",
    why: "it leaves at once, the machine is free",
    edits: [
      edit(
        flow,
        "if ((flags & (Flag.scrap | Flag.rework)) !== 0) {",
        "if ((flags & (Flag.scrap | Flag.rework)) !== 0 && (t.outFlow[i] === NONE || hasRoom(t.outFlow[i]!))) {",
      ),
    ],
  },
  {
    name: "a component's defect is lost in the assembly",
    why: "what is built of a defective part is defective",
    edits: [edit(gather, "        s.partFlags[main]! |= s.partFlags[p]! & (Flag.defective | Flag.touched);\n", "")],
  },
  {
    name: "repair on the spot keeps the defect",
    why: "it clears the flag",
    edits: [edit(machine, "        flags &= ~Flag.defective;\n", "")],
  },
  {
    name: "a false reject with a review is rejected",
    why: "the review costs its time and the part passes",
    edits: [edit(machine, "      flags |= Flag.touched;\n      rejected = false;\n", "      flags |= Flag.touched;\n")],
  },
  {
    name: "the response is not waited for",
    why: "nobody repairs before somebody has noticed and come",
    edits: [
      edit(
        failure,
        "s.stream.failure + k * 2 + 1));\n  } else callRepairer",
        "s.stream.failure + k * 2 + 1) * 0);\n  } else callRepairer",
      ),
    ],
  },
  {
    name: "a tool is not new after its change",
    why: "the next change comes after as many parts again",
    edits: [
      edit(
        failure,
        "    s.failureParts[k] = Math.max(1, Math.floor(sample(f.everyParts, s.random, stream) / 1e6 + 0.5));\n",
        "    if (s.failureParts[k] === Infinity)\n      s.failureParts[k] = Math.max(1, Math.floor(sample(f.everyParts, s.random, stream) / 1e6 + 0.5));\n    else s.failureParts[k] = 1;\n",
      ),
    ],
  },
  {
    name: "an attended repair goes on through the night",
    why: "it freezes with the shift; only one that nobody attends goes on",
    edits: [
      edit(
        "src/engine/shift.ts",
        "failures[s.downFailure[m]! - s.failureBase[m]!]!.repairPool < 0;",
        "failures[s.downFailure[m]! - s.failureBase[m]!]!.repairCount >= 0;",
      ),
    ],
  },
  {
    name: "a planned clock runs through the night",
    why: "planned clocks stand off shift",
    edits: [edit("src/engine/shift.ts", 'f.clock === "planned"', 'f.clock === "operating"')],
  },
  {
    name: "flow time of good parts only",
    why: "it is entry to exit over good and scrapped parts",
    edits: [
      edit(
        "src/engine/part.ts",
        "s.tally[Tally.scrapped]!++;\n  bookFlowTime(part);\n",
        "s.tally[Tally.scrapped]!++;\n",
      ),
    ],
  },
  {
    name: "an escaped part counts as good",
    why: "a defect that nobody finds goes to the customer, but it is no good part",
    edits: [
      edit(
        "src/engine/part.ts",
        "if ((flags & Flag.defective) !== 0) s.tally[Tally.escaped]!++;\n  else {",
        "if ((flags & Flag.scrap) !== 0) s.tally[Tally.escaped]!++;\n  else {",
      ),
    ],
  },
  {
    name: "lots go by turns, not by shares",
    why: "in lots too the shares of the mix come out",
    edits: [
      edit(
        "src/engine/part.ts",
        "if (s.productCredit[i]! > s.productCredit[best]! + 1e-12) best = i;",
        "if (i === (s.parts[Parts.lotProduct]! + 1) % products.length) best = i;",
      ),
    ],
  },
];
