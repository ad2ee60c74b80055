// How things look, as plain data: state colours and glyphs, themes, scenario colours, the heat scale. CSS variables,
// charts, the 3D scene and the report are all made from it, so a hex in the legend is that hex everywhere.
export { captionHeight, drawCaptionStrip, type CaptionPen, type PictureCaption } from "./caption";
export { glyphs, type Glyph } from "./glyphs";
export { heatColour, heatStops } from "./heat";
export { mixHex } from "./mix";
export { stateLooks, stateOrder, type StateLook, type StateName } from "./states";
export {
  scenarioColour,
  scenarioIds,
  themes,
  themeVariables,
  type ScenarioId,
  type Theme,
  type ThemeName,
} from "./themes";
