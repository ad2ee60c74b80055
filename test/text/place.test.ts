import { describe, expect, it } from "vitest";
import { placeName } from "../../src/text";

const named = (id: string, zh: string) => ({ id, name: { zh, en: `${zh}!` } });
const line = {
  stations: [named("press", "注塑机"), named("trim", "修边")],
  operators: [named("press", "注塑工")],
  transporters: [{ id: "agv" }],
};

describe("the name of a place", () => {
  it("tells a group of people from the station with the same id", () => {
    expect(placeName("zh", line, "press", "station")).toBe("注塑机");
    expect(placeName("zh", line, "press", "pool")).toBe("注塑工");
    expect(placeName("zh", line, "press")).toBe("注塑机");
  });

  it("is both ends of a buffer, the id where there is no name, a retrofit's where nothing in the line has it", () => {
    expect(placeName("zh", line, "press>trim", "buffer")).toBe("注塑机 → 修边");
    expect(placeName("zh", line, "agv", "transporter")).toBe("agv");
    expect(placeName("zh", line, "E", undefined, [named("E", "第四台")])).toBe("第四台");
  });
});
