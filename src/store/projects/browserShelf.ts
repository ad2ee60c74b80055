import { openDB, type IDBPDatabase } from "idb";
import { listed, newestFirst, revisionOf, type ProjectShelf } from "./shelf";

const database = "xianjian";
const objects = "projects";

/** A database that does not answer (another tab holds an older one open, a broken profile) must not keep the page waiting. */
const patienceMs = 3000;

/** The browser's own database; null where it has none or will not open it. */
export async function browserShelf(): Promise<ProjectShelf | null> {
  let db: IDBPDatabase;
  try {
    const opening = openDB(database, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore(objects, { keyPath: "id" });
      },
      // a newer version of the program wants to change the database: let it
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no answer")), patienceMs));
    db = await Promise.race([opening, late]);
  } catch {
    return null;
  }
  return {
    list: async () => {
      const [keys, values] = await Promise.all([db.getAllKeys(objects), db.getAll(objects)]);
      return newestFirst(keys.map((key, index) => listed(String(key), values[index])));
    },
    get: (id) => db.get(objects, id) as Promise<unknown>,
    put: async (record, over) => {
      const transaction = db.transaction(objects, "readwrite");
      const current: unknown = await transaction.store.get(record.id);
      if (revisionOf(current) !== over) {
        await transaction.done;
        return "conflict";
      }
      await transaction.store.put(record);
      await transaction.done;
      return "saved";
    },
    replace: async (id, found) => {
      await db.put(objects, { ...(found as object), id });
    },
    remove: (id) => db.delete(objects, id),
  };
}
