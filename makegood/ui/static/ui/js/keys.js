// Keyboard shortcuts, declared where they act: data-key="r", or a sequence data-key="g i"; named by
// data-key-label, else by the element's own words. `?` shows them all. Off while typing, and for who switches them off.
// A key clicks its element, or focuses a field; with data-key-focus it only focuses, so that Enter must agree; with
// data-key-then="ID" the focus goes on to that field. [data-list-keys] lets j and k walk its links.
// data-alt-key="y" does the same with Alt, also while typing, so that what is asked beside the words needs no other hand.
import { isTyping, within } from "./page.js";

const OFF = "keys-off";
const SEND = ".button[data-kind=primary]";
const FIELDS = "select, textarea, input:not([type=hidden]), a[href], button:not([hidden])";
const dialog = document.getElementById("keys");
const button = document.querySelector("[data-keys-help]");
const toggle = dialog?.querySelector("[data-keys-switch]");
let typed = "";
let forget = 0;

const isOff = () => localStorage.getItem(OFF) === "yes";
const shown = (element) => element.matches("[data-menu] a") || (element.checkVisibility?.() ?? true);
/** What a key acts on here and now. Of what stands on each message (data-key-each) that on the one in focus, else the last. */
export function keyed() {
  const all = [...document.querySelectorAll("[data-key]")].filter(shown);
  const each = all.filter((element) => "keyEach" in element.dataset);
  const meant = each.find((element) => element.closest("article")?.contains(document.activeElement)) || each.at(-1);
  return all.filter((element) => element === meant || !each.includes(element));
}
// Of several with one key the first that is not chosen yet: so one answer follows another.
const byKey = (key) => {
  const meant = keyed().filter((element) => element.dataset.key === key);
  return meant.find((element) => !element.checked) || meant[0];
};
const alts = () => [...document.querySelectorAll("[data-alt-key]")].filter(shown);
const isDecided = (element) => Boolean(element.closest("fieldset")?.querySelector("[type=radio]:checked:not([value=''])"));
/** With Alt a letter may come as another sign, or from another alphabet: then the key's place tells which. */
const letter = (event) => (/^[a-z]$/i.test(event.key) ? event.key : event.code.replace("Key", "")).toLowerCase();
/** Of several the first that is not decided yet, else the first that would change something. */
const byAlt = (key) => {
  const meant = alts().filter((element) => element.dataset.altKey === key);
  return meant.find((element) => !isDecided(element)) || meant.find((element) => !element.checked) || meant[0];
};
const begins = (key) => keyed().some((element) => element.dataset.key.startsWith(`${key} `));

/** Does what the element's key does. */
export function use(element) {
  if (element.matches("textarea, select, input:not([type=radio], [type=checkbox])")) element.focus();
  else if ("keyFocus" in element.dataset) element.focus();
  else {
    element.click();
    if (element.matches("summary") && element.parentElement.open) within(element.parentElement, FIELDS)[0]?.focus();
  }
  document.getElementById(element.dataset.keyThen)?.focus();
}

function walk(step) {
  const list = document.querySelector("[data-list-keys]");
  const links = list ? [...list.querySelectorAll("a[href]")] : [];
  if (!links.length) return false;
  const here = links.indexOf(document.activeElement);
  const from = here >= 0 ? here : links.findIndex((link) => link.hasAttribute("aria-current"));
  links[Math.min(Math.max(from + step, 0), links.length - 1)].focus();
  return true;
}

/** What the element's key is called. */
export function name(element) {
  return element.dataset.keyLabel || element.getAttribute("aria-label") || element.textContent.trim().replace(/\s+/g, " ");
}

function show() {
  const list = dialog.querySelector("[data-keys-list]");
  list.replaceChildren();
  const add = (keys, label) => {
    const dt = document.createElement("dt");
    for (const key of keys.split(" ")) {
      const kbd = document.createElement("kbd");
      kbd.textContent = key;
      dt.append(kbd, " ");
    }
    const dd = document.createElement("dd");
    dd.textContent = label;
    list.append(dt, dd);
  };
  const walked = document.querySelector("[data-list-keys]");
  if (walked) add("j k", walked.dataset.listKeys || walked.getAttribute("aria-label") || "");
  const palette = document.querySelector("[data-palette-opens] kbd");
  if (palette) add(palette.textContent, palette.closest("button").firstChild.textContent.trim());
  for (const element of keyed()) add(element.dataset.key, name(element));
  for (const element of alts()) add(`Alt+${element.dataset.altKey.toUpperCase()}`, name(element));
  for (const form of document.querySelectorAll("form[data-send-key]")) add("Ctrl+Enter", form.querySelector(SEND)?.textContent || "");
  toggle.checked = !isOff();
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest?.("form[data-send-key]");
    if (form) {
      event.preventDefault();
      form.requestSubmit([...form.querySelectorAll(SEND)].find(shown));
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  if (event.altKey) {
    const element = !event.shiftKey && !isOff() && !document.querySelector("dialog[open]") && byAlt(letter(event));
    if (element) {
      event.preventDefault();
      use(element);
    }
    return;
  }
  if (isTyping(event.target) || document.querySelector("dialog[open]") || isOff()) return;
  if (event.key === "?") { event.preventDefault(); show(); return; }
  clearTimeout(forget);
  // What follows a key that begins sequences is no key of its own: `g a` never takes a case.
  const element = byKey(typed && begins(typed) ? `${typed} ${event.key}` : event.key);
  if (element) {
    typed = "";
    event.preventDefault();
    use(element);
  } else if ((event.key === "j" || event.key === "k") && walk(event.key === "j" ? 1 : -1)) {
    typed = "";
    event.preventDefault();
  } else {
    typed = event.key.length === 1 ? event.key : "";
    forget = setTimeout(() => { typed = ""; }, 1500);
  }
});

if (dialog && button) {
  button.hidden = false;
  button.addEventListener("click", show);
}
toggle?.addEventListener("change", () => {
  if (toggle.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "yes");
});
