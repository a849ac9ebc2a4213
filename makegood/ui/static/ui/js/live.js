// Live: <body data-live="URL"> is a stream of names, nothing else. When a name comes, what shows it is fetched from
// its own address, where rights are checked, and morphed in:
//   data-live-key="C-7F3K9Q S-1"  this element shows these;   data-live-list  this list may change with any name
//   data-live-list="C-"           … with any name that begins so;   data-live-url  where its fragment is, or with `?part=` one
//   of several that the same address holds
//   data-lost="ID"  when it is not there any more, or not theirs, the element of this id says so in its place; "": it stays
//   data-live-clock="60"          it changes by the clock, too: it is fetched every so many seconds (15), whatever comes
import { hasWriting, put } from "./morph.js";
import { listen, tell } from "./stream.js";

const LEAST = 1000; // at most one round of fetching in so many milliseconds
const BUSY = 4; // a round rests so many times as long as it took: a server that has much to do is asked less often
const MOST = 15_000;
const CLOCK = 15_000; // what changes by the clock alone is looked at so often
const JITTER = 400; // so that a hundred pages do not ask in the same moment
const waiting = new Set();
let round = 0;
let ticks = 0;

// Nobody waits for it: the server answers those first for whom somebody does.
const HEADERS = { "HX-Request": "true", "X-Live": "1", "X-Patient": "1" };

const shown = () => [...document.querySelectorAll("[data-live-url]")];

function concerns(element, name) {
  if (element.dataset.liveKey?.split(/\s+/).includes(name)) return true;
  return "liveList" in element.dataset && name.startsWith(element.dataset.liveList);
}

function changesNow(element) {
  const every = Math.round((1000 * element.dataset.liveClock) / CLOCK) || 1;
  return "liveClock" in element.dataset && ticks % every === 0;
}

function mark(elements) {
  for (const element of elements) waiting.add(element);
  if (waiting.size && !document.hidden && !round) round = setTimeout(fetchRound, Math.random() * JITTER);
}

// An act of one's own may have put another element in its place since, or given it another address.
const present = (element) => (element.isConnected ? element : element.id && document.getElementById(element.id));

async function fetchRound() {
  const batch = new Set([...waiting].map(present).filter((element) => element?.dataset.liveUrl));
  waiting.clear();
  const began = performance.now();
  await Promise.all(together(batch).map(refresh));
  const rest = Math.min(Math.max(LEAST, (performance.now() - began) * BUSY), MOST);
  round = setTimeout(() => { round = 0; mark([]); }, rest);
}

/** Elements by what they are fetched from: parts of one address (`?part=`) are asked for at once. */
function together(elements) {
  const found = new Map();
  for (const element of elements) {
    const url = new URL(element.dataset.liveUrl, location.href);
    const key = url.searchParams.has("part") ? url.pathname : url.href;
    found.set(key, [...(found.get(key) || []), { element, url }]);
  }
  return [...found.values()];
}

function whole(asked) {
  const url = new URL(asked[0].url);
  for (const { url: other } of asked.slice(1))
    for (const [name, value] of other.searchParams) if (!url.searchParams.has(name, value)) url.searchParams.append(name, value);
  return url;
}

/** Fetches now all that is shown. */
export async function lookAgain() {
  await Promise.all(together(shown()).map(refresh));
}

async function refresh(asked) {
  try {
    const answer = await fetch(whole(asked), { credentials: "same-origin", headers: HEADERS });
    if (answer.redirected || answer.status === 401 || answer.status === 403) return tell("signedOut");
    if (answer.status === 404) return asked.forEach(({ element }) => leave(element));
    if (!answer.ok) throw new Error(String(answer.status));
    const html = await answer.text();
    const parts = asked.length > 1 && new DOMParser().parseFromString(html, "text/html");
    for (const { element, url } of asked) {
      // What was asked for before it changed may be older than what it shows, and say nothing of the change.
      const isSame = element.isConnected && new URL(element.dataset.liveUrl, location.href).href === url.href;
      const now = parts ? parts.getElementById(element.id)?.outerHTML : html;
      if (!isSame || now === undefined) waiting.add(element);
      else { lost(element, false); put(element, now); }
    }
  } catch {
    for (const { element } of asked) waiting.add(element);
  }
}

/** What is being written stays: it can still be copied. */
function leave(element) {
  lost(element, true);
  if (element.dataset.lost === "" || hasWriting(element)) return;
  if (element.dataset.lost) element.hidden = true;
  else element.remove();
}

function lost(element, isLost) {
  const told = document.getElementById(element.dataset.lost);
  if (told) told.hidden = !isLost;
}

document.addEventListener("visibilitychange", () => mark([]));
setInterval(() => { ticks += 1; mark(shown().filter(changesNow)); }, CLOCK);
listen({
  hear: (name) => mark(shown().filter((element) => concerns(element, name))),
  missed: () => mark(shown()),
});
