import { describe, expect, it } from "vitest";
import { withDuration } from "../../src/scene/capture/webm";

// head, a segment without an end, and its information: unit and who wrote it
const head = [0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255];
const unit = [0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40];
const rest = [0x16, 0x54, 0xae, 0x6b, 0x80];
const filmOf = (size: readonly number[], content: readonly number[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...head, 0x15, 0x49, 0xa9, 0x66, ...size, ...content, ...rest]);
const entry = (value: number): number[] => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return [0x44, 0x89, 0x88, ...bytes];
};

describe("a recorded film is told how long it is", () => {
  it.each([[[0x87]], [[0x40, 7]], [[0x01, 0, 0, 0, 0, 0, 0, 7]]])(
    "where its head does not say it (size %j)",
    (size) => {
      const grown = [...size.slice(0, -1), (size.at(-1) ?? 0) + 11];
      expect(withDuration(filmOf(size, unit), 9876)).toEqual(filmOf(grown, [...unit, ...entry(9876)]));
    },
  );

  it("where its head says something else", () => {
    const said = filmOf([0x92], [...unit, ...entry(0)]);
    expect(withDuration(said, 1234)).toEqual(filmOf([0x92], [...unit, ...entry(1234)]));
  });

  it("and nothing is done to what is no such film, or has no room for it", () => {
    const other = Uint8Array.from({ length: 40 }, (_, i) => i);
    expect(withDuration(other, 5)).toBe(other);
    const open = filmOf([0xff], unit);
    expect(withDuration(open, 5)).toBe(open);
    const full = filmOf([0x80 + 120], [...unit, ...new Array<number>(113).fill(0)]);
    expect(withDuration(full, 5)).toBe(full);
  });
});
