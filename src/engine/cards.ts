import { NONE } from "./codes";
import * as events from "./events";
import { popBuffer, refill, scrap, wake } from "./flow";
import * as s from "./state";
import * as t from "./table";

// Shelf life of parts in a buffer, and the cards of kanban loops.

/** The part at the head of buffer `f` waits longest: its time is the next to run out. */
export function watchExpiry(f: number): void {
  const head = s.bufferHead[f]!;
  const slot = s.line.expirySlot[f]!;
  if (head === NONE) events.cancel(slot);
  else events.schedule(slot, s.partArrived[head]! + s.line.flows[f]!.shelfLife);
}

/** A part has waited too long: scrap, and there is room for the next. */
export function onExpiry(f: number): void {
  const p = popBuffer(f);
  s.badParts[t.flowTo[f]!]!++;
  scrap(p, t.flowTo[f]!);
  refill(f);
}

export const hasCard = (station: number): boolean => {
  const loop = t.loopFrom[station]!;
  return loop === NONE || s.cardsUsed[loop]! < t.loopCards[loop]!;
};

/** The next part to be reworked here comes from inside the loop and has its card already: it needs no other. */
export const bringsCard = (station: number): boolean =>
  s.reworkLength[station]! > 0 && s.partCard[s.reworkHead[station]!] === t.loopFrom[station];

export function takeCard(part: number, loop: number): void {
  if (loop === NONE || s.partCard[part] === loop) return;
  if (s.partCard[part] !== NONE) returnCard(part, s.partCard[part]!);
  s.partCard[part] = loop;
  s.cardsUsed[loop]!++;
}

/** The part has left the loop (or the line): its card lets the next one in. */
export function returnCard(part: number, loop: number): void {
  if (loop === NONE || s.partCard[part] !== loop) return;
  s.partCard[part] = NONE;
  s.cardsUsed[loop]!--;
  wake(s.line.loops[loop]!.from);
}
