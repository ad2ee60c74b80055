/** The front door in the browser: wires the rooms together. Nobody imports it. */
export { chooseQuality, probe, type Quality } from "./probe";
