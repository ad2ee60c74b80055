import type { projects as zh } from "../zh/projects";

export const projects: Record<keyof typeof zh, string> = {
  "projects.title": "My projects",
  "projects.where":
    "Projects are kept by this browser on this computer, and sent nowhere. Clearing the browser's data deletes them too: save what matters as a file.",
  "projects.none": "No projects yet. Change a line or choose a plan, and it is kept by itself.",
  "projects.status.untouched": "unchanged",
  "projects.status.saving": "Saving…",
  "projects.status.saved": "Saved",
  "projects.status.failed": "Not saved: the browser's storage is full or refuses. Save it as a file.",
  "projects.status.conflict": "changed in another tab",
  "projects.status.unkept": "This browser keeps nothing: save a file before you close the page.",
  "projects.savedAt": "Saved {{time}}",
  "projects.savedOn": "saved {{time}}",
  "projects.isOpen": "open now",
  "projects.elsewhere": "also open in another tab",
  "projects.open": "Open",
  "projects.rename": "Rename",
  "projects.name": "Name of the project",
  "projects.duplicate": "Copy",
  "projects.copyOf": "{{name}} (copy)",
  "projects.remove": "Delete",
  "projects.putBack": "Undo the deletion",
  "projects.exportAll": "Save all as one file",
  "projects.importHint": "Drop such a file on the page, and all of it is put back here.",
  "projects.imported": "{{n}} projects put back.",
  "projects.damaged": "A project that cannot be read",
  "projects.damagedWhy":
    "Its content is damaged. You can take out the data as they are; other projects are not touched.",
  "projects.takeOut": "Take out the data",
  "projects.conflict": "Another tab has changed this project too",
  "projects.conflictWhy":
    "Both versions are still there. Keep this one as a new project, or drop it and open what the other tab saved.",
  "projects.keepMine": "Keep this one as a new project",
  "projects.takeTheirs": "Open the other one",
  "projects.cannotReopen":
    'Your last project cannot be opened. It is still among "My projects", where its data can be taken out.',
  "share.title": "Share",
  "share.link": "Link",
  "share.carries": "The link is the plant's data: whoever has it can see them. It passes through no server.",
  "share.copy": "Copy the link",
  "share.copyByHand": "The browser does not allow copying here: the link is selected, press Ctrl+C.",
  "share.short":
    "A short link of {{length}} characters: it holds only the changes to a line that ships, and opens in the same version.",
  "share.long":
    "{{length}} characters: some messengers cut long links, and a cut link does not open. Send the file then.",
  "share.tooLong":
    "The project is too large: its link would have {{length}} characters and would most likely be cut. Save it as a file and send that.",
  "share.code": "The link as a QR code",
  "share.noCode": "The link is too long for a QR code that a telephone can read.",
};
