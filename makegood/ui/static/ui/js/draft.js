// Drafts: a textarea with data-draft-url is saved as one types, with the other fields of its form. The server keeps
// it; what could not be sent stays in this browser until it can. [data-draft-state] in the form says how it stands.
import { onArrival, post, within } from "./page.js";

const PAUSE = 1500;
const saving = new WeakMap();
const isDirty = (area) => area.isConnected && area.value !== area.dataset.draftSaved;
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
  try { localStorage.setItem(key(area), area.value); } catch { /* private window or full: the server is asked again */ }
}

/** Sends what is not kept yet, before something else is asked of the server; true when all is kept. */
export async function flush() {
  const areas = [...document.querySelectorAll("textarea[data-draft-url]")];
  return (await Promise.all(areas.map((area) => (isDirty(area) ? save(area, area.form) : saving.get(area) ?? true)))).every(Boolean);
}

function save(area, form) {
  const done = send(area, form);
  saving.set(area, done);
  return done;
}

async function send(area, form) {
  const sent = area.value;
  try {
    const answer = await post(area.dataset.draftUrl, fields(form));
    if (!answer.ok) throw new Error(String(answer.status));
    const isNew = area.dataset.draftSaved !== sent;
    area.dataset.draftSaved = sent;
    if (area.value === sent) localStorage.removeItem(key(area));
    tell(form, "saved");
    if (isNew) form.dispatchEvent(new Event("draft-kept")); // what shows something of the words fetches it anew
    return true;
  } catch {
    remember(area);
    tell(form, "kept");
    return false;
  }
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
  addEventListener("pagehide", () => { if (isDirty(area)) save(area, form); });
  addEventListener("online", () => { if (isDirty(area)) later(0); });
}

onArrival((root) => within(root, "textarea[data-draft-url]").forEach(watch));
