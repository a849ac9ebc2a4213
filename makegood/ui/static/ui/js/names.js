// Names while one types: in a textarea with data-names-url an `@` in a note opens the list of who can be named. Arrows
// walk it, Enter or Tab takes one, Escape closes it. Typed out a name means the same: the server reads it.
import { announce, onArrival, within } from "./page.js";

const BEGUN = /(?:^|[^\w@.])@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+)?)$/u;
const PAUSE = 120;

function start(area) {
  if (area.dataset.namesWatched) return;
  area.dataset.namesWatched = "yes";
  const list = document.createElement("ul");
  list.className = "names";
  list.id = `${area.id}-names`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", area.dataset.namesLabel);
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
    if (!isNote() || area.selectionStart !== area.selectionEnd) return null;
    return BEGUN.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null;
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
    area.setRangeText(`${option.dataset.value} `, end - (begun() ?? "").length, end, "end");
    close();
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };
  const look = async () => {
    const typed = begun();
    if (typed === null) { close(); return; }
    const mine = (asked += 1);
    const answer = await fetch(`${area.dataset.namesUrl}?q=${encodeURIComponent(typed)}`, { credentials: "same-origin" }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    list.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.children);
    if (mine !== asked) return;
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
