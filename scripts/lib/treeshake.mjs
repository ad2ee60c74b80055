/**
 * Modules of these rooms do nothing by being loaded, so what nobody asks for stays out of a bundle. So the page asks the engine
 * for its version and for quantiles only: the memory of a run is the workers' own; a worker asks the model for the calendar
 * and not for the schemas that check files (a third of the time it takes to start).
 */
const idle =
  /[\\/]src[\\/](engine|model|trace|measure|policy|finance|retrofit|experiment|calibrate|interview|sheet|report|store)[\\/].*\.tsx?$/;
export const onlyWhatIsAsked = {
  moduleSideEffects: (/** @type {string} */ id) => !idle.test(id),
};
