/**
 * Modules of these rooms do nothing by being loaded, so what nobody asks for stays out of a bundle. The page asks the engine
 * for its version and for quantiles only: the memory of a run is the workers' own; a worker asks the model for the calendar
 * and not for the schemas that check files (a third of the time it takes to start).
 */
export const onlyWhatIsAsked = {
  moduleSideEffects: (/** @type {string} */ id) => !/[\\/]src[\\/](engine|model)[\\/]/.test(id),
};
