// The command palette, Ctrl+K or ⌘K: places, what can be done on this page (the acts that `?` lists), and what the server
// offers (cases read lately, which stand first on opening, views, settings), narrowed as one types. Arrow keys choose, Enter goes, Escape closes. What is
// found nowhere is looked for among cases. Without script all of it stands on the pages as links.
import { keyed, name, use } from "./keys.js";

const MOST = 60;
const isMac = /^(Mac|iP)/.test(navigator.platform);
const dialog = document.getElementById("palette");
const field = dialog?.querySelector("[role=combobox]");
const list = dialog?.querySelector("[role=listbox]");
const status = dialog?.querySelector("[role=status]");
const opener = document.querySelector("[data-palette-opens]");
let offered = []; // what the server told
let entries = []; // all there is: { name, kind, also, key, go }
let before = null; // what had the focus

/** For comparing: in lower case, without accents, as one line. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

function gather() {
  const { act, place } = dialog.dataset;
  const links = [...document.querySelectorAll(".masthead nav a[href]")];
  const acts = keyed().filter((element) => !links.includes(element) && element.id !== "search");
  const seen = new Set();
  entries = [
    ...acts.map((element) => ({ name: name(element), kind: act, also: "", key: element.dataset.key, go: () => use(element) })),
    ...links.map((link) => ({ name: name(link), kind: place, also: "", key: link.dataset.key, go: () => location.assign(link.href) })),
    ...offered.map((one) => ({ ...one, go: () => location.assign(one.url) })),
  ].filter((one) => {
    // The case that is open leads nowhere; two others may have the same words for a name.
    if (one.is_first) return one.url !== location.pathname;
    // A view stands on the page, with its key, and among what the server offers: it is shown once.
    const is = one.url ? one.name : `${one.kind} ${one.name}`;
    if (seen.has(is)) return false;
    seen.add(is).add(one.name);
    return true;
  });
}

/** How well an entry answers: 0 its name begins so, 1 a word of it does, 2 it holds it, 3 its other words do; -1 not. */
function rank(entry, words) {
  const [called, all] = [plain(entry.name), plain(`${entry.name} ${entry.also} ${entry.kind}`)];
  const typed = words.join(" ");
  if (!words.every((word) => all.includes(word))) return -1;
  if (called.startsWith(typed)) return 0;
  if (` ${called}`.includes(` ${typed}`)) return 1;
  return words.every((word) => called.includes(word)) ? 2 : 3;
}

function found(typed) {
  const words = plain(typed).split(" ").filter(Boolean);
  const ranked = entries.map((entry) => [rank(entry, words), entry]).filter(([how]) => how >= 0);
  const best = ranked.sort(([one], [other]) => one - other).map(([, entry]) => entry);
  // Before anything is typed the cases read last stand first, the newest on top.
  if (!words.length) best.sort((one, other) => (other.is_first ?? false) - (one.is_first ?? false));
  best.length = Math.min(best.length, MOST);
  return typed && dialog.dataset.search ? [...best, among(typed)] : best;
}

/** The way into the search, which leads straight to a case by its reference. */
function among(typed) {
  const { finds, opens, search } = dialog.dataset;
  const said = /^c-\w+$/i.test(typed) ? opens : finds;
  return { name: said.replace("{words}", typed), kind: "", go: () => location.assign(`${search}?q=${encodeURIComponent(typed)}`) };
}

function show() {
  const shown = found(field.value.trim());
  list.replaceChildren(...shown.map(option));
  choose(0);
  status.textContent = dialog.dataset.count.replace("{count}", shown.length);
}

function option(entry, index) {
  const row = document.createElement("div");
  row.id = `palette-${index}`;
  row.setAttribute("role", "option");
  row.entry = entry;
  const part = (tag, text, to = row) => {
    const made = document.createElement(tag);
    made.textContent = text;
    to.append(made, " ");
    return made;
  };
  part("span", entry.name).dir = "auto";
  if (entry.also) part("small", entry.also);
  if (entry.kind) part("small", entry.kind).className = "push";
  for (const key of entry.key?.split(" ") || []) part("kbd", key);
  return row;
}

function choose(at) {
  const rows = [...list.children];
  const chosen = rows[(at + rows.length) % rows.length];
  for (const row of rows) row.setAttribute("aria-selected", String(row === chosen));
  field.setAttribute("aria-activedescendant", chosen?.id || "");
  chosen?.scrollIntoView({ block: "nearest" });
}

const chosen = () => list.querySelector("[aria-selected=true]");

async function open() {
  before = document.activeElement;
  gather();
  field.value = "";
  dialog.showModal();
  show();
  try {
    const answer = await fetch(dialog.dataset.url, { credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    offered = (await answer.json()).entries;
  } catch {
    return; // offline: what stands on the page is there
  }
  const at = [...list.children].indexOf(chosen());
  gather();
  show();
  choose(Math.max(at, 0));
}

function go(row) {
  if (!row) return;
  dialog.close();
  row.entry.go();
}

if (dialog && opener) {
  if (isMac) for (const kbd of opener.querySelectorAll("kbd")) kbd.textContent = "⌘ K";
  opener.hidden = false;
  opener.addEventListener("click", open);
  field.addEventListener("input", show);
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => before?.isConnected && before.focus());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter and arrows belong to the input method
    const at = [...list.children].indexOf(chosen());
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, list.children.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
    if (to !== undefined) choose(to);
    else if (event.key === "Enter") go(chosen());
    else return;
    event.preventDefault();
  });
  // A field that has a use of its own for these keys comes first; on a Mac Ctrl+K belongs to fields.
  document.addEventListener("keydown", (event) => {
    const asked = (isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey && !event.shiftKey;
    if (!asked || event.key.toLowerCase() !== "k" || event.defaultPrevented) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else if (!document.querySelector("dialog[open]")) open();
  });
}
