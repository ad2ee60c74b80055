import { themes, type ThemeName } from "../look";

/** What a chart needs to know of theme and language besides its data. */
export interface ChartLook {
  theme: ThemeName;
  /** as narrow as a phone: names give way to the picture */
  isNarrow?: boolean;
}

export const fontFamily = 'system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Parts of an options object that all charts share: no animation, canvas tooltips only, the theme's inks. */
export function frame(look: ChartLook): Record<string, unknown> {
  const theme = themes[look.theme];
  return {
    animation: false,
    backgroundColor: "transparent",
    textStyle: { fontFamily, fontSize: 14, color: theme.text },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: theme.panel,
      borderColor: theme.controlEdge,
      textStyle: { color: theme.text, fontSize: 14, fontFamily },
    },
  };
}

/** Figures of an axis whose ends are not round: an end written out in full would take the picture's room. */
export const shortFigures = (value: number): string => String(Number(value.toPrecision(3)));

/** Names of rows that may be long: broken to lines of this width, so that the picture keeps its room. */
export const rowNames = ({ isNarrow = false }: ChartLook): Record<string, unknown> => ({
  width: isNarrow ? 108 : 190,
  overflow: "break",
  lineHeight: isNarrow ? 15 : 17,
  ...(isNarrow ? { fontSize: 13 } : {}),
});

export function axis(look: ChartLook): Record<string, unknown> {
  const theme = themes[look.theme];
  return {
    axisLine: { lineStyle: { color: theme.controlEdge } },
    axisTick: { lineStyle: { color: theme.controlEdge } },
    axisLabel: { color: theme.text, fontSize: 14, fontFamily },
    nameTextStyle: { color: theme.muted, fontSize: 14, fontFamily },
    splitLine: { lineStyle: { color: theme.line } },
  };
}
