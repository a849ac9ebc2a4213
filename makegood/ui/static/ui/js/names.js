// What is offered while one types: in a textarea with data-names-url an `@` in a note opens the list of who can be named,
// and a `/` that begins a word the templates of its form, which stand in [data-templates] as buttons. Arrows walk the list,
// Enter or Tab takes one, Escape closes it. Typed out a name means the same: the server reads it.
import { bring } from "./insert.js";
import { announce, onArrival, within } from "./page.js";

const BEGUN = /(?:^|[^\w@.])@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+)?)$/u;
const TEMPLATE = /(?:^|\s)\/([^\s/]*)$/u;
const PAUSE = 120;

function start(area) {
  if (area.dataset.namesWatched) return;
  area.dataset.namesWatched = "yes";
  const list = document.createElement("ul");
  list.className = "names";
  list.id = `${area.id}-names`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  area.after(list);
  area.setAttribute("aria-controls", list.id);
  area.setAttribute("aria-autocomplete", "list");
  let timer = 0;
  let asked = 0;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");
  const isNote = () => !area.form || new FormData(area.form).get("kind") === "note";
  const begun = () => {
    if (area.selectionStart !== area.selectionEnd) return null;
    const words = area.value.slice(0, area.selectionStart);
    const template = TEMPLATE.exec(words)?.[1];
    if (template !== undefined) return { sign: "/", typed: template };
    const name = isNote() ? BEGUN.exec(words)?.[1] : undefined;
    return name === undefined ? null : { sign: "@", typed: name };
  };
  const close = () => {
    asked += 1;
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    for (const other of options()) other.setAttribute("aria-selected", String(other === option));
    area.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
    announce(option.textContent.trim());
  };
  const take = (option) => {
    const end = area.selectionStart;
    const { sign, typed } = begun() ?? { sign: "@", typed: "" };
    // The sign stays before a name; a template comes in its place.
    if (sign === "/") area.setRangeText(option.dataset.value, end - typed.length - 1, end, "end");
    else area.setRangeText(`${option.dataset.value} `, end - typed.length, end, "end");
    close();
    bring(option.dataset.brings);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };
  const templates = (typed) => {
    const buttons = [...(area.form?.querySelectorAll("[data-templates] button") ?? [])];
    return buttons.filter((button) => button.dataset.name.toLowerCase().includes(typed.toLowerCase())).map((button) => {
      const option = document.createElement("li");
      option.setAttribute("role", "option");
      option.dataset.value = button.value;
      if (button.dataset.brings) option.dataset.brings = button.dataset.brings;
      option.append(...[...button.childNodes].map((node) => node.cloneNode(true)));
      return option;
    });
  };
  const names = async (typed) => {
    const answer = await fetch(`${area.dataset.namesUrl}?q=${encodeURIComponent(typed)}`, { credentials: "same-origin" }).catch(() => null);
    return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").body.children : null;
  };
  const look = async () => {
    const now = begun();
    if (now === null) { close(); return; }
    const { sign, typed } = now;
    const mine = (asked += 1);
    const found = sign === "/" ? templates(typed) : await names(typed);
    if (!found || mine !== asked) return;
    list.replaceChildren(...found);
    list.setAttribute("aria-label", sign === "/" ? area.dataset.templatesLabel : area.dataset.namesLabel);
    options().forEach((option, at) => { option.id = `${list.id}-${at}`; });
    list.hidden = !options().length || typed === options()[0].dataset.value;
    if (list.hidden) close();
    else choose(options()[0]);
  };

  area.addEventListener("input", () => {
    clearTimeout(timer);
    if (begun() === null) close();
    else timer = setTimeout(look, PAUSE);
  });
  area.addEventListener("blur", () => setTimeout(close, 150));
  area.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
    else if (event.key === "Enter" || event.key === "Tab") take(chosen());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault(); // the words keep the caret
    if (option) take(option);
  });
}

onArrival((root) => within(root, "textarea[data-names-url]").forEach(start));
