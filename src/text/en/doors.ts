/** Doors on the first screen to what is fetched later, whose own words come with it. */
export const doors = {
  "tab.line": "Edit the line",
  "editor.newLine": "New line from nothing",
  "owner.start": "Start from questions",
  "owner.title": "Start from questions",
  "owner.offer": "First visit? A dozen questions, about ten minutes: what to do first, and what not to buy yet.",
  "owner.offerNo": "Later",
  "presenter.title": "Presentation",
  "catalogue.open": "Catalogue and offers",
};
