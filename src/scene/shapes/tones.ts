import { mixHex, themes, type ThemeName } from "../../look";
import type { Tone } from "./primitive";

/** The greys of machines in a theme. Colour is left to what means something. */
export function tonesOf(theme: ThemeName): Readonly<Record<Tone, string>> {
  const { machine, trim, belt, part } = themes[theme];
  return theme === "light"
    ? {
        body: machine,
        pale: mixHex(machine, "#FFFFFF", 0.55),
        trim,
        belt,
        glass: mixHex(trim, part, 0.75),
        steel: mixHex(belt, "#FFFFFF", 0.35),
      }
    : {
        body: machine,
        pale: mixHex(machine, "#FFFFFF", 0.34),
        trim: mixHex(machine, "#000000", 0.36),
        belt: mixHex(belt, "#FFFFFF", 0.08),
        glass: "#12171C",
        steel: mixHex(machine, trim, 0.6),
      };
}
