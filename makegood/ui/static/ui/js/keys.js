// Keyboard shortcuts, declared where they act: data-key="r", or a sequence data-key="g i"; named by
// data-key-label, else by the element's own words. `?` shows them all. Off while typing, and for who switches them off.
// [data-list-keys] lets j and k walk its links.
import { isTyping } from "./page.js";

const OFF = "keys-off";
const dialog = document.getElementById("keys");
const button = document.querySelector("[data-keys-help]");
const toggle = dialog?.querySelector("[data-keys-switch]");
let typed = "";
let forget = 0;

const isOff = () => localStorage.getItem(OFF) === "yes";
const shown = (element) => element.checkVisibility?.() ?? true;
const byKey = (key) => [...document.querySelectorAll("[data-key]")].find((e) => e.dataset.key === key && shown(e));

function use(element) {
  if (element.matches("textarea, select, input:not([type=radio], [type=checkbox])")) element.focus();
  else element.click();
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

function name(element) {
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
  for (const element of document.querySelectorAll("[data-key]")) if (shown(element)) add(element.dataset.key, name(element));
  toggle.checked = !isOff();
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest?.("form[data-send-key]");
    if (form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(".button[data-kind=primary]:not([hidden])"));
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]") || isOff()) return;
  if (event.key === "?") { event.preventDefault(); show(); return; }
  clearTimeout(forget);
  const sequence = typed ? `${typed} ${event.key}` : event.key;
  const element = byKey(sequence) || byKey(event.key);
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
