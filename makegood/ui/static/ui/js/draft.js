// Drafts: a textarea with data-draft-url is saved as one types, with the other fields of its form. The server keeps
// it; what could not be sent stays in this browser until it can. [data-draft-state] in the form says how it stands. Its
// `draft_at` says which draft the page knows: where another tab or device has kept other words since, both are offered.
import { onArrival, post, within } from "./page.js";

const PAUSE = 1500;
const saving = new WeakMap();
const isDirty = (area) => area.isConnected && area.value !== area.dataset.draftSaved;
const known = (form) => form.elements.draft_at || { value: "" }; // a form that says none is written in one place only
const key = (area) => `draft:${area.dataset.draftUrl}`;

function tell(form, name) {
  const place = form.querySelector("[data-draft-state]");
  if (place) place.textContent = place.dataset[name] || "";
}

function fields(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return new URLSearchParams(data);
}

function remember(area) {
  area.dataset.draftRemembered = area.value;
  try { localStorage.setItem(key(area), area.value); } catch { /* private window or full: the server is asked again */ }
}

/** Sends what is not kept yet, before something else is asked of the server; true when all is kept. */
export async function flush() {
  const areas = [...document.querySelectorAll("textarea[data-draft-url]")];
  return (await Promise.all(areas.map((area) => (isDirty(area) ? save(area, area.form) : saving.get(area) ?? true)))).every(Boolean);
}

/** What another tab keeps there stays. */
function forget(area, sent) {
  if ([sent, area.dataset.draftRemembered].includes(localStorage.getItem(key(area)))) localStorage.removeItem(key(area));
}

/** One after the other: each has to know what the one before has kept. */
function save(area, form) {
  const done = (saving.get(area) || Promise.resolve()).then(() => send(area, form));
  saving.set(area, done);
  return done;
}

async function send(area, form) {
  const sent = area.value;
  if ("draftWaits" in form.dataset) {
    remember(area);
    return false;
  }
  try {
    const answer = await post(area.dataset.draftUrl, fields(form));
    if (answer.status === 409) {
      form.dataset.draftWaits = "";
      remember(area);
      offer(area, form, await answer.json());
      return false;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const isNew = area.dataset.draftSaved !== sent;
    area.dataset.draftSaved = sent;
    known(form).value = answer.headers.get("X-Draft-At") || "";
    if (area.value === sent) forget(area, sent);
    tell(form, "saved");
    if (isNew) form.dispatchEvent(new Event("draft-kept")); // what shows something of the words fetches it anew
    return true;
  } catch {
    remember(area);
    tell(form, "kept");
    return false;
  }
}

/** Other words of theirs: taken instead of what stands there, which can then be taken back, or left. */
function offer(area, form, { text, at }) {
  form.querySelector("[data-draft-choice]")?.remove();
  const box = form.querySelector("template[data-draft-other]").content.firstElementChild.cloneNode(true);
  const [quote, said] = [box.querySelector("blockquote"), box.querySelector("[data-taken]")];
  box.dataset.draftChoice = "";
  quote.textContent = text;
  const chosen = () => {
    delete form.dataset.draftWaits;
    if (known(form).value < at) known(form).value = at;
    localStorage.removeItem(key(area));
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };
  box.querySelector("[data-draft-take]").addEventListener("click", () => {
    [area.value, quote.textContent] = [quote.textContent, area.value];
    said.textContent = said.dataset.taken;
    chosen();
  });
  box.querySelector("[data-draft-stay]").addEventListener("click", () => {
    box.remove();
    chosen();
  });
  area.before(box);
  tell(form, "");
}

function watch(area) {
  const form = area.form;
  if (!form || area.dataset.draftWatched) return;
  area.dataset.draftWatched = "yes";
  area.dataset.draftSaved = area.defaultValue; // one may have typed before this ran
  const early = isDirty(area);
  const kept = localStorage.getItem(key(area));
  if (kept && !area.value.trim()) {
    area.value = kept;
    tell(form, "restored");
  }
  else if (kept && kept.trim() !== area.value.trim()) offer(area, form, { text: kept, at: known(form).value });
  else localStorage.removeItem(key(area));
  let timer = 0;
  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(async () => { if (area.isConnected && !(await save(area, form))) later(10_000); }, pause);
  };
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    tell(form, "saving");
    later(PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    localStorage.removeItem(key(area));
    area.dataset.draftSaved = area.value;
  });
  if (early) later(PAUSE);
  addEventListener("pagehide", () => {
    if (!isDirty(area)) return;
    remember(area);
    send(area, form);
  });
  addEventListener("online", () => { if (isDirty(area)) later(0); });
}

onArrival((root) => within(root, "textarea[data-draft-url]").forEach(watch));
