// Puts a fragment from the server in place of what a page shows. What is being typed, opened or dragged stays as it
// is, the focus is never lost, and screen readers hear what came and went:
//   data-live-keep + id  never touched;   data-live-with="ID"  not touched while the form of that id is written in
//   data-says-new="New: {name}", data-says-gone  said of what comes and goes, by
//   its [data-name];   data-says-changed  said when other words changed;   data-says-nothing  silence
import { announce, arrived } from "./page.js";

const MOST_NAMES = 3;

/** Morphs the fragment in; true when its words changed. */
export function put(element, html) {
  const before = words(element);
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const place = focused && rowsOf(element).indexOf(focused.closest("li"));
  const held = new Set([...element.querySelectorAll("[data-live-keep]")].map((kept) => kept.id));
  const came = [];
  const went = [];
  const [now] = window.Idiomorph.morph(element, html, {
    morphStyle: "outerHTML",
    // Of a field. Of anything else that has the focus it would leave all that is in it as it was.
    ignoreActiveValue: Boolean(focused?.matches("input, textarea, select")),
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (old) => {
        if (old.nodeType !== Node.ELEMENT_NODE) return true;
        if (old.dataset.liveKeep !== undefined) return false;
        if (old.dataset.liveWith && isKeptForm(old.dataset.liveWith)) return false;
        return !(isWritten(old) || (old.matches("form") && hasWriting(old)));
      },
      afterNodeAdded: (added) => {
        added.querySelector?.(".case-row")?.setAttribute("data-new", "");
        if (nameOf(added)) came.push(nameOf(added));
      },
      beforeNodeRemoved: (old) => {
        if (old.nodeType === Node.ELEMENT_NODE && (held.has(old.id) || hasWriting(old))) return false;
        if (nameOf(old)) went.push(nameOf(old));
        return true;
      },
      beforeAttributeUpdated: (name, old) => name !== "style" && !(name === "open" && old.matches("details, dialog")),
    },
  }) || [];
  const after = now?.isConnected ? now : element;
  arrived(after, true);
  window.htmx?.process(after);
  if (focused && !after.contains(document.activeElement) && after.isConnected) refocus(after, place);
  const changed = words(after) !== before;
  tell(after, came, went, changed);
  return changed;
}

/** What was focused has gone: its neighbour takes the focus, else the whole. */
function refocus(element, place) {
  const rows = rowsOf(element);
  const link = place >= 0 ? rows[Math.min(place, rows.length - 1)]?.querySelector("a[href]") : null;
  if (!link && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  (link || element).focus({ preventScroll: true });
}

function tell(element, came, went, changed) {
  if ("saysNothing" in element.dataset) return;
  const still = new Set(came.filter((name) => went.includes(name))); // moved, not gone
  const said = [
    ...sentences(element.dataset.saysNew, came.filter((name) => !still.has(name))),
    ...sentences(element.dataset.saysGone, went.filter((name) => !still.has(name))),
  ];
  if (!said.length && changed) said.push(element.dataset.saysChanged || document.getElementById("announcer")?.dataset.changed);
  announce(said.join(" "));
}

function sentences(sentence, names) {
  if (!sentence || !names.length) return [];
  const [few, more] = [names.slice(0, MOST_NAMES), names.length - MOST_NAMES];
  return [`${sentence.replace("{name}", () => few.join(", ") + (more > 0 ? ` +${more}` : ""))}.`];
}

const rowsOf = (element) => [...element.querySelectorAll("[data-list-keys] > li")];
const nameOf = (node) =>
  (node.matches?.("[data-name]") ? node : node.querySelector?.("[data-name]"))?.textContent.trim() || "";

/** What an element says, without the clocks, which tick by themselves, and who comes and goes. */
function words(element) {
  const copy = element.cloneNode(true);
  for (const clock of copy.querySelectorAll("mg-clock, time, form, .case-row__here")) clock.remove();
  return copy.textContent.replace(/\s+/g, " ");
}

export const isWritten = (e) =>
  (e.matches("textarea, input:not([type=hidden], [type=submit], [type=button])") &&
    (e.value !== e.defaultValue || e.checked !== e.defaultChecked || e.files?.length > 0)) ||
  (e.matches("select") && [...e.options].some((option) => option.selected !== option.defaultSelected));

/** Whether somebody has written or chosen something in it, or it came back with what they typed. */
export const hasWriting = (e) => isKept(e) || [...e.querySelectorAll("textarea, input, select, [data-came-back]")].some(isKept);
const isKeptForm = (id) => { const form = document.getElementById(id); return form !== null && hasWriting(form); };
const isKept = (e) => isWritten(e) || "cameBack" in e.dataset;
