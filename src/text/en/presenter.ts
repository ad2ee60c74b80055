import type { presenter as zh } from "../zh/presenter";

export const presenter: Record<keyof typeof zh, string> = {
  "presenter.title": "Presentation",
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
