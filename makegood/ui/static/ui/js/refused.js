// What the server refuses comes back: the form that was sent takes the place that it has in the answer, with what was typed,
// what is wrong with it and what can be chosen. What else is being written stays as it is.
import { isWritten } from "./morph.js";
import { arrived } from "./page.js";

const pathOf = (form) => new URL(form.getAttribute("action") || "", location.href).pathname;

/** Puts the form of the answer in the place of the one that was sent; what takes the focus there, if anything does. With
 *  `isRefused` it then stays, whatever else is brought up to date, until it goes through. */
export function comeBack(page, form, isRefused) {
  const again = twin(page, form);
  if (!again) return null;
  const now = document.importNode(again, true);
  const held = form.contains(document.activeElement) ? document.activeElement : null;
  const written = [...form.elements].filter(isWritten);
  form.replaceWith(now);
  for (const told of form.id ? document.querySelectorAll(`[data-live-with="${form.id}"]`) : []) {
    const other = page.getElementById(told.id);
    if (other) told.replaceWith(document.importNode(other, true));
  }
  if (isRefused) {
    now.dataset.cameBack = "";
    for (const field of written) carry(field, same(field, form, now));
  }
  arrived(now, true);
  window.htmx?.process(now);
  return now.querySelector("[aria-invalid=true]") || (held && same(held, form, now));
}

/** The same form in the answer: by its id, or else by where it leads. */
function twin(page, form) {
  if (form.id) return page.getElementById(form.id);
  const those = (root) => [...root.forms].filter((one) => !one.id && pathOf(one) === pathOf(form));
  return those(page)[those(document).indexOf(form)];
}

function same(field, from, to) {
  const those = (form) => [...form.elements].filter((one) => one.name === field.name && one.type === field.type);
  return those(to)[those(from).indexOf(field)];
}

/** What no answer brings back: files, and what was typed where the field stands in it as it did before. */
function carry(field, to) {
  if (!to) return;
  if (field.type === "file") to.files = field.files;
  else if (field.matches("select")) carryChoice(field, to);
  else if (to.defaultValue === field.defaultValue && to.defaultChecked === field.defaultChecked) {
    [to.value, to.checked] = [field.value, field.checked];
  }
}

function carryChoice(field, to) {
  const before = (select) => [...select.options].map((one) => [one.value, one.defaultSelected]).join();
  if (before(field) === before(to)) [...to.options].forEach((one, at) => { one.selected = field.options[at].selected; });
}
