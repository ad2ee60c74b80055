import type { Say } from "../panels";
import type { SceneLabels } from "../scene";

/** The scene's words; placeholders in single braces are the scene's to fill. */
export function sceneLabels(say: Say): SceneLabels {
  return {
    scene: say("scene.scene"),
    states: {
      working: say("scene.states.working"),
      loading: say("scene.states.loading"),
      setup: say("scene.states.setup"),
      blocked: say("scene.states.blocked"),
      starved: say("scene.states.starved"),
      waitingOperator: say("scene.states.waitingOperator"),
      down: say("scene.states.down"),
      offShift: say("scene.states.offShift"),
    },
    machinesInState: say("scene.machinesInState"),
    separator: say("scene.separator"),
    queue: say("scene.queue"),
    queueOfCapacity: say("scene.queueOfCapacity"),
    finished: say("scene.finished"),
    scrapped: say("scene.scrapped"),
    stationState: say("scene.stationState"),
    ofRun: say("scene.ofRun"),
    nothingSelected: "",
    fit: say("scene.fit"),
    top: say("scene.top"),
    iso: say("scene.iso"),
    along: say("scene.along"),
    walk: say("scene.walk"),
    follow: say("scene.follow"),
    focus: say("scene.focus"),
    inLine: say("scene.inLine"),
    zoomIn: say("scene.zoomIn"),
    zoomOut: say("scene.zoomOut"),
    loading: say("scene.loading"),
    divider: say("scene.divider"),
    ghostOf: say("scene.ghostOf"),
    layout: {
      hint: say("scene.layout.hint"),
      held: say("scene.layout.held"),
      way: say("scene.layout.way"),
      refused: say("scene.layout.refused"),
      reasons: {
        machines: say("scene.layout.machines"),
        aisle: say("scene.layout.aisle"),
        things: say("scene.layout.things"),
      },
    },
  };
}
