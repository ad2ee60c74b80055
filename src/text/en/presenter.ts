import type { presenter as zh } from "../zh/presenter";

export const presenter: Record<keyof typeof zh, string> = {
  "presenter.today": "{{line}}, today",
  "presenter.basis": "{{n}} simulated replications of {{hours}} h, 95 % interval",
  "presenter.choose": "Choose a plan, and the story goes on here.",
  "presenter.plan": "{{name}}: good parts a year",
  "presenter.back": "About {{amount}} in. When is it back?",
  "presenter.never": "Chance of not getting it back within {{years}} years: {{chance}}",
  "presenter.worst": "At the worst, over {{years}} years",
  "presenter.subsidy": "Support: welcome, but the plan must stand without",
  "presenter.withAndWithout": "Payback without it {{without}}; with it {{with}}",
  "presenter.local": "The data have not left this computer.",
  "presenter.steps": "Pages",
  "presenter.previous": "Back",
  "presenter.next": "Next",
  "presenter.end": "End the presentation",
  "presenter.at": "{{at}} / {{of}}",
  "help.places": "Where to find it",
  "help.questions": "In the bar at the top: a dozen questions, then what to do first and what not to buy yet.",
  "help.line":
    "A tab below the picture: every station, buffer and shift in tables that take a paste from Excel. A new line starts in the menu under the line's name, top left.",
  "help.catalogue":
    "Above the plans: what can be bought, the evidence, when not to buy; vendors' offers on one footing. One press makes it a plan.",
  "help.floor": "Layout of the floor",
  "help.floorHow":
    "First button at the top right of the picture: drag a station, or press it and then its new place. What does not fit says why; transport distances follow.",
  "help.twoLines": "Two lines in one place",
  "help.twoLinesHow":
    "With a plan chosen, above the picture: side by side (6), an edge to drag (7), today as a pale ghost (8).",
  "help.picture": "Picture and video",
  "help.pictureHow":
    "At the top right of the picture: save an image or ten seconds of video. Files stay on this computer.",
  "tour.title": "Show me around",
  "tour.later": "Later",
  "tour.done": "Done",
  "tour.line.title": "A production line at work",
  "tour.line.text":
    "Every movement is replayed from the simulation's own record. Click a machine to see where its time goes.",
  "tour.today.title": "What it makes today",
  "tour.today.text": 'Every figure has its "±": with other luck the result lies in that range.',
  "tour.plan.title": "Click a plan",
  "tour.plan.text":
    "The line after the retrofit appears beside it: same clock, same luck, only this change between them.",
  "tour.compare.title": "How much, and is it worth it",
  "tour.compare.text":
    "Comparison, money, subsidy, assumptions and sources are here. Where no difference is proven, it says so.",
  "tour.time.title": "Time is in your hands",
  "tour.time.text": "Play, pause, speed up, jump to the next failure or set-up.",
  "tour.keep.title": "Kept by itself, ready to share",
  "tour.keep.text": "Changes are kept in this browser. Other lines, your own files and earlier projects are all here.",
};
