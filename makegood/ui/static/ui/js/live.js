// Live: <body data-live="URL"> is a stream of names, nothing else. When a name comes, what shows it is fetched from
// its own address, where rights are checked, and morphed in:
//   data-live-key="C-7F3K9Q S-1"  this element shows these;   data-live-list  this list may change with any name
//   data-live-list="C-"           … with any name that begins so;   data-live-url  where its fragment is
import { announce, arrived } from "./page.js";

const LEAST = 1000; // at most one round of fetching in so many milliseconds
const JITTER = 400; // so that a hundred pages do not ask in the same moment
const say = document.getElementById("connection");
const waiting = new Set();
let source = null;
let round = 0;
let pause = 1000;
let lost = 0;

const shown = () => [...document.querySelectorAll("[data-live-url]")];

function concerns(element, name) {
  if (element.dataset.liveKey?.split(/\s+/).includes(name)) return true;
  return "liveList" in element.dataset && name.startsWith(element.dataset.liveList);
}

function mark(elements) {
  for (const element of elements) waiting.add(element);
  if (waiting.size && !document.hidden && !round) round = setTimeout(fetchRound, Math.random() * JITTER);
}

async function fetchRound() {
  const batch = [...waiting].filter((element) => element.isConnected);
  waiting.clear();
  const changed = await Promise.all(batch.map(refresh));
  if (changed.some(Boolean)) announce(document.getElementById("announcer")?.dataset.changed);
  round = setTimeout(() => { round = 0; mark([]); }, LEAST);
}

async function refresh(element) {
  try {
    const answer = await fetch(element.dataset.liveUrl, {
      credentials: "same-origin", headers: { "HX-Request": "true", "X-Live": "1" },
    });
    if (answer.redirected || answer.status === 401 || answer.status === 403) return tell("signedOut");
    if (answer.status === 404) return leave(element);
    if (!answer.ok) throw new Error(String(answer.status));
    return put(element, await answer.text());
  } catch {
    waiting.add(element);
    return false;
  }
}

function leave(element) {
  if (hasWriting(element)) return false;
  element.remove();
  return true;
}

/** Morphs a fragment in. What is being typed, opened or dragged stays as it is. */
export function put(element, html) {
  const before = element.outerHTML;
  const held = new Set([...element.querySelectorAll("[data-live-keep]")].map((kept) => kept.id));
  const [now] = window.Idiomorph.morph(element, html, {
    morphStyle: "outerHTML",
    ignoreActiveValue: true,
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (old) => {
        if (old.nodeType !== Node.ELEMENT_NODE) return true;
        if (old.dataset.liveKeep !== undefined) return false;
        if (isWritten(old) || (old.matches("form") && hasWriting(old))) return false;
        return true;
      },
      afterNodeAdded: (added) => added.querySelector?.(".case-row")?.setAttribute("data-new", ""),
      beforeNodeRemoved: (old) => !(old.nodeType === Node.ELEMENT_NODE && (held.has(old.id) || hasWriting(old))),
      beforeAttributeUpdated: (name, old) => !(name === "open" && old.matches("details, dialog")),
    },
  }) || [];
  const after = now?.isConnected ? now : element;
  arrived(after, true);
  window.htmx?.process(after);
  return after.outerHTML !== before;
}

const isWritten = (e) =>
  (e.matches("textarea, input:not([type=hidden], [type=submit], [type=button])") &&
    (e.value !== e.defaultValue || e.checked !== e.defaultChecked || e.files?.length > 0)) ||
  (e.matches("select") && [...e.options].some((option) => option.selected !== option.defaultSelected));
const hasWriting = (e) => isWritten(e) || [...e.querySelectorAll("textarea, input, select")].some(isWritten);

function tell(what) {
  if (!say) return false;
  say.textContent = what ? say.dataset[what] : "";
  say.hidden = !what;
  return false;
}

function connect(url) {
  source?.close();
  source = new EventSource(url);
  source.addEventListener("open", () => {
    pause = 1000;
    if (!lost) return;
    lost = 0;
    tell("back");
    setTimeout(() => tell(""), 3000);
    mark(shown());
  });
  source.addEventListener("message", (event) => {
    for (const name of event.data.split(/\s+/)) if (name) mark(shown().filter((element) => concerns(element, name)));
  });
  source.addEventListener("resync", () => mark(shown()));
  source.addEventListener("error", () => {
    lost ||= Date.now();
    setTimeout(() => { if (lost && Date.now() - lost >= 4000) tell("offline"); }, 4000);
    if (source.readyState === EventSource.CLOSED) setTimeout(renew, (pause = Math.min(pause * 2, 60_000)));
  });
}

/** The ticket in the address has run out: ask the page for a new one. */
async function renew() {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", headers: { "X-Live": "1" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.body.dataset.live) connect(page.body.dataset.live);
    else tell("signedOut");
  } catch {
    setTimeout(renew, (pause = Math.min(pause * 2, 60_000)));
  }
}

document.addEventListener("visibilitychange", () => mark([]));
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => { if (event.persisted && document.body.dataset.live) { lost ||= 1; connect(document.body.dataset.live); } });
if (document.body.dataset.live) connect(document.body.dataset.live);
