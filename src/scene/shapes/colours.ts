import { mixHex, stateLooks, themes, type ThemeName } from "../../look";
import type { PartForm } from "../plan/forms";
import type { SceneryTone } from "../plan/scenery";
import { tonesOf } from "./tones";

/** Colours of racks, bins, pallets, rails and fences in a theme. */
export function sceneryColours(theme: ThemeName): Record<SceneryTone, string> {
  const look = themes[theme];
  const tones = tonesOf(theme);
  return {
    belt: mixHex(look.belt, look.floor, 0.25),
    trim: tones.trim,
    pale: mixHex(look.floor, look.belt, theme === "light" ? 0.34 : 0.75),
    bin: stateLooks.down.fill,
    wood: mixHex(look.belt, theme === "light" ? "#CDB892" : "#8A7A63", 0.7),
    fence: mixHex(tones.trim, look.floor, 0.3),
    rail: tones.steel,
  };
}

/** a billet out of the heater: the glow is what the heater is for */
const ember = "#D9623B";

/** Colours of a part at the start and at the end of the route, and of forms that have one of their own. */
export function partColours(theme: ThemeName): {
  raw: string;
  done: string;
  own: Partial<Record<PartForm, string>>;
} {
  const look = themes[theme];
  const isLight = theme === "light";
  return {
    raw: mixHex(look.part, isLight ? "#8A6A4A" : "#7A6550", isLight ? 0.5 : 0.55),
    done: mixHex(look.part, isLight ? "#7FA3C4" : "#BFD6EA", isLight ? 0.5 : 0.6),
    own: {
      carton: sceneryColours(theme).wood,
      crate: isLight ? mixHex(look.belt, "#FFFFFF", 0.1) : mixHex(look.belt, "#FFFFFF", 0.25),
      hot: ember,
    },
  };
}
