import { describe, expect, it } from "vitest";
import { parse, readyLines } from "../../src/app/library";
import { archiveOf, createKeeper, lastOpen, memoryShelf, readArchive, readRecord } from "../../src/store";
import type { Keeper, KeyValue, Opening, ProjectShelf } from "../../src/store";
import { openStore } from "./opened";

const [machining] = readyLines;
if (machining === undefined) throw new Error("no line");
await machining.load();
const ready: Opening = { scenario: machining.scenario, readyLine: machining.id, fileName: null };
const seconds = (n: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, n * 1000));

function storage(): KeyValue {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

let count = 0;
function begin(shelf: ProjectShelf | null, opening: Opening = ready, at: KeyValue | null = null) {
  const app = openStore(opening);
  const keeper = createKeeper({
    app,
    shelf,
    storage: at,
    neighbours: null,
    now: () => Date.now(),
    newId: () => `id${++count}`,
    first: null,
  });
  const end = (): void => {
    keeper.dispose();
    app.getState().actions.dispose();
  };
  const setSeed = (seed: number): void =>
    app.getState().actions.edit((project) => ({
      ...project,
      scenario: { ...project.scenario, run: { ...project.scenario.run, seed } },
    }));
  return { app, keeper, end, setSeed };
}
const seedOf = async (keeper: Keeper, id: string): Promise<number> => {
  const record = readRecord(await keeper.found(id));
  const parsed = parse(record?.text ?? "");
  if (!parsed.ok) throw new Error("not kept");
  return parsed.scenario.run.seed;
};
const idOf = (keeper: Keeper): string => keeper.state.getState().projectId ?? "none";

describe("keeping the project", () => {
  it("keeps nothing of a shipped line as it is, and every change within a second, a burst of them once", async () => {
    const shelf = memoryShelf();
    const { keeper, setSeed, end } = begin(shelf);
    await seconds(0.5);
    expect(await shelf.list()).toEqual([]);
    expect(keeper.state.getState().status).toBe("untouched");
    for (let seed = 1; seed <= 40; seed++) setSeed(1000 + seed);
    await seconds(1);
    expect(keeper.state.getState().status).toBe("saved");
    expect(await seedOf(keeper, idOf(keeper))).toBe(1040);
    expect(readRecord(await shelf.get(idOf(keeper)))?.revision).toBe(1);
    end();
  });

  it("comes back with choice, answer and view", async () => {
    const shelf = memoryShelf();
    const at = storage();
    const first = begin(shelf, ready, at);
    const { actions } = first.app.getState();
    actions.choose(["D"]);
    actions.showDetail("money");
    actions.select("op30");
    actions.edit((project) => ({ ...project, demand: { kind: "upTo", perYear: 155_000 } }));
    await first.keeper.flush();
    const id = idOf(first.keeper);
    expect(lastOpen(at)).toEqual({ kind: "project", id });
    first.end();

    const second = begin(shelf, ready, at);
    expect(await second.keeper.open(id)).toBe(true);
    const now = second.app.getState();
    expect([now.choice, now.detail.tab, now.selected]).toEqual([["D"], "money", "op30"]);
    expect(now.history.present.demand).toEqual({ kind: "upTo", perYear: 155_000 });
    expect(idOf(second.keeper)).toBe(id);
    second.end();
  });

  it("lets no tab save over another: mine becomes a project of its own, or theirs is opened", async () => {
    const shelf = memoryShelf();
    const one = begin(shelf);
    one.setSeed(11);
    await one.keeper.flush();
    const id = idOf(one.keeper);
    const two = begin(shelf);
    await two.keeper.open(id);
    two.setSeed(22);
    await two.keeper.flush();
    one.setSeed(33);
    await one.keeper.flush();
    expect(one.keeper.state.getState().status).toBe("conflict");
    expect(await seedOf(one.keeper, id)).toBe(22);
    await one.keeper.keepMine();
    expect(idOf(one.keeper)).not.toBe(id);
    expect([await seedOf(one.keeper, id), await seedOf(one.keeper, idOf(one.keeper))]).toEqual([22, 33]);

    two.setSeed(44);
    await two.keeper.flush();
    const three = begin(shelf);
    await three.keeper.open(id);
    two.setSeed(55);
    await two.keeper.flush();
    three.setSeed(66);
    await three.keeper.flush();
    expect(three.keeper.state.getState().status).toBe("conflict");
    await three.keeper.takeTheirs();
    expect(three.app.getState().history.present.scenario.run.seed).toBe(55);
    for (const each of [one, two, three]) each.end();
  });

  it("goes on without a shelf, and when the shelf is full, and says so", async () => {
    const none = begin(null);
    none.setSeed(5);
    await none.keeper.flush();
    expect(none.keeper.state.getState().status).toBe("unkept");
    none.end();

    const shelf = memoryShelf();
    let isFull = true;
    const full: ProjectShelf = {
      ...shelf,
      put: (record, over) => (isFull ? Promise.reject(new Error("quota")) : shelf.put(record, over)),
    };
    const { keeper, app, setSeed, end } = begin(full);
    setSeed(6);
    await keeper.flush();
    expect(keeper.state.getState().status).toBe("failed");
    expect(app.getState().history.present.scenario.run.seed).toBe(6);
    isFull = false;
    setSeed(7);
    await keeper.flush();
    expect(keeper.state.getState().status).toBe("saved");
    expect(await seedOf(keeper, idOf(keeper))).toBe(7);
    end();
  });

  it("lists what is damaged, opens the rest, and leaves what is open as it is", async () => {
    const kept = new Map<string, unknown>([
      ["broken", { id: "broken", version: 1, text: 3 }],
      ["torn", { id: "torn", version: 1, name: { zh: "断", en: "torn" }, text: "{ not json", revision: 4 }],
    ]);
    const { keeper, app, end } = begin(memoryShelf(kept));
    await seconds(0);
    expect(keeper.state.getState().projects.map((each) => [each.id, each.isDamaged])).toEqual([
      ["torn", false],
      ["broken", true],
    ]);
    expect(await keeper.open("broken")).toBe(false);
    expect(await keeper.open("torn")).toBe(false);
    expect(app.getState().history.present.scenario).toBe(machining.scenario);
    expect(app.getState().openFailure?.problems.length).toBeGreaterThan(0);
    end();
  });

  it("renames, copies, takes out and puts back; all go into one file and come back under new ids", async () => {
    const shelf = memoryShelf();
    const { keeper, setSeed, end } = begin(shelf);
    setSeed(9);
    await keeper.flush();
    const id = idOf(keeper);
    await keeper.rename(id, { zh: "新名", en: "new name" });
    await keeper.duplicate(id, (name) => ({ zh: `${name.zh}2`, en: `${name.en} 2` }));
    const names = async (): Promise<string[]> =>
      (await shelf.list()).map((each) => (each.isDamaged ? "" : each.name.en)).sort();
    expect(await names()).toEqual(["new name", "new name 2"]);
    const archive = await archiveOf(keeper);
    await keeper.remove(id);
    expect(await names()).toEqual(["new name 2"]);
    await keeper.putBack();
    expect(await names()).toEqual(["new name", "new name 2"]);
    await keeper.takeIn(readArchive(archive) ?? []);
    expect(await names()).toEqual(["new name", "new name", "new name 2", "new name 2"]);
    expect(readArchive("{}")).toBeNull();
    end();
  });
});
